import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  explainOutput,
  explanationText,
  loadMethodology,
} from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { findProblems } from '../methodology/find-problems.js'
import { score, type Body } from '../../helpers/score.js'

const CARE = join(import.meta.dirname, '../../fixtures/care/2024.yaml')

function care() {
  const { methodology, problems } = loadMethodology(
    'care.yaml',
    readFileSync(CARE, 'utf8'),
  )
  if (!methodology) throw new Error(problems.map((p) => p.message).join('\n'))
  return methodology
}

const GOOD = { effective: 'good', caring: 'good', responsive: 'outstanding' }
const HARBOUR: Body = {
  id: 'harbour',
  safe: 'inadequate',
  well_led: 'outstanding',
  ...GOOD,
  wards: [{ rating: 'good' }, { rating: 'requires-improvement' }],
}

describe('a rating of care services', () => {
  it('holds the overall rating at the strictest limit, and lists every limit that was met', async () => {
    const { of } = await score(care(), [HARBOUR], { year: 2024 })
    // inadequate, good, good, outstanding, outstanding: the middle is good
    expect(of('harbour').outputs['overall']).toBe('requires-improvement')
    expect(of('harbour').exact['overall']).toBe('requires-improvement')
    expect(
      of('harbour').limits.map(({ rule, limit, before, bound }) => [
        rule,
        limit,
        before,
        bound,
      ]),
    ).toEqual([
      ['one_inadequate', 'requires-improvement', 'good', true],
      ['worst_ward_limits', 'good', 'good', false],
    ])
  })

  it('explains each limit with its citation, and the order of the scale', async () => {
    const { run } = await score(care(), [HARBOUR], { year: 2024 })
    const found = await explainOutput(run, 'harbour', 'overall')
    const text = found ? explanationText(found) : ''
    expect(text).toContain(
      'limits: at most "requires-improvement" (rule one_inadequate, Rules for rating care services, 6), binds; at most "good" (rule worst_ward_limits, Rules for rating care services, 7), does not bind = requires-improvement',
    )
    expect(text).toContain('as judged, with 2 below as evidence = inadequate')
    expect(text).toContain(
      'scale judgement = inadequate (1 points) < requires-improvement (2 points) < good',
    )
    const rules = found?.figures[0]?.rules.map(({ rule, limit, bound }) => ({
      rule,
      limit,
      bound,
    }))
    expect(rules?.[0]).toEqual({
      rule: 'one_inadequate',
      limit: 'at most "requires-improvement"',
      bound: true,
    })
  })

  it('limits before rounding where the rule says so', async () => {
    const wards = [1, 2, 3].map(() => ({ rating: 'good' }))
    const body = { id: 'b', safe: 'good', well_led: 'outstanding', ...GOOD }
    const { of } = await score(care(), [{ ...body, wards }], { year: 2024 })
    // (3 + 4) / 2 = 3.5, held at 2.04, rounded to 2.0: two stars
    expect(of('b').outputs['points']).toBe(2)
    expect(of('b').outputs['star_rating']).toBe('two')
  })

  it('is missing where a limit is undecided, naming its rule', async () => {
    const body = { id: 'b', safe: 'good', well_led: 'good', ...GOOD, wards: [] }
    const { of } = await score(care(), [body], { year: 2024 })
    expect(of('b').status).toBe('not-scored')
    expect(of('b').outputs['overall']).toBeNull()
    expect(of('b').missing[0]?.input).toBe('wards')
  })

  it('meets its own examples', async () => {
    expect(await findProblems(CARE, readFileSync(CARE, 'utf8'))).toEqual([])
  })
})

const STARS = `
  scales:
    stars:
      order: best-first
      levels:
        three: { above: 80, at_most: 100 }
        two: { at_least: 40 }
        one: {}
  inputs: { x: { type: number, missing: allowed } }
  criteria: { rating: { formula: "band(x, stars)" } }
  total: rating`

describe('band', () => {
  it.each([
    [39.999, 'one'],
    [40, 'two'],
    [80, 'two'],
    [80.001, 'three'],
    [100, 'three'],
    [-5, 'one'],
  ])('of %s is %s: an edge belongs where the scale says', async (x, level) => {
    const { of } = await score(STARS, [{ id: 'b', x }])
    expect(of('b').outputs['rating']).toBe(level)
  })

  it('of a number outside all intervals is missing, with the number', async () => {
    const { of } = await score(STARS, [{ id: 'b', x: 101 }])
    expect(of('b').missing).toEqual([
      expect.objectContaining({ code: 'NO_BAND', input: 'rating' }),
    ])
    expect(of('b').missing[0]?.reason).toContain('101 on "stars"')
  })
})

describe('levels of a scale', () => {
  const rows = (...words: string[]) => words.map((mark) => ({ mark }))
  const value = async (formula: string, words: string[]) => {
    const rules = `
      scales: { marks: { order: best-first, levels: [good, fair, poor] } }
      inputs: { rows: { mark: { type: level, scale: marks, missing: allowed } } }
      computed: { result: { formula: ${JSON.stringify(formula)} } }
      outputs: [result]
      total: result`
    const { run } = await score(rules, [{ id: 'b', rows: rows(...words) }])
    return figure(run, 'b', 'result')
  }

  it('have the worse of the two in the middle as median of an even number', async () => {
    expect(
      await value('median(rows.mark)', ['good', 'poor', 'fair', 'good']),
    ).toBe('fair')
    expect(await value('median(rows.mark)', ['good', 'poor', 'good'])).toBe(
      'good',
    )
  })

  it('have the worst as min and the best as max, however they are listed', async () => {
    expect(await value('min(rows.mark)', ['good', 'poor', 'fair'])).toBe('poor')
    expect(await value('max(rows.mark)', ['fair', 'poor'])).toBe('fair')
  })

  it('are counted by comparison', async () => {
    const words = ['good', 'poor', 'fair']
    expect(await value('countIf(rows.mark >= "fair")', words)).toBe('2')
  })
})

describe('limits on a number', () => {
  const rules = (...limits: string[]) => `
    inputs: { x: { type: number, missing: allowed }, on: { type: boolean, missing: allowed } }
    criteria: { total: { formula: x, round: { digits: 0, mode: half-up } } }
    rules:
      ${limits.map((limit, index) => `r${index}: { when: on, limit: { of: total, ${limit} } }`).join('\n      ')}`
  const of = async (x: number | null, ...limits: string[]) => {
    const scored = await score(rules(...limits), [{ id: 'b', x, on: true }])
    return scored.of('b')
  }

  it('marks the upper limit alone where a lower one has the same value', async () => {
    const { outputs, limits } = await of(10, 'at_most: 3', 'at_least: 3')
    expect(outputs['total']).toBe(3)
    expect(limits.map(({ bound }) => bound)).toEqual([true, false])
  })

  it('leaves no value where they contradict one another, naming both rules', async () => {
    const { missing } = await of(4, 'at_most: 3', 'exactly: 5')
    expect(missing[0]?.code).toBe('LIMITS_CONTRADICT')
    expect(missing[0]?.reason).toContain(
      'at most 3 by rule r0, exactly 5 by rule r1',
    )
  })

  it('leaves a missing value missing, and lists the limit', async () => {
    const { outputs, limits } = await of(null, 'exactly: 5')
    expect(outputs['total']).toBeNull()
    expect(limits[0]).toMatchObject({ before: null, bound: false })
  })

  it('takes a formula of the body', async () => {
    const { outputs } = await of(10, 'at_most: x / 4')
    // after rounding, so that 2.5 stays 2.5
    expect(outputs['total']).toBe(2.5)
  })
})
