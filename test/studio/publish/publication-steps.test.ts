/** What can be done with a draft, and why not: two people, one text, no mistakes. */
import { describe, expect, it } from 'vitest'

import type { components } from '../../../studio/api/openapi.js'
import {
  stepsOf,
  type Who,
} from '../../../studio/features/publish/publication-steps.js'

type DraftState = components['schemas']['DraftState']

const AIGUL = { actor: 'user:aigul', name: 'Aigul' }
const TEXT = 'a'.repeat(64)
const AT = '2026-11-22T10:00:00.000Z'

function draft(parts: Partial<DraftState>): DraftState {
  return {
    ...{ id: '1', status: 'draft', methodology: 'hdi', version: '2026' },
    ...{ sha256: TEXT, from: null, publishedAt: null },
    ...{ createdAt: AT, createdBy: AIGUL, changedAt: AT, changedBy: AIGUL },
    ...{ authors: [AIGUL], mistakes: [], warnings: [], approvals: [] },
    ...parts,
  }
}

function user(id: string, ...permissions: readonly string[]): Who {
  return { kind: 'user', id, may: (asked) => permissions.includes(asked) }
}

const WRITER = user('aigul', 'draft', 'publish')
const APPROVER = user('berik', 'approve')

describe('approval', () => {
  it('is asked for by whoever writes drafts', () => {
    expect(stepsOf(draft({}), WRITER).request).toEqual({ kind: 'yes' })
    expect(stepsOf(draft({}), APPROVER).request).toEqual({
      ...{ kind: 'no', because: 'notAllowed' },
    })
  })

  it('is not asked for while the text has mistakes', () => {
    const mistake = { code: 'X', message: '', file: '', line: 1, column: 1 }
    const { request } = stepsOf(draft({ mistakes: [mistake] }), WRITER)
    expect(request).toEqual({ kind: 'no', because: 'mistakes' })
  })

  it('is given by somebody else than the authors', () => {
    const requested = draft({ status: 'requested' })
    expect(stepsOf(requested, APPROVER).decide).toEqual({ kind: 'yes' })
    const both = user('aigul', 'draft', 'approve')
    expect(stepsOf(requested, both).decide).toEqual({
      ...{ kind: 'no', because: 'ownWork' },
    })
  })

  it('is not given before it was asked for', () => {
    expect(stepsOf(draft({}), APPROVER).decide).toEqual({
      ...{ kind: 'no', because: 'notRequested' },
    })
  })

  it('takes a second person, whom a server without users does not have', () => {
    const alone: Who = { kind: 'local', id: null, may: () => true }
    expect(stepsOf(draft({ status: 'requested' }), alone).decide).toEqual({
      ...{ kind: 'no', because: 'secondPerson' },
    })
  })
})

describe('publication', () => {
  it('follows the approval', () => {
    expect(stepsOf(draft({ status: 'approved' }), WRITER).publish).toEqual({
      kind: 'yes',
    })
    expect(stepsOf(draft({ status: 'rejected' }), WRITER).publish).toEqual({
      ...{ kind: 'no', because: 'notApproved' },
    })
  })

  it('happens once', () => {
    const steps = stepsOf(draft({ status: 'published' }), WRITER)
    for (const step of [steps.request, steps.decide, steps.publish]) {
      expect(step).toEqual({ kind: 'no', because: 'published' })
    }
  })
})
