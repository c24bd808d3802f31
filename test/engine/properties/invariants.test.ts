/** What holds for any data, held against random bodies of one methodology that has everything. */
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'

import {
  explainableFigures,
  explainOutput,
  type BodyResult,
} from '../../../engine/index.js'
import { describeValue } from '../../../engine/explanation/describe-value.js'
import { methodology } from '../../helpers/methodology.js'
import { score, type Body } from '../../helpers/score.js'

const RULES = methodology(`
  parameters: { cap: { value: 5 } }
  inputs:
    late: { type: boolean, missing: allowed }
    facts: { type: number, default: 0 }
    kind: { type: level, values: [one, two], missing: allowed }
    out: { type: boolean, default: false }
    goals:
      plan: { type: number, missing: allowed }
      fact: { type: number, missing: allowed }
  indicators:
    a: { under: left, weight: 1/3, normalise: { kind: min-max, range: [0, 100], if_constant: 50 } }
    b: { under: left, weight: 2/3, normalise: { kind: z-score, if_constant: 0 }, better: less }
    c: { under: right, normalise: { kind: percentile-rank } }
    d: { under: right, normalise: { kind: goalposts, from: worst, to: best, if_constant: 1 }, maximum: 0.9 }
  computed:
    goals.done: { formula: fact / plan }
    goals_done: { formula: mean(goals.done) }
    population.best: { formula: max(bodies.goals_done) }
    place_of_a: { formula: rank(a) }
  criteria:
    total:
      aggregate: arithmetic
      missing_child: share-weights
      excluded_child: share-weights
      at_least: { children: 1 }
      round: { digits: 2, mode: half-up }
      children:
        left: { aggregate: arithmetic, missing_child: share-weights }
        right: { aggregate: sum, missing_child: count-as-zero, round: { digits: 1, mode: half-even } }
        goals_of_body: { formula: 'coalesce(goals_done / population.best, 0)' }
        chosen:
          variants:
            one: { formula: a + 1, cite: "1", mark: given }
            two: { formula: place_of_a, cite: "2", mark: given }
  total: total
  outputs: [total, left, right, chosen, goals_of_body, goals_done, place_of_a, W]
  deductions:
    W:
      from: total
      caps:
        facts: { at_most: cap, cite: "1", mark: given }
        everything: { at_most: 6, over: all, cite: "1", mark: given }
  rules:
    gone: { when: out, exclude: { body: true } }
    no_right: { when: { fact: kind, operator: equal, value: two }, exclude: { criterion: right } }
    unranked: { when: { all: [{ fact: facts, operator: greaterThan, value: 40 }, { not: { fact: late, operator: equal, value: true } }] }, exclude: { ranking: main } }
    lateness: { when: late, deduct: { points: 1.5, into: W } }
    unreliable: { when: facts >= 3, deduct: { points: 0.2 * facts, into: W, cap: facts } }
    more: { when: facts >= 10, deduct: { points: a / 7, into: W, cap: facts } }
    one: { when: { fact: kind, operator: equal, value: one }, choose: { of: chosen, variant: one } }
    two: { when: { fact: kind, operator: equal, value: two }, choose: { of: chosen, variant: two } }
    last: { when: { fact: below, ranking: main, operator: equal, value: 0 }, flag: {} }
  rankings:
    main: { output: total }
    dense: { output: left, ties: dense, better: less, digits: 0 }
    tied: { output: chosen, ties: { by: a }, in: { all_of: [total, right] } }`)

/** Few different figures, so that ties, constants and zeros happen. */
const cell = fc.option(
  fc.integer({ min: 0, max: 40 }).map((n) => (n - 4) / 4),
  { freq: 6 },
)

const body = fc.record({
  late: fc.option(fc.boolean(), { freq: 10 }),
  facts: fc.integer({ min: 0, max: 50 }),
  kind: fc.option(fc.constantFrom('one', 'two'), { freq: 8 }),
  a: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 6 }),
  b: cell,
  c: cell,
  d: cell,
  goals: fc.array(fc.record({ plan: cell, fact: cell }), { maxLength: 3 }),
})

const bodies = fc
  .array(body, { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map((each, index): Body => ({ id: `b${index}`, ...each })),
  )

const withOrder = bodies.chain((list) =>
  fc.record({
    list: fc.constant(list),
    shuffled: fc.shuffledSubarray([...list], { minLength: list.length }),
  }),
)

describe('the order in which bodies are given', () => {
  it('changes nothing: neither figures, nor places, nor hashes', async () => {
    await fc.assert(
      fc.asyncProperty(withOrder, async ({ list, shuffled }) => {
        const { result } = await score(RULES, list)
        const { result: other } = await score(RULES, shuffled)
        expect(other).toEqual(result)
        expect(other.sha256).toBe(result.sha256)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a body that is excluded', () => {
  it("changes nobody's figures and nobody's place", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, body, async (list, further) => {
        const { result } = await score(RULES, list)
        const gone = { id: 'gone', out: true, ...further }
        const more = await score(RULES, [...list, gone])
        const others = more.result.results.filter(({ id }) => id !== 'gone')
        expect(others).toEqual(result.results)
        expect(more.result.rankings).toEqual(result.rankings)
        expect(more.of('gone').status).toBe('not-applicable')
      }),
      { numRuns: 40 },
    )
  })
})

describe('a body', () => {
  it('is placed or left out with a reason in every ranking without a condition', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (list, out) => {
        const all = list.map((each, index) =>
          index === 0 ? { ...each, out } : each,
        )
        const { result } = await score(RULES, all)
        const ids = all.map(({ id }) => id).sort()
        for (const [name, placed] of Object.entries(result.rankings)) {
          const leftOut = result.leftOutOfRankings[name] ?? []
          const found = [...placed, ...leftOut].map(({ id }) => id).sort()
          expect(found).toEqual(ids)
          expect(leftOut.every(({ reason }) => reason !== '')).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('without a total says which inputs caused that', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (list) => {
        const { result } = await score(RULES, list)
        for (const each of result.results) {
          const lost = each.missing.filter(({ output }) => output === 'total')
          expect(each.status === 'not-scored').toBe(lost.length > 0)
          expect(each.outputs['total'] === null).toBe(lost.length > 0)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the points of the rules', () => {
  it('add up to the deduction, and caps never add points', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (list) => {
        const { run } = await score(RULES, list)
        for (const { given } of run.bodies) {
          const explained = await explainOutput(run, given?.id ?? '', 'W')
          const [figure] = explained?.figures ?? []
          if (!figure || figure.value.text === null) continue
          const rules = figure.rules.filter(({ points }) => points !== null)
          const sum = rules.reduce(
            (so, { points }) => so.add(fraction(points)),
            new Fraction(0),
          )
          // Sevenths have 64 digits and no more.
          expect(
            sum.sub(fraction(figure.value.text)).abs().valueOf(),
          ).toBeLessThan(1e-60)
          for (const { points, pointsBeforeCap } of rules) {
            expect(
              fraction(points).compare(fraction(pointsBeforeCap)),
            ).toBeLessThanOrEqual(0)
          }
          expect(sum.compare(6)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 40 },
    )
  })
})

function fraction(text: string | null): Fraction {
  const [whole = '0', places = ''] = (text ?? '0').split('.')
  const digits = BigInt(`${whole}${places}`)
  return new Fraction(digits, 10n ** BigInt(places.length))
}

describe('an explanation', () => {
  it('shows the figures of the run and the result, each once', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.boolean(), async (list, out) => {
        const all = list.map((each, index) =>
          index === 0 ? { ...each, out } : each,
        )
        const { run, of } = await score(RULES, all)
        for (const row of run.bodies) {
          const id = row.given?.id ?? ''
          for (const name of explainableFigures(run)) {
            const explained = await explainOutput(run, id, name)
            const figures = explained?.figures ?? []
            const keys = figures.map(({ key }) => key)
            expect(new Set(keys).size).toBe(keys.length)
            for (const { operands } of figures)
              expect(keys).toEqual(expect.arrayContaining([...operands]))
            expect(figures[0]?.key).toBe(name)
            expectSame(figures[0]?.value.text ?? null, of(id), name)
            if (of(id).status === 'not-applicable') continue
            for (const { key, value } of figures) {
              const node = run.methodology.nodes.find(
                (each) => each.name === key && each.level === row.level,
              )
              const cell = node && row.cells[node.slot]
              if (cell && node.kind !== 'distribution')
                expect(value).toEqual(describeValue(cell))
            }
          }
        }
      }),
      { numRuns: 12 },
    )
  })
})

/** An output of the result and its explanation say the same. */
function expectSame(text: string | null, result: BodyResult, name: string) {
  if (name in result.exact) expect(text).toBe(result.exact[name])
}
