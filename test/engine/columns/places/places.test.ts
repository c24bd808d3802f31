/** Places over columns, by hand: ties, groups, both directions, and runs that follow one another. */
import { describe, expect, it } from 'vitest'

import {
  columnsOfDataset,
  prepareColumns,
  scoreColumns,
  type ColumnScores,
} from '../../../../engine/index.js'
import { score, type Body } from '../../../helpers/score.js'
import { TARGETS } from '../run-code.js'

const RULES = `
  total: half
  inputs:
    a: { type: number, missing: allowed }
    b: { type: number, missing: allowed }
    region: { type: level, values: [north, south] }
  computed:
    half: { formula: a / 2 }
  populations:
    regions: { by: region, title: By region, cite: "1" }
  rankings:
    most: { output: half }
    least: { output: half, better: less }
    dense: { output: half, ties: dense }
    by: { output: half, ties: { by: b } }
    rounded: { output: half, digits: 0, better: less }
    regions: { output: half, among: regions }
`

// Halves: 1.25, -1, 0, 0, 1.25, 1.25.
const BODIES: readonly Body[] = [
  { id: 'p', a: 2.5, b: 1, region: 'north' },
  { id: 'q', a: -2, b: 1, region: 'north' },
  { id: 'r', a: 0, b: 1, region: 'south' },
  { id: 's', a: 0, region: 'south' },
  { id: 't', a: 2.5, b: 3, region: 'south' },
  { id: 'u', a: 2.5, b: 1, region: 'south' },
  { id: 'v', region: 'north' },
]

/** The same file and data, ready to be run again and again. */
async function preparedRun(
  isCertified: boolean,
  target = TARGETS[0],
): Promise<() => ColumnScores> {
  if (!target) throw new Error('There are two targets')
  const { run } = await score(RULES, BODIES)
  const { methodology, dataset, surroundings } = run
  const source = columnsOfDataset(methodology, dataset, surroundings)
  const options = { isCertified, target }
  const program = prepareColumns(methodology, source.data, options)
  return () => scoreColumns(program, source)
}

describe.each([
  ['plain', false],
  ['certified', true],
])('in %s columns', (_, isCertified) => {
  it.each([
    ['most', 'leave places empty behind a tie', [1, 6, 4, 4, 1, 1, NaN]],
    ['least', 'put the least first', [4, 1, 2, 2, 4, 4, NaN]],
    ['dense', 'leave no place empty', [1, 3, 2, 2, 1, 1, NaN]],
    // t leads by b; p and u tie there as well; s, without b, stands behind r.
    ['by', 'break ties by another figure', [2, 6, 4, 5, 1, 2, NaN]],
    // Rounded to 1, -1, 0, 0, 1, 1.
    ['rounded', 'compare at the digits', [4, 1, 2, 2, 4, 4, NaN]],
    ['regions', 'are counted in groups', [1, 2, 3, 3, 1, 1, NaN]],
  ])('places of "%s" %s', async (ranking, __, expected) => {
    for (const target of TARGETS) {
      const run = await preparedRun(isCertified, target)
      const places = run().rankings.get(ranking) ?? []
      expect([...places], target.name).toEqual(expected)
    }
  })

  it('a run leaves the results of the run before as they were', async () => {
    const run = await preparedRun(isCertified)
    const columnsOf = ({ outputs, rules, rankings }: ColumnScores) => [
      ...[...outputs.values()].flatMap((each) => [each.values, each.absence]),
      ...rules.values(),
      ...rankings.values(),
    ]
    const textOf = (scores: ColumnScores) =>
      columnsOf(scores).map((column) => column.join(' '))
    const first = run()
    const wanted = textOf(first)
    // Nothing that whoever has the results does to them reaches the next run.
    for (const column of columnsOf(first)) column.fill(9)
    const marked = textOf(first)
    expect(textOf(run())).toEqual(wanted)
    expect(textOf(run())).toEqual(wanted)
    expect(textOf(first)).toEqual(marked)
  })
})
