/** Nothing that a file says can be changed without the comparison saying so. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { compareForms } from '../../../engine/comparison/compare-forms.js'
import { readForm } from '../../../engine/comparison/read-form.js'
import { parseYaml } from '../../../engine/source/parse-yaml.js'
import { pathKey, pathText, type Path } from '../../../engine/source/path.js'
import type { Source, Tree } from '../../../engine/source/source.js'
import { FURTHER_SECTIONS } from './fixtures.js'
import { RULE_FILES } from '../../helpers/rule-files.js'

/** The heading of a comparison says them; `defaults` counts where it is written out. */
const WITHOUT_MEANING = ['format', 'methodology', 'version', 'defaults']

/** Of so many values one is changed, of examples one of more, so that it takes seconds. */
const STRIDE = 9
const STRIDE_OF_EXAMPLES = 60

const NO_RENAMES = new Map()

const FILES = [
  ...RULE_FILES.map((file) => [file, readFileSync(file, 'utf8')] as const),
  ['a file with further sections', FURTHER_SECTIONS] as const,
]

describe.each(FILES)('%s', (file, text) => {
  const { source } = parseYaml(file, text)
  const stride = text === FURTHER_SECTIONS ? 1 : STRIDE
  const form = readForm(source, NO_RENAMES)
  const scalars = scalarsOf(source.tree, []).filter(
    (path) => !WITHOUT_MEANING.includes(String(path[0])),
  )
  const chosen = scalars.filter(
    (path, index) =>
      index % (path[0] === 'examples' ? STRIDE_OF_EXAMPLES : stride) === 0 ||
      path.length === 1,
  )

  it('says the same as itself', () => {
    expect(compareForms(form, readForm(source, NO_RENAMES))).toEqual([])
  })

  it('differs once, and there, for one changed value', () => {
    const wrong = chosen.flatMap((path) => {
      const found = compareForms(
        form,
        readForm(changed(source, path), NO_RENAMES),
      )
      const [only, second] = found
      // What is called otherwise may be one gone and one come.
      const isCalled = path[0] === 'tables' && path.length > 2
      return only && (isCalled || !second)
        ? []
        : [`${pathText(path)}: ${found.length}`]
    })
    expect(wrong).toEqual([])
    expect(chosen.length).toBeGreaterThan(10)
  }, 60_000)

  it('says nothing of its ids, which stand in the heading', () => {
    const other = changed(source, ['version'])
    expect(compareForms(form, readForm(other, NO_RENAMES))).toEqual([])
  })
})

function scalarsOf(tree: Tree, path: Path): readonly Path[] {
  if (tree === null || typeof tree !== 'object') return [path]
  const isList = Array.isArray(tree)
  return Object.entries(tree).flatMap(([key, value]) =>
    scalarsOf(value, [...path, isList ? Number(key) : key]),
  )
}

/** The file with another value at one place, whether or not it can be loaded. */
function changed(source: Source, path: Path): Source {
  const before = source.scalarText(path) ?? ''
  const { tree, text } = another(valueAt(source.tree, path), before)
  return {
    ...source,
    tree: replaced(source.tree, path, tree),
    scalarText: (at) =>
      pathKey(at) === pathKey(path) ? text : source.scalarText(at),
  }
}

function another(value: Tree, text: string): { tree: Tree; text: string } {
  if (typeof value === 'number') {
    return { tree: value + 1, text: String(value + 1) }
  }
  if (typeof value === 'boolean') return { tree: !value, text: String(!value) }
  if (value === null) return { tree: 7, text: '7' }
  const isNumber = /^[\d./]+$/.test(text)
  const other = isNumber ? `${text}7` : `${text} + other`
  return { tree: other, text: other }
}

function valueAt(tree: Tree, [step, ...rest]: Path): Tree {
  if (step === undefined) return tree
  return valueAt((tree as Record<string | number, Tree>)[step] ?? null, rest)
}

function replaced(tree: Tree, [step, ...rest]: Path, value: Tree): Tree {
  if (step === undefined) return value
  if (Array.isArray(tree)) {
    const list = tree as readonly Tree[]
    const index = Number(step)
    return list.with(index, replaced(list[index] ?? null, rest, value))
  }
  const table = tree as { readonly [key: string]: Tree }
  return { ...table, [step]: replaced(table[step] ?? null, rest, value) }
}

describe('what differs in the writing of a table of the file alone', () => {
  const read = (text: string) =>
    readForm(parseYaml('test.yaml', text).source, NO_RENAMES)
  const differences = (from: string, to: string) => {
    const other = FURTHER_SECTIONS.replace(from, to)
    expect(other).not.toBe(FURTHER_SECTIONS)
    return compareForms(read(FURTHER_SECTIONS), read(other))
  }

  it.each([
    [
      'a row by name',
      '[prosecutor, [goals, orgdev], true, 0.10]',
      '{ points: 0.1, performance: true, outside: [goals, orgdev], body: prosecutor }',
    ],
    ['a type written as a table', 'body: text', 'body: { type: text }'],
    ['a fraction', 'local: 1/4', 'local: 0.25'],
    [
      'the default of a step',
      'at_least: 0.65 }',
      'at_least: 0.650, count_imputed: false }',
    ],
  ])('%s', (_, from, to) => {
    expect(differences(from, to)).toEqual([])
  })

  it('names a row by its key and a cell by its column', () => {
    expect(differences('0.10]', '0.20]')).toMatchObject([
      {
        path: ['tables', 'scopes', 'rows', 'prosecutor', 'points'],
        was: '0.10',
        is: '0.20',
        cite: 'paragraph 9',
      },
    ])
  })

  it('says that a row came', () => {
    const row = '      - [akimat, [], false, 3]\n'
    expect(differences('steps:\n', `${row}steps:\n`)).toMatchObject([
      { path: ['tables', 'scopes', 'rows', 'akimat'], kind: 'added' },
    ])
  })

  it('names a step by its name', () => {
    expect(differences('method: mean', 'method: median')).toMatchObject([
      { path: ['steps', 'filled', 'impute', 'method'], cite: 'paragraph 2' },
    ])
  })

  it('tells the order of levels and of steps', () => {
    expect(
      differences('[bad, good, excellent]', '[good, bad, excellent]'),
    ).toHaveLength(1)
    const [kept = ''] = /.*name: kept.*\n/.exec(FURTHER_SECTIONS) ?? []
    const moved = FURTHER_SECTIONS.replace(kept, '').replace(
      /(?=.*name: per_head)/,
      kept,
    )
    expect(compareForms(read(FURTHER_SECTIONS), read(moved))).toMatchObject([
      {
        path: ['steps', 'order'],
        is: 'kept, per_head, filled, treated, scaled',
      },
    ])
  })
})
