/** What is checked beyond types and layout: above all, which way imports point. */
import { builtinModules } from 'node:module'

import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

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
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended-error']],
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/no-v-text': 'error',
      'vue/no-undef-components': [
        'error',
        { ignorePatterns: ['RouterLink', 'RouterView'] },
      ],
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      // Prettier lays templates out.
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        projectService: true,
        extraFileExtensions: ['.vue'],
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
  { files: ['**/*.vue'], languageOptions: { parser: vueParser } },
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
    files: ['studio/**/*.{ts,vue}'],
    rules: restrictedImports({
      folder: 'studio',
      libraries: Object.keys(ONLY_IMPORTERS),
    }),
  },
  {
    files: ['studio/*.config.ts', 'studio/*.plugin.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)

/** The engine imports nothing of ours and nothing of Node; server and studio come in by its doors. */
function restrictedImports({ folder, libraries }) {
  const ofNode = {
    group: ['node:*', ...builtinModules],
    message: 'This runs in a browser too: no Node built-ins.',
  }
  const ofOthers = {
    group: ['**/server/**', '**/studio/**', '**/test/**', '**/rules/**'],
    message: 'The engine imports nothing of ours.',
  }
  const pastTheDoor = {
    group: [
      ...['**/engine/**', '!**/engine/index.js'],
      // What is in a folder is let in where the folder is.
      ...['!**/engine/workbook', '**/engine/workbook/*'],
      '!**/engine/workbook/index.js',
    ],
    message: 'Import from engine/index.js, and from engine/workbook/index.js.',
  }
  const fromServer = {
    group: ['node:*', '**/server/**'],
    message: 'The studio runs in a browser, and asks the server over HTTP.',
  }
  const patterns = {
    engine: [ofNode, ofOthers],
    server: [pastTheDoor],
    studio: [pastTheDoor, fromServer],
  }[folder]
  const paths = libraries.map((name) => ({
    name,
    message: 'One place of the engine wraps this library; use that.',
  }))
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }],
  }
}
