/**
 * Only what weights reach is computed again for a draw: the places must be those
 * of a program in which everything is.
 */
import { describe, expect, it } from 'vitest'

import { columnsOfDataset } from '../../../engine/index.js'
import { runProgram } from '../../../engine/columns/program/run-program.js'
import { drawWeights } from '../../../engine/sensitivity/draw-weights.js'
import { prepareDraws } from '../../../engine/sensitivity/prepare-draws.js'
import { randomNumbers } from '../../../engine/sensitivity/random-numbers.js'
import { generatedColumns } from '../../../server/columns/generated-columns.js'
import { score, type Body } from '../../helpers/score.js'

/** So many that draws make more groups than the weights of the file. */
const LEVELS = Array.from(
  { length: 90 },
  (_, tenth) => `at${tenth}: { at_least: ${(tenth + 1) / 10} }`,
).join(', ')

/** Weights reach statistics, groups, standings, conditions and ties. */
const RULES = `
  scales:
    marks: { order: worst-first, levels: { none: {}, ${LEVELS} } }
  indicators:
    a: { under: left, weight: 0.4 }
    b: { under: left, weight: 0.6 }
    c: { under: total, weight: 0.3 }
  criteria:
    total:
      aggregate: arithmetic
      round: { digits: 1, mode: half-up }
      children:
        left: { aggregate: geometric, weight: 0.7, cite: "2" }
  computed:
    mark: { formula: "band(total, marks)" }
    population.c: { formula: mean(bodies.c) }
    population.left: { formula: mean(bodies.left) }
    fixed: { formula: c - population.c }
    distance: { formula: left - population.left }
    apart: { formula: "left - population.middle" }
    population.most: { formula: max(bodies.left) }
    population.middle: { formula: median(bodies.left), among: marked }
    order: { formula: "rank(left) + percentileRank(total)", among: marked }
  populations:
    marked: { by: mark, title: By mark, cite: "1" }
    better: { where: "left >= population.most / 2", title: Better, cite: "1" }
  rankings:
    all: { output: total, ties: { by: left } }
    dense: { output: total, ties: dense }
    marked: { output: left, among: marked }
    better: { output: distance, among: better, digits: 1 }
    ordered: { output: order, better: less }
    apart: { output: apart, where: distance > -1 }
    fixed: { output: fixed }
    second: { output: left }
  rules:
    leaders: { when: { fact: place, ranking: all, operator: lessThanInclusive, value: 3 }, exclude: { ranking: second } }
    last: { when: { fact: below, ranking: dense, operator: equal, value: 0 }, exclude: { ranking: second } }
`

const random = randomNumbers(3)
const figure = () => Math.round(random() * 100) / 10
const BODIES: readonly Body[] = Array.from({ length: 40 }, (_, index) => ({
  id: `b${index}`,
  a: figure(),
  ...(index % 9 === 5 ? {} : { b: figure() }),
  c: figure(),
}))

describe('a draw', () => {
  it('places bodies as a run of the whole program with its weights does', async () => {
    const { run } = await score(RULES, BODIES)
    const { methodology, dataset, surroundings } = run
    const source = columnsOfDataset(methodology, dataset, surroundings)
    const prepared = prepareDraws(
      methodology,
      source,
      generatedColumns,
      undefined,
    )
    const { program, given, settings, siblings, rankings } = prepared
    const drawn = randomNumbers(5)
    let changes = 0
    for (let draw = 0; draw < 40; draw += 1) {
      drawWeights(given, siblings, 0.6, drawn, settings)
      prepared.run()
      const whole = runProgram(
        { ...program, settings },
        source.data,
        source.exact,
      )
      for (const { node, column, plain } of rankings) {
        const step = program.lowering.rankings.get(node)?.step
        const places = whole.frame.columns[step?.place.index ?? -1] ?? []
        const says = `${node.ranking} in draw ${draw}`
        expect([...column()], says).toEqual([...places])
        if (column().some((place, body) => !Object.is(place, plain[body]))) {
          changes += 1
        }
      }
    }
    // Otherwise the test would compare what nothing has changed.
    expect(changes).toBeGreaterThan(100)
    expect(
      rankings
        .filter(({ isReached }) => !isReached)
        .map(({ node }) => node.ranking),
    ).toEqual(['fixed'])
  })
})
