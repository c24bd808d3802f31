import { expect, it } from 'vitest'

import {
  checkDataset,
  explainOutput,
  explanationText,
  NO_SURROUNDINGS,
  scoreDataset,
} from '../../../engine/index.js'
import type { RawCell, RawRow } from '../../../engine/data/raw.js'
import { methodology } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

it('An explanation ends at the line of the CSV file that a figure came from', async () => {
  const rules = methodology(`
    inputs:
      x: { type: number }
      goals: { v: { type: number } }
    criteria: { total: { formula: x + sum(goals.v) } }`)
  const row = (
    file: string,
    line: number,
    cells: readonly (readonly [string, RawCell])[],
    goals: readonly RawRow[] = [],
  ): RawRow => ({
    id: file === 'goals.csv' ? 'g' : 'b',
    name: null,
    cells: new Map(cells),
    tables: new Map([['goals', goals]]),
    place: { file, line, path: null },
  })
  const goal = row('goals.csv', 7, [['v', '2']])
  const body = row('bodies.csv', 3, [['x', '1.5']], [goal])
  const read = { dataset: { year: 2020, bodies: [body] }, problems: [] }
  const options = { year: 2020, leaveOutBroken: false }
  const checked = await checkDataset(read, rules, options)
  const { run } = await scoreDataset(rules, checked, NO_SURROUNDINGS, options)
  const explained = run && (await explainOutput(run, 'b', 'total'))
  const sources = explained?.figures.flatMap(({ key, source }) =>
    source ? [[key, source.file, source.line]] : [],
  )
  expect(sources).toEqual([
    ['x', 'bodies.csv', 3],
    ['goals[g].v', 'goals.csv', 7],
  ])
  if (explained) {
    expect(explanationText(explained)).toContain('data: goals.csv:7, column v')
  }
})

it('An explanation shows the cell of the year before, and where it stands', async () => {
  const text = `
    inputs:
      x: { type: number }
      goals: { v: { type: number } }
    computed: { goals.growth: { formula: v - previous(v) } }
    criteria: { total: { formula: x - previous(x) + sum(goals.growth) } }`
  const { run } = await score(
    text,
    [{ id: 'b', x: 5, goals: [{ id: 'g', v: 1 }, { v: 1 }] }],
    {
      previous: [
        { id: 'a', x: 0 },
        { id: 'b', x: 3, goals: [{ id: 'g', v: 4 }] },
      ],
    },
  )
  const explained = await explainOutput(run, 'b', 'total')
  const shown = explained?.figures
    .filter(({ kind }) => kind === 'previous')
    .map(({ key, value, source }) => [key, value.text, source?.path ?? null])
  expect(shown).toEqual([
    ['previous(x)', '3', 'bodies[1]'],
    ['goals[g].previous(v)', '4', 'bodies[1].goals[0]'],
    ['goals[2].previous(v)', null, null],
  ])
})
