/** What a reader is shown of a file, read by the engine as in the browser. */
import { readFile } from 'node:fs/promises'

import { beforeAll, describe, expect, it } from 'vitest'

import { conditionParts } from '../../../studio/features/methodologies/reading/condition-parts.js'
import {
  entryOf,
  namedTables,
  textOf,
} from '../../../studio/features/methodologies/reading/file-value.js'
import {
  readVersion,
  type ReadVersion,
} from '../../../studio/features/methodologies/reading/read-version.js'
import { keyedRows } from '../../../studio/features/methodologies/reading/sections.js'
import { readVersionFile } from '../../../studio/features/methodologies/version-file.js'

const RULES = new URL('../../../rules/', import.meta.url)

async function read(path: string): Promise<ReadVersion> {
  return readVersion(path, await readFile(new URL(path, RULES), 'utf8'))
}

let hdi: ReadVersion
let goals: ReadVersion

beforeAll(async () => {
  hdi = await read('hdi/2014.yaml')
  goals = await read('kz-goals/2012.yaml')
}, 60_000)

describe('the rules of a version', () => {
  it('hangs indicators below the criteria that they belong to', () => {
    const [root] = hdi.tree
    expect(root?.name).toBe('hdi')
    expect(
      root?.children.map(({ name, children }) => [
        name,
        children.map((leaf) => leaf.name),
      ]),
    ).toEqual([
      ['health', ['life_expectancy']],
      ['education', ['expected_schooling', 'mean_schooling']],
      ['income', ['gni_per_capita']],
    ])
  })

  it('says that parts without weights count the same', () => {
    const [root] = hdi.tree
    expect(root?.areWeightsEqual).toBe(true)
    expect(goals.tree[0]?.areWeightsEqual).toBe(false)
  })

  it('writes out what the file says for all entries at once', () => {
    const indicator = entryOf(entryOf(hdi.root, 'indicators'), 'mean_schooling')
    expect(entryOf(indicator, 'better')).toMatchObject({ text: 'more' })
  })

  it('leads to the line of the file itself', () => {
    const rules = entryOf(goals.root, 'rules')
    const late = entryOf(rules, 'late')
    const line = goals.lineOf(late?.path ?? [])
    expect(goals.text.split('\n')[line - 1]).toMatch(/^ {2}late: /)
  })

  it('finds the title of a name on the level of the formula, then further out', () => {
    const title = (name: string, level: string) =>
      goals.glossary.find(name, level)?.title?.en
    expect(title('falls', 'goals.indicators')).toBeDefined()
    expect(title('falls', '')).toBeUndefined()
    expect(title('reported_late', 'goals.indicators')).toBe(
      title('reported_late', ''),
    )
  })

  it('explains the names of a formula, not its functions and not its words', () => {
    const names = (formula: string) =>
      hdi.glossary.namesIn(formula, '').map(({ name }) => name)
    expect(names('max(mean_schooling, 2) + max (mean_schooling)')).toEqual([
      'mean_schooling',
    ])
    expect(names('kind == "income"')).toEqual([])
  })

  it('gives the value of a parameter that a formula names', () => {
    expect(goals.glossary.find('cap_of_unreliable', '')).toMatchObject({
      value: '5',
    })
  })

  it('takes titles from the end of the file as well', () => {
    expect(hdi.glossary.titleIn('rankings', 'hdi')).toMatchObject({
      kk: 'Адам дамуы индексі',
    })
  })
})

describe('a condition', () => {
  it('is one fact, an operator and a value, or another fact', () => {
    const when = entryOf(
      entryOf(entryOf(goals.root, 'rules'), 'unreliable'),
      'when',
    )
    expect(when && conditionParts(when)).toEqual({
      kind: 'leaf',
      fact: { name: 'unreliable_facts', ranking: null, yearsAgo: null },
      operator: 'greaterThanInclusive',
      value: {
        kind: 'fact',
        fact: { name: 'least_unreliable_facts', ranking: null, yearsAgo: null },
      },
    })
  })

  it('that is a formula stays one', () => {
    const text = {
      ...({ kind: 'text', path: [] } as const),
      ...{ text: 'kind == "local"', isNull: false },
    }
    expect(conditionParts(text)).toEqual({
      kind: 'formula',
      formula: 'kind == "local"',
    })
  })
})

describe('a table that stands in the file', () => {
  it('has cells in the order of its columns, however its rows are written', async () => {
    const path = 'kz-unified-rating/2023.yaml'
    const text = await readFile(new URL(path, RULES), 'utf8')
    const { root } = await readVersion(
      path,
      text.replace(
        /^tables:$/m,
        `tables:
  t:
    key: a
    columns: { a: text, b: { type: number, unit: points }, c: text }
    rows:
      - [x, 1/3, '']
      - { c: z, a: y }
      - [z, null, "null"]`,
      ),
    )
    const [[, entry] = []] = namedTables(entryOf(root, 'tables'))
    if (!entry) throw new Error('There is no table.')
    const { columns, rows } = keyedRows(entry)
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect(rows.map((row) => row.map((cell) => textOf(cell)))).toEqual([
      ['x', '1/3', ''],
      ['y', null, 'z'],
      ['z', null, 'null'],
    ])
  })
})

describe('the file of a version', () => {
  it('has the tables of its data, each table below its own', () => {
    const inputs = {
      kind: { type: 'level' },
      goals: { base: { type: 'number' }, tasks: { p: { type: 'number' } } },
    }
    expect(
      readVersionFile({ inputs, supersedes: '2023', register: 'kz' }),
    ).toEqual({
      supersedes: '2023',
      hasRegister: true,
      tables: ['bodies', 'goals', 'goals.tasks'],
    })
    expect(readVersionFile('no table')).toEqual({
      supersedes: null,
      hasRegister: false,
      tables: ['bodies'],
    })
  })
})
