/** What is checked beyond types and layout: above all, which way imports point. */
import { builtinModules } from 'node:module'

import tseslint from 'typescript-eslint'

/** Files of `engine/` that alone may import a library. */
const ONLY_IMPORTERS = {
  'json-rules-engine': ['engine/conditions/**'],
  mathjs: ['engine/expression/mathjs-parser.ts', 'engine/number/big-number.ts'],
}

/** The engine runs in a browser and gives the same for the same: no I/O, no clock, no chance. */
const OUTSIDE_WORLD = [
  'Buffer',
  'console',
  'fetch',
  'global',
  'performance',
  'process',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
]

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name.',
}

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      '**/*.js',
      '!eslint.config.js',
      'studio/api/openapi.d.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-restricted-syntax': ['error', DEFAULT_EXPORT],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true },
      ],
      // A text is spread into its code points on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true },
      ],
      // `process.env['X']` and JSON: tsc asks for brackets there.
      '@typescript-eslint/dot-notation': 'off',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true }],
      'no-console': 'error',
      'no-nested-ternary': 'off',
    },
  },
  {
    files: ['engine/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...OUTSIDE_WORLD],
      'no-restricted-syntax': [
        'error',
        DEFAULT_EXPORT,
        {
          selector:
            'NewExpression[callee.name="Date"][arguments.length=0], MemberExpression[object.name="Date"][property.name="now"]',
          message: 'The engine has no clock.',
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { property: 'toLocaleString' },
        { property: 'localeCompare' },
      ],
      ...restrictedImports({
        folder: 'engine',
        libraries: ['json-rules-engine', 'mathjs'],
      }),
    },
  },
  ...Object.entries(ONLY_IMPORTERS).map(([library, files]) => ({
    files,
    rules: restrictedImports({
      folder: 'engine',
      libraries: Object.keys(ONLY_IMPORTERS).filter((each) => each !== library),
    }),
  })),
  {
    files: ['server/**/*.ts'],
    rules: restrictedImports({
      folder: 'server',
      libraries: Object.keys(ONLY_IMPORTERS),
    }),
  },
  {
    files: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)

/** The engine imports nothing of ours and nothing of Node; the server the engine's door alone. */
function restrictedImports({ folder, libraries }) {
  const ofNode = {
    group: ['node:*', ...builtinModules],
    message: 'The engine runs in a browser: no Node built-ins.',
  }
  const ofOthers = {
    group: ['**/server/**', '**/studio/**', '**/test/**', '**/rules/**'],
    message: 'The engine imports nothing of ours.',
  }
  const pastTheDoor = {
    group: ['**/engine/**', '!**/engine/index.js'],
    message: 'Import from engine/index.js.',
  }
  const patterns = folder === 'engine' ? [ofNode, ofOthers] : [pastTheDoor]
  const paths = libraries.map((name) => ({
    name,
    message: 'One place of the engine wraps this library; use that.',
  }))
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }],
  }
}
