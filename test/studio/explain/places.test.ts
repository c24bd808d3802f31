/** Where a body stands, in its year and in others. */
import { describe, expect, it } from 'vitest'

import type { ScoreAnswer, StoredRun } from '../../../studio/api/answers.js'
import {
  newestOfYears,
  placesByYear,
  withGaps,
  type YearOfBody,
} from '../../../studio/features/explain/place-history.js'
import { placesOf } from '../../../studio/features/explain/places.js'

const RANKINGS: Pick<ScoreAnswer, 'rankings'> = {
  rankings: {
    all: [
      { place: 1, id: 'a', value: 3 },
      { place: 2, id: 'b', value: 2 },
      { place: 2, id: 'c', value: 2 },
    ],
    groups: [
      { place: 1, id: 'a', value: 3, group: { region: 'north' } },
      { place: 1, id: 'b', value: 2, group: { region: 'south' } },
      { place: 1, id: 'c', value: 2, group: { region: 'south' } },
    ],
    others: [{ place: 1, id: 'a', value: 3 }],
  },
}

const run = (year: number, id: string, createdAt: string): StoredRun => ({
  ...{ id, year, createdAt, methodology: 'm', version: '1' },
  ...{ methodologySha256: '', engineVersion: '', edition: null },
  ...{ dataSet: null, registerSha256: null, resultSha256: null },
  ...{ createdBy: '', basedOn: [] },
})

const placed = (year: number, place: number | null): YearOfBody => ({
  ...{ year, run: run(year, String(year), ''), body: null },
  ...{ place, among: 9 },
})

describe('places', () => {
  it('are those of every ranking that the body is in, with its neighbours', () => {
    expect(placesOf(RANKINGS, 'b')).toMatchObject([
      { ranking: 'all', place: 2, among: 3, above: 'a', below: 'c' },
      { ranking: 'groups', place: 1, among: 2, above: null, below: 'c' },
    ])
  })
})

describe('the history of places', () => {
  it('goes by the newest run of each year', () => {
    const runs = [
      run(2021, 'new', '2026-02-01'),
      run(2021, 'old', '2026-01-01'),
      run(2019, 'only', '2026-03-01'),
    ]
    expect(newestOfYears(runs).map(({ id }) => id)).toEqual(['only', 'new'])
  })

  it('shows years without a run as a gap', () => {
    const years = withGaps([placed(2017, 4), placed(2020, null)])
    expect(years.map((each) => [each.year, each.run !== null])).toEqual([
      [2017, true],
      [2018, false],
      [2020, true],
    ])
    expect(placesByYear(years)).toEqual([
      { year: 2017, place: 4 },
      { year: 2018, place: null },
      { year: 2019, place: null },
      { year: 2020, place: null },
    ])
  })
})
