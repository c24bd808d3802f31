/** Whom two runs scored, and what was missing where they did not. */
import { describe, expect, it } from 'vitest'

import {
  missingInputs,
  statusChanges,
  type BodyStatus,
} from '../../../studio/features/replay/not-scored.js'

const scored: BodyStatus = {
  ...{ status: 'scored', missing: [], notApplicable: [] },
}
const lacking = (...inputs: string[]): BodyStatus => ({
  status: 'not-scored',
  missing: inputs.map((input) => ({
    ...{ input, row: null, reason: 'not given in the data', code: 'NOT_GIVEN' },
  })),
  notApplicable: [],
})

const BODIES = [
  { id: 'AFG', a: scored, b: lacking('literacy', 'gdp', 'literacy') },
  { id: 'KAZ', a: scored, b: lacking('literacy') },
  { id: 'SOM', a: lacking('schooling'), b: scored },
  { id: 'PRK', a: lacking('schooling'), b: lacking('gdp') },
  { id: 'SSD', a: null, b: lacking('gdp') },
]

describe('bodies that one of two runs has not scored', () => {
  it('are newly scored, no longer scored, or scored by neither', () => {
    const { newlyScored, noLongerScored, byNeither } = statusChanges(BODIES)
    expect(newlyScored.map(({ id }) => id)).toEqual(['SOM'])
    expect(noLongerScored.map(({ id }) => id)).toEqual(['AFG', 'KAZ'])
    expect(byNeither.map(({ id }) => id)).toEqual(['PRK'])
  })

  it('are in none of these lists where it is withheld whether one run scored them', () => {
    const hidden: BodyStatus = { ...scored, status: 'restricted' }
    const body = { id: 'KAZ', a: hidden, b: lacking('gdp') }
    expect(statusChanges([body])).toEqual({
      ...{ newlyScored: [], noLongerScored: [], byNeither: [] },
    })
  })

  it('lack inputs, each of which counts once for a body', () => {
    expect(missingInputs(BODIES, 'b')).toEqual([
      { input: 'gdp', bodies: 3 },
      { input: 'literacy', bodies: 2 },
    ])
    expect(missingInputs(BODIES, 'a')).toEqual([
      { input: 'schooling', bodies: 2 },
    ])
  })
})
