/** Nobody drops out silently: each body without a total has its reason. */
import { describe, expect, it } from 'vitest'

import { leftOutGroups } from '../../../studio/features/runs/left-out-groups.js'
import { notesOf } from '../../../studio/features/runs/result-notes.js'
import { unscoredBodies } from '../../../studio/features/runs/unscored.js'
import { inventedBody, inventedResult, scoredBody } from './invented-result.js'

const notGiven = (output: string, row: string | null = null) => ({
  ...{ output, input: 'fact', row },
  ...{ reason: 'not given in the data', code: 'NOT_GIVEN' },
})

describe('bodies without a total', () => {
  it('stand with each cause once, and the figures that it took', () => {
    const missing = [
      notGiven('goals', 'goals[g1]'),
      notGiven('total', 'goals[g1]'),
    ]
    const body = inventedBody('a', { status: 'not-scored', missing })
    const result = inventedResult([body, scoredBody('b', '1')])
    expect(unscoredBodies(result)).toEqual([
      {
        bodies: [{ id: 'a', name: null }],
        status: 'not-scored',
        reasons: [
          {
            ...{ kind: 'missing', place: 'goals[g1].fact' },
            ...{ reason: 'not given in the data', figures: ['goals', 'total'] },
          },
        ],
      },
    ])
  })

  it('stand together where the same is in their way', () => {
    const missing = [notGiven('total')]
    const bodies = ['a', 'b', 'c'].map((id) =>
      inventedBody(id, { status: 'not-scored', missing }),
    )
    const found = unscoredBodies(inventedResult(bodies))
    expect(found.map((each) => each.bodies.length)).toEqual([3])
  })

  it('say which rule excluded them, and all that it took', () => {
    const taken = (criterion: string | null) => ({
      ...{ criterion, rule: 'outside', citation: '53' },
    })
    const body = inventedBody('a', {
      status: 'not-applicable',
      notApplicable: [taken('goals'), taken('orgdev')],
    })
    expect(unscoredBodies(inventedResult([body]))[0]?.reasons).toEqual([
      {
        ...{ kind: 'excluded', rule: 'outside', citation: '53' },
        criteria: ['goals', 'orgdev'],
      },
    ])
  })

  it('are also those whose data are broken', () => {
    const error = {
      ...{ code: 'X', file: 'f', line: 3, body: 'z', row: null, column: 'h' },
      message: 'h is "abc", which is no number.',
    }
    const leftOut = [{ id: 'z', errors: [error] }]
    const [found] = unscoredBodies(inventedResult([], { leftOut }))
    expect(found?.status).toBe('left-out')
    expect(found?.reasons).toEqual([
      { kind: 'broken', messages: [error.message] },
    ])
  })
})

describe('bodies left out of a ranking', () => {
  it('stand together under one reason', () => {
    const reason = { reason: 'A is missing', rule: null, citation: null }
    const other = { reason: 'excluded', rule: 'r', citation: '5' }
    const groups = leftOutGroups([
      { id: 'a', ...reason },
      { id: 'b', ...other },
      { id: 'c', ...reason },
    ])
    expect(groups.map(({ ids }) => ids)).toEqual([['a', 'c'], ['b']])
  })
})

describe('the notes of a body', () => {
  const limit = {
    ...{ rule: 'cap', of: 'goals', kind: 'at_most', rounding: 'before' },
    ...{ limit: 50, before: 60, bound: true, citation: '7' },
  } as const

  it('name a limit that has no column of its own, where it holds', () => {
    const loose = { ...limit, rule: 'other', bound: false }
    const body = scoredBody('a', '1', { limits: [limit, loose] })
    expect(notesOf(body, ['total']).limits).toEqual([limit])
    expect(notesOf(body, ['total', 'goals']).limits).toEqual([])
  })

  it('name who was joined', () => {
    const joined = [
      { id: 'old', name: 'Old', ended: '2025-03-12', citation: '53' },
    ]
    expect(notesOf(scoredBody('a', '1', { joined }), []).joined).toEqual(joined)
  })
})
