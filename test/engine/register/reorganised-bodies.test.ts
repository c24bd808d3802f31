import { beforeAll, describe, expect, it } from 'vitest'

import type { Register, Run } from '../../../engine/index.js'
import { figure, valueText } from '../../helpers/figure.js'
import { methodology } from '../../helpers/methodology.js'
import { register } from '../../helpers/register.js'
import { messages, score, tryScore, type Body } from '../../helpers/score.js'
import { BODIES, DATA, OF_A, RULES } from './ministries.js'

let bodies: Register
beforeAll(async () => {
  bodies = await register(BODIES)
})

const scored = (data: readonly Body[] = DATA, year = 2023) =>
  score(RULES, data, { year, register: bodies })

const codes = async (data: readonly Body[], year = 2023) => {
  const { problems, result } = await tryScore(RULES, data, {
    year,
    register: bodies,
  })
  return messages([...problems, ...(result?.warnings ?? [])])
}

function statistic(run: Run, name: string): string {
  const node = run.methodology.nodes.find((each) => each.name === name)
  const value = node && run.population.cells[node.slot]
  return value ? valueText(value) : 'none'
}

describe('a body that was joined to its successor in the first half of the year', () => {
  it('is assessed within the successor, which names it', async () => {
    const { of } = await scored()
    expect(of('b')).toMatchObject({
      status: 'scored',
      name: 'New ministry',
      outputs: { total: 7, staff: 10 },
      joined: [
        {
          id: 'a',
          name: 'Old ministry',
          ended: '2023-03-12',
          citation: 'No 954 of 2010-03-19, 53',
        },
      ],
    })
    expect(of('d').joined).toBeUndefined()
  })

  it('is listed as not scored: joined, with successor, date and citation', async () => {
    const { of } = await scored()
    const a = of('a')
    expect(a.status).toBe('not-scored')
    expect(a.outputs).toEqual({
      total: null,
      share: null,
      staff: null,
      delay: null,
    })
    expect(a.ended).toEqual({
      on: '2023-03-12',
      then: 'joined-to-successor',
      successor: 'b',
      citation: 'No 954 of 2010-03-19, 53',
    })
    expect(a.missing.map(({ output, code }) => [output, code])).toEqual([
      ['total', 'JOINED'],
      ['share', 'JOINED'],
      ['staff', 'JOINED'],
      ['delay', 'JOINED'],
    ])
    expect(a.missing[0]?.reason).toBe(
      'the body ended and is assessed within its successor: b, ended on 2023-03-12 (No 954 of 2010-03-19, 53)',
    )
  })

  it('brings its figures: added, the worst one, rows appended', async () => {
    const { run, result } = await scored([...DATA, OF_A])
    expect(figure(run, 'b', 'staff')).toBe('14') // 10 + 4
    expect(figure(run, 'b', 'delay')).toBe('8') // of 3 and 8 days the longer
    expect(figure(run, 'b', 'share')).toBe('0.75') // (2/4 + 5/5) / 2
    expect(result.warnings).toEqual([])
    // Of 14 and 5: the joined body is no further body of the statistic.
    expect(statistic(run, 'population.most')).toBe('14')
    expect(result.rankings['all']?.map(({ id }) => id)).toEqual(['d', 'b'])
  })

  it('is missing in the sum where one of the two gives no figure', async () => {
    const { run, of } = await scored([...DATA, { ...OF_A, delay: null }])
    expect(figure(run, 'b', 'delay')).toBe('missing: JOINED_PART_MISSING')
    expect(
      of('b').missing.find(({ output }) => output === 'delay'),
    ).toMatchObject({
      input: 'delay',
      reason: 'not given for a body that is joined, or for this one: a',
    })
  })

  it('need not give what is not used, and is told where it does', async () => {
    expect(await codes([...DATA, { ...OF_A, head: 1, x: 3 }])).toEqual([
      'CELL_NOT_USED a - head: is not used: the body is joined to "b", whose own figure counts for both (when_joined: given).',
      'CELL_NOT_USED a - x: is not used: the body is joined to "b", whose own figure counts for both (when_joined: given).',
    ])
    expect(await codes([...DATA, { id: 'a', delay: 1, goals: [] }])).toEqual([
      'CELL_REQUIRED a - staff: the cell is empty; give a value. The methodology does not allow it to be missing.',
      expect.stringMatching(/^JOINED_BODY_BROKEN b/) as string,
    ])
  })

  it('does not leave its successor with half of the figures', async () => {
    const data = [...DATA, { ...OF_A, staff: 'many' }]
    const { result } = await tryScore(RULES, data, {
      year: 2023,
      register: bodies,
      leaveOutBroken: true,
    })
    expect(result?.leftOut.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(result?.results.find(({ id }) => id === 'b')).toBeUndefined()
  })

  it('goes on to the successor of its successor', async () => {
    const chain = await register(`
      id,kind,valid_from,valid_to,successor
      a,central,,2023-01-31,b
      b,central,,2023-03-12,d
      d,central,,,`)
    const { of, run } = await score(
      RULES,
      [
        { id: 'd', x: 9, staff: 5 },
        { id: 'a', staff: 1 },
        { id: 'b', staff: 2 },
      ],
      { year: 2023, register: chain },
    )
    expect(of('d').joined?.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(figure(run, 'd', 'staff')).toBe('8') // 5 + 1 + 2
  })

  it('is told where its successor ended itself and is not scored, figures and all', async () => {
    const chain = await register(`
      id,kind,valid_from,valid_to,successor
      a,central,,2023-03-12,b
      b,central,,2023-10-31,d
      d,central,,,`)
    const data = [...DATA.filter(({ id }) => id === 'd'), { id: 'a', staff: 1 }]
    const { result, of } = await score(RULES, data, {
      year: 2023,
      register: chain,
    })
    expect(of('a').missing[0]?.reason).toBe(
      'the body ended and is assessed within its successor: b, ended on 2023-03-12 (No 954 of 2010-03-19, 53); the successor ended on 2023-10-31 itself and is not scored (No 954 of 2010-03-19, 54)',
    )
    expect(messages(result.warnings)).toContain(
      'CELL_NOT_USED a - -: its figures are not used: it is joined to "b", which ended on 2023-10-31 and is not scored (No 954 of 2010-03-19, 54).',
    )
  })

  it('without a successor in the register is one mistake, of the register', async () => {
    const nobody = await register(`
      id,kind,valid_from,valid_to,successor
      a,central,,2023-03-12,
      d,central,,,`)
    const data = [
      { id: 'd', x: 9, staff: 5 },
      { id: 'a', staff: 1 },
    ]
    const { problems, result } = await tryScore(RULES, data, {
      year: 2023,
      register: nobody,
    })
    expect(result).toBeNull()
    expect(problems.map(({ code }) => code)).toEqual(['REGISTER_SUCCESSOR'])
  })

  it('refuses joined figures that break a bound', async () => {
    const rules = methodology(`
      register:
        id: bodies
        reorganised: [{ ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "53" }]
      indicators:
        x: { under: total, bounds: { most: 10 }, when_joined: add }
      criteria: { total: { aggregate: sum } }`)
    const data = [
      { id: 'b', x: 7 },
      { id: 'a', x: 7 },
    ]
    const { problems } = await tryScore(rules, data, {
      year: 2023,
      register: bodies,
    })
    expect(messages(problems)).toEqual([
      'CELL_OUT_OF_BOUNDS b - x: together with "a": received 14; the most possible is 10.',
    ])
  })
})

describe('a body that ended in the second half of the year', () => {
  it('is not scored, with date and citation, and its successor does not count it', async () => {
    const { of, result } = await scored([
      ...DATA,
      { id: 'c', staff: 100, x: 99 },
    ])
    expect(of('c')).toMatchObject({
      status: 'not-scored',
      ended: {
        on: '2023-09-12',
        then: 'not-scored',
        successor: 'd',
        citation: 'No 954 of 2010-03-19, 54',
      },
    })
    expect(of('c').missing[0]).toMatchObject({ code: 'ENDED_IN_YEAR' })
    expect(of('d')).toMatchObject({ outputs: { staff: 5 } })
    expect(of('d').joined).toBeUndefined()
    expect(messages(result.warnings)).toEqual([
      'CELL_NOT_USED c - -: its figures are not used: the body ended on 2023-09-12 and is not scored (No 954 of 2010-03-19, 54).',
    ])
  })
})

describe('the last day of a body', () => {
  it.each([
    ['2023-01-01', 'joined-to-successor'],
    ['2023-06-30', 'joined-to-successor'],
    ['2023-07-01', 'not-scored'],
    ['2023-12-31', 'not-scored'],
  ])('%s leads to: %s', async (day, then) => {
    const known = await register(`
      id,kind,valid_from,valid_to,successor
      a,central,,${day},b
      b,central,,,`)
    const { of } = await score(RULES, [], { year: 2023, register: known })
    expect(of('a').ended).toMatchObject({ on: day, then })
  })

  it('in another year leads to nothing', async () => {
    const known = await register(`
      id,kind,valid_from,valid_to,successor
      a,central,,2024-01-01,b
      b,central,,,`)
    const { of } = await score(RULES, [], { year: 2023, register: known })
    expect(of('a').ended).toBeUndefined()
  })
})

describe('bodies of the register', () => {
  it('without data are not scored, are in no statistic, and have no place', async () => {
    const { of, result, run } = await scored()
    expect(of('e')).toMatchObject({ status: 'not-scored', name: 'Bureau' })
    expect(of('e').missing[0]).toMatchObject({
      code: 'NO_DATA',
      reason: 'the register has the body and the data have not',
    })
    expect(run.bodies.map(({ given }) => given?.id)).toEqual(['b', 'd'])
    expect(result.rankings['all']?.map(({ id }) => id)).toEqual(['d', 'b'])
    expect(
      result.leftOutOfRankings['all']?.map(
        ({ id, reason }) => `${id}: ${reason.split(':')[0] ?? ''}`,
      ),
    ).toEqual([
      'a: the body ended and is assessed within its successor',
      'c: the body ended in the year and is not scored',
      'e: the register has the body and the data have not',
    ])
    // None of them would belong to it.
    expect(result.leftOutOfRankings['local']).toEqual([])
  })

  it('that are not assessed are not listed', async () => {
    const { result } = await scored()
    expect(result.results.map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ])
    expect(result.register).toEqual({ id: 'bodies', sha256: bodies.sha256 })
  })

  it('are those of the year: the year before, a and c were whole', async () => {
    const data = [
      { id: 'a', x: 1, staff: 1 },
      { id: 'c', x: 1, staff: 1 },
    ]
    const { of, result } = await scored(data, 2022)
    expect(of('a').status).toBe('scored')
    expect(result.results.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'a scored',
      'c scored',
      'd not-scored',
      'e not-scored',
      'gone not-scored',
    ])
    expect(of('gone').ended?.then).toBe('joined-to-successor')
    expect(of('d').joined?.map(({ id }) => id)).toEqual(['gone'])
  })

  it('are not applicable where a rule excludes them by their attributes, data or not', async () => {
    const rules = methodology(`
      register: bodies
      inputs: { kind: { type: level, values: [central, local], from: register } }
      indicators: { x: { under: total }, y: { under: part } }
      criteria:
        total: { aggregate: sum, excluded_child: share-weights, children: { part: { aggregate: sum } } }
      outputs: [total, part]
      rules:
        outside: { when: kind == "local", exclude: { body: true }, cite: "3" }
        no_part: { when: kind == "central", exclude: { criterion: part }, cite: "4" }
      rankings: { all: { output: total } }`)
    const { of, result } = await score(rules, [{ id: 'b', x: 1 }], {
      year: 2023,
      register: bodies,
    })
    expect(of('region')).toMatchObject({
      status: 'not-applicable',
      missing: [],
    })
    expect(of('region').notApplicable[0]?.rule).toBe('outside')
    expect(of('e')).toMatchObject({ status: 'not-scored' })
    expect(of('e').missing.map(({ output }) => output)).toEqual(['total'])
    expect(of('e').notApplicable[0]?.rule).toBe('no_part')
    expect(
      result.leftOutOfRankings['all']?.find(({ id }) => id === 'region'),
    ).toMatchObject({ reason: 'excluded', rule: 'outside' })
  })

  it('count on the day or during the year that the file names', async () => {
    const count = async (inForce: string) => {
      const rules = methodology(`
        register: { id: bodies, in_force: ${inForce} }
        criteria: { total: { formula: 1 } }`)
      const { result } = await score(rules, [], {
        year: 2023,
        register: bodies,
      })
      return result.results.map(({ id }) => id).join(' ')
    }
    expect(await count('{ on: 12-31 }')).toBe('b d e region')
    expect(await count('{ on: 03-12 }')).toBe('a c d e region')
    expect(await count('{ on: 03-13 }')).toBe('b c d e region')
    expect(await count('{ during: year }')).toBe('a b c d e region')
  })

  it('go on where a row ends and the next begins on the next day', async () => {
    const renamed = await register(`
      id,name_en,kind,valid_from,valid_to,successor
      a,Before,central,,2023-08-31,
      a,After,central,2023-09-01,,`)
    const { of } = await score(RULES, [], { year: 2023, register: renamed })
    expect(of('a')).toMatchObject({ name: 'After' })
    expect(of('a').ended).toBeUndefined()
  })
})
