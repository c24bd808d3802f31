import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { score, type Body } from '../../helpers/score.js'

/** What a rule with the condition comes to: true, false, or missing. */
async function decide(
  when: string,
  given: { readonly [column: string]: unknown } = {},
  previous?: readonly Body[],
): Promise<string> {
  const text = `
    parameters: { half: { value: 0.5 } }
    inputs:
      x: { type: number, missing: allowed }
      y: { type: number, missing: allowed }
      late: { type: boolean, missing: allowed }
      kind: { type: level, values: [central, local], missing: allowed }
      since: { type: date, missing: allowed }
      goals: { v: { type: number } }
    indicators: { gone: { under: total } }
    criteria: { total: { aggregate: only, missing_child: node-zero } }
    computed:
      s: { formula: x + y }
      population.best: { formula: max(bodies.x) }
    rules:
      away: { when: true, exclude: { criterion: gone } }
      r: { when: ${when}, flag: {} }`
  const { run } = await score(
    text,
    [{ id: 'b', gone: 1, ...given }],
    previous ? { previous } : {},
  )
  return figure(run, 'b', 'rule r')
}

describe('the operators', () => {
  it.each([
    ['equal', 'true', 'false', 'false'],
    ['notEqual', 'false', 'true', 'true'],
    ['lessThan', 'false', 'true', 'false'],
    ['lessThanInclusive', 'true', 'true', 'false'],
    ['greaterThan', 'false', 'false', 'true'],
    ['greaterThanInclusive', 'true', 'false', 'true'],
  ])(
    '%s compares decimals exactly: 0.1 + 0.2 is 0.3',
    async (operator, same, below, above) => {
      const when = `{ fact: s, operator: ${operator}, value: 0.3 }`
      const given = { x: 0.1, y: 0.2 }
      expect(await decide(when, given)).toBe(same)
      const digits = '0.19999999999999999999999999999999999999'
      expect(await decide(when, { x: 0.1, y: digits })).toBe(below)
      const more = '0.20000000000000000000000000000000000001'
      expect(await decide(when, { x: 0.1, y: more })).toBe(above)
      expect(await decide(when, { x: 0.1 })).toBe('missing: NOT_GIVEN')
    },
  )

  it('in and notIn compare exactly with each of the list', async () => {
    const given = { x: 0.1, y: 0.2, kind: 'local' }
    const cases = [
      ['{ fact: s, operator: in, value: [0.1, 0.3] }', 'true'],
      ['{ fact: s, operator: in, value: [0.1, 0.30000000000000004] }', 'false'],
      ['{ fact: s, operator: notIn, value: [0.1, 0.3] }', 'false'],
      ['{ fact: s, operator: notIn, value: [0.1] }', 'true'],
      ['{ fact: kind, operator: in, value: [local] }', 'true'],
      ['{ fact: kind, operator: notIn, value: [local] }', 'false'],
    ] as const
    for (const [when, value] of cases) {
      expect(await decide(when, given)).toBe(value)
    }
  })

  it('leave the membership of a missing fact undecided', async () => {
    const within = '{ fact: kind, operator: in, value: [local] }'
    const without = '{ fact: kind, operator: notIn, value: [local] }'
    expect(await decide(within)).toBe('missing: NOT_GIVEN')
    expect(await decide(without)).toBe('missing: NOT_GIVEN')
  })

  it('compare booleans, levels and dates with their own kind', async () => {
    const given = { late: false, kind: 'central', since: '2012-01-19' }
    const cases = [
      ['{ fact: late, operator: equal, value: false }', 'true'],
      ['{ fact: late, operator: notEqual, value: false }', 'false'],
      ['{ fact: kind, operator: equal, value: central }', 'true'],
      ['{ fact: since, operator: lessThan, value: 2012-02-01 }', 'true'],
      ['{ fact: since, operator: greaterThan, value: 2012-02-01 }', 'false'],
    ] as const
    for (const [when, value] of cases) {
      expect(await decide(when, given)).toBe(value)
    }
  })
})

describe('facts', () => {
  it('may be compared with parameters and with other facts', async () => {
    const given = { x: 0.5, y: 0.25 }
    const half = '{ fact: x, operator: equal, value: { fact: half } }'
    const more = '{ fact: x, operator: greaterThan, value: { fact: y } }'
    expect(await decide(half, given)).toBe('true')
    expect(await decide(more, given)).toBe('true')
    expect(await decide(more, { x: 1 })).toBe('missing: NOT_GIVEN')
  })

  it('say with present(x) whether a value is there, and are never undecided then', async () => {
    const present = '{ fact: present(x), operator: equal, value: true }'
    expect(await decide(present, { x: 0 })).toBe('true')
    expect(await decide(present)).toBe('false')
    const gone = '{ fact: present(gone), operator: equal, value: true }'
    expect(await decide(gone)).toBe('false')
  })

  it('of the population are reached by a plain path', async () => {
    const dotted = '{ fact: population.best, operator: equal, value: 3 }'
    const path = '{ fact: population, path: $.best, operator: equal, value: 3 }'
    expect(await decide(dotted, { x: 3 })).toBe('true')
    expect(await decide(path, { x: 3 })).toBe('true')
    expect(await decide(path, { x: 4 })).toBe('false')
  })

  it('of one year ago come from the data of that year', async () => {
    const when =
      '{ fact: x, years_ago: 1, operator: lessThan, value: { fact: x } }'
    expect(await decide(when, { x: 3 }, [{ id: 'b', x: 2 }])).toBe('true')
    expect(await decide(when, { x: 2 }, [{ id: 'b', x: 3 }])).toBe('false')
    expect(await decide(when, { x: 2 }, [{ id: 'other', x: 3 }])).toBe(
      'missing: NO_PREVIOUS_BODY',
    )
    expect(await decide(when, { x: 2 }, [{ id: 'b' }])).toBe(
      'missing: NOT_GIVEN',
    )
    expect(await decide(when, { x: 2 })).toBe('missing: NO_PREVIOUS_DATA')
  })

  it('may be written as one formula', async () => {
    expect(await decide('x > 1 and y > 1', { x: 0 })).toBe('false')
    expect(await decide('x > 1 and y > 1', { x: 2 })).toBe('missing: NOT_GIVEN')
    expect(await decide('count(goals) == 0')).toBe('true')
    expect(await decide('sum(goals.v) > 1', { goals: [{ v: 2 }] })).toBe('true')
  })
})

describe('a fact that is not applicable', () => {
  const gone = '{ fact: gone, operator: equal, value: 1 }'
  const yes = '{ fact: x, operator: equal, value: 1 }'
  const lost = '{ fact: y, operator: equal, value: 1 }'

  it.each([
    ['alone', gone],
    ['below not', `{ not: ${gone} }`],
    ['below two nots', `{ not: { not: ${gone} } }`],
    ['in all', `{ all: [${gone}, ${yes}] }`],
    ['in any', `{ any: [${gone}, ${gone}] }`],
    ['in all, beside a missing fact', `{ all: [${gone}, ${lost}] }`],
    ['below not in all', `{ all: [{ not: ${gone} }, ${yes}] }`],
    ['below not over any', `{ not: { any: [${gone}, ${gone}] } }`],
    ['in a formula', 'gone == 1'],
    ['in a formula, negated', 'not (gone == 1)'],
    ['in a formula, beside a missing one', 'gone == 1 and y == 1'],
  ])('%s does not fire, and is not undecided', async (_, when) => {
    expect(await decide(when, { x: 1 })).toBe('false')
  })

  it('leaves the other branch of any to decide', async () => {
    expect(await decide(`{ any: [${gone}, ${yes}] }`, { x: 1 })).toBe('true')
    expect(await decide(`{ any: [${gone}, ${yes}] }`, { x: 2 })).toBe('false')
    expect(await decide(`{ any: [${gone}, ${lost}] }`)).toMatch(/^missing/)
  })
})
