/**
 * A run on demand is held against the run that computes everything: the same
 * values, reasons and exclusions, in whatever order they are asked for.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import type { CellNode } from '../../../engine/evaluation/cell.js'
import { openLazyRun } from '../../../engine/evaluation/lazy-run.js'
import {
  loadMethodology,
  NO_SURROUNDINGS,
  type Methodology,
  type Run,
} from '../../../engine/index.js'
import { readExampleData } from '../../../server/catalogue/example-data.js'
import { decimalText } from '../../../engine/number/text.js'
import { exampleRuns } from '../../helpers/example-runs.js'
import { expectSameLazily, lazyRunOf } from '../../helpers/lazily.js'
import { methodology } from '../../helpers/methodology.js'
import { RULE_FILES } from '../../helpers/rule-files.js'
import { score, type Body } from '../../helpers/score.js'
import { scoreEverything } from '../explanation/everything.js'

const FIXTURES = join(import.meta.dirname, '../../fixtures')

function load(file: string): Methodology {
  const loaded = loadMethodology(file, readFileSync(file, 'utf8'))
  if (!loaded.methodology) throw new Error(`${file} has mistakes`)
  return loaded.methodology
}

function bodiesOf(file: string): readonly Body[] {
  const { bodies } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly bodies: readonly Body[]
  }
  return bodies
}

function node(run: Pick<Run, 'methodology'>, name: string): CellNode {
  for (const each of run.methodology.nodes) {
    if (each.kind === 'distribution' || each.kind === 'ranking') continue
    if (each.name === name) return each
  }
  throw new Error(`No ${name}`)
}

describe('every value asked for in a random order is that of the whole run', () => {
  it.each(RULE_FILES)('in the examples of %s', async (file) => {
    const runs = await exampleRuns(load(file), (path, year) =>
      readExampleData(file, path, year),
    )
    expect(runs.length).toBeGreaterThan(0)
    for (const { run } of runs) expectSameLazily(run)
  })

  it.each(['deprivation', 'perceptions'])('in the index %s', async (name) => {
    const folder = join(FIXTURES, 'composite-indices')
    const rules = load(join(folder, `${name}.yaml`))
    const bodies = bodiesOf(join(folder, `${name}.json`))
    const { run } = await score(rules, bodies, { year: 2022 })
    expectSameLazily(run)
  })

  it('in a composite that goes through five steps', async () => {
    const folder = join(FIXTURES, 'composite')
    const rules = load(join(folder, 'composite.yaml'))
    const bodies = bodiesOf(join(folder, 'data.json'))
    const { run } = await score(rules, bodies, { year: 2024 })
    expectSameLazily(run)
  })

  it('in a methodology with rules, caps, limits and undecided bodies', async () => {
    const { run } = await scoreEverything()
    expectSameLazily(run, 20)
  })

  it('in groups, standings and conditions on them', async () => {
    const { run } = await score(GROUPS, GROUPED)
    expectSameLazily(run, 20)
  })
})

const GROUPS = `
  inputs:
    x: { type: number, missing: allowed }
    income: { type: level, values: [low, high], missing: allowed }
    island: { type: boolean, default: false }
  populations:
    peers: { where: { not: { fact: island, operator: equal, value: true } }, by: income }
  computed:
    population.middle: { formula: median(bodies.x), among: peers }
    above: { formula: x - population.middle }
    share: { formula: percentileRank(x) }
  criteria: { total: { formula: above } }
  rankings: { main: { output: x, among: peers } }
  rules:
    first: { when: { all: [{ fact: place, ranking: main, operator: equal, value: 1 }, { fact: share, operator: greaterThan, value: 0 }] }, flag: {} }`

const GROUPED = [
  { id: 'a', x: 1, income: 'low' },
  { id: 'b', x: 2, income: 'low' },
  { id: 'c', x: 5, income: 'high' },
  { id: 'd', income: 'high' },
  { id: 'e', x: 7 },
  { id: 'f', x: 9, income: 'low', island: true },
]

describe('a value that is asked for', () => {
  const text = `
    inputs:
      x: { type: number }
      y: { type: number, missing: allowed }
      parts: { v: { type: number } }
    computed:
      parts.twice: { formula: 2 * v }
      whole: { formula: sum(parts.twice) + x }
      other: { formula: whole + y }
      population.best: { formula: max(bodies.x) }
      distance: { formula: population.best - x }
    criteria: { total: { formula: whole } }
    rules: { large: { when: { fact: whole, operator: greaterThan, value: 5 }, flag: {} } }`
  const bodies = [1, 2, 3].map((x) => ({
    id: `b${x}`,
    x,
    parts: [{ v: 1 }, { v: x }],
  }))

  it('brings what it needs and nothing else', async () => {
    const { run } = await score(text, bodies)
    const lazy = lazyRunOf(run)
    const row = lazy.bodyRow(1)
    // 2 * 1 + 2 * 2 + 2 = 8
    expect(lazy.value(node(run, 'rule large'), row)).toEqual({
      kind: 'boolean',
      boolean: true,
    })
    const computed = run.methodology.nodes.flatMap(({ name, slot, level }) =>
      level === row.level && row.cells[slot] ? [name] : [],
    )
    expect(computed.sort()).toEqual(['rule large', 'whole', 'x'])
    expect(lazy.population.cells.filter(Boolean)).toEqual([])
  })

  it('is computed once', async () => {
    const { run } = await score(text, bodies)
    const lazy = lazyRunOf(run)
    const whole = node(run, 'whole')
    expect(lazy.value(whole, lazy.bodyRow(0))).toBe(
      lazy.value(whole, lazy.bodyRow(0)),
    )
  })

  it('makes the rows of other bodies only where it looks at them', async () => {
    const { run } = await score(text, bodies)
    const { dataset } = run
    const read: number[] = []
    const at = (index: number) => {
      read.push(index)
      const body = dataset.bodies[index]
      if (!body) throw new RangeError(String(index))
      return body
    }
    const list = { count: dataset.bodies.length, at }
    const lazy = openLazyRun(run.methodology, list, 2020, NO_SURROUNDINGS)
    const row = lazy.bodyRow(1)
    for (const name of ['whole', 'other', 'total', 'rule large']) {
      lazy.value(node(run, name), row)
    }
    expect(read).toEqual([1])
    const distance = lazy.value(node(run, 'distance'), row)
    expect(distance.kind === 'number' && decimalText(distance.number)).toBe('1')
    expect(read).toEqual([1, 0, 2])
  })

  it('stands in the rows of a table in their order', async () => {
    const { run } = await score(text, bodies)
    const lazy = lazyRunOf(run)
    const twice = node(run, 'parts.twice')
    const rows = lazy.rowsOf(lazy.bodyRow(2), twice.level)
    const values = rows.map((row) => lazy.value(twice, row))
    expect(
      values.map((value) =>
        value.kind === 'number' ? decimalText(value.number) : value.kind,
      ),
    ).toEqual(['2', '6'])
  })

  it('is refused in a row of another level, and of a body that is not there', async () => {
    const { run } = await score(text, bodies)
    const lazy = lazyRunOf(run)
    expect(() => lazy.value(node(run, 'parts.twice'), lazy.bodyRow(0))).toThrow(
      '"parts.twice" has no value in ""',
    )
    expect(() => lazy.bodyRow(3)).toThrow('There is no body 3 among 3')
    expect(() => lazy.bodyRow(-1)).toThrow('There is no body -1 among 3')
  })
})

describe('a chain of 3,000 formulas, each of which reads the one before', () => {
  const LENGTH = 3000
  // Nested almost as deep as a formula may be.
  const deep = (inner: string) =>
    `${'abs('.repeat(60)}${inner}${')'.repeat(60)}`
  const chain = (first: string) =>
    Array.from({ length: LENGTH }, (_, index) => {
      const before = index === 0 ? first : `f${index - 1}`
      const formula =
        index < LENGTH - 100 ? `${before} + 1` : deep(`${before} + 1`)
      return `      f${index}: { formula: ${formula} }\n`
    }).join('')

  it.each([
    ['in one body', 'x'],
    ['behind a figure of all bodies', 'population.most'],
  ])('has the last value %s', async (_, first) => {
    const rules = methodology(`
    inputs: { x: { type: number } }
    computed:
      population.most: { formula: max(bodies.x) }
${chain(first)}
    criteria: { total: { formula: f${LENGTH - 1} } }
    rankings: { main: { output: total } }`)
    const { run } = await score(rules, [
      { id: 'a', x: 5 },
      { id: 'b', x: 5 },
    ])
    const lazy = lazyRunOf(run)
    const total = lazy.value(node(run, 'total'), lazy.bodyRow(1))
    expect(total.kind === 'number' && decimalText(total.number)).toBe('3005')
    expectSameLazily(run, 1)
  })
})
