/** A stored run under the rules of another version. */
import { describe, expect, it } from 'vitest'

import type { ListedVersion, StoredRun } from '../../../studio/api/answers.js'
import { coversYear } from '../../../studio/methodology/reporting-years.js'
import {
  findSameRun,
  isOfItsYear,
  otherVersions,
  requestUnder,
} from '../../../studio/features/replay/other-rules.js'

const sha = (digit: string) => digit.repeat(64)

const RUN: StoredRun = {
  ...{ id: 'run-2021', methodology: 'hdi', version: '2014', year: 2021 },
  ...{ methodologySha256: sha('a'), resultSha256: sha('b'), edition: null },
  ...{ engineVersion: '0.2.0', dataSet: sha('c'), registerSha256: null },
  ...{ createdAt: '2026-11-22T18:00:00.000Z', createdBy: 'local' },
  basedOn: [],
}

function version(
  id: string,
  years: ListedVersion['years'],
  more: Partial<ListedVersion> = {},
): ListedVersion {
  return {
    ...{ id: 'hdi', version: id, title: {}, years, edition: null },
    act: {
      ...{ number: null, date: null, issuer: null, title: 'Report', url: null },
      ...{ amendedBy: [], repealedBy: null },
    },
    ...{ status: 'published', locked: true, withdrawn: null },
    ...{ supersededBy: null, sha256: sha('d'), file: `hdi/${id}.yaml` },
    ...more,
  }
}

const V2007 = version('2007', { kind: 'range', from: 1975, to: 2007 })
const V2014 = version('2014', { kind: 'range', from: 2013, to: null })
const LIST = [
  {
    id: 'hdi',
    versions: [
      ...[V2007, V2014],
      version('2010', V2007.years, { withdrawn: { at: '', because: '' } }),
      version('2030', V2014.years, { status: 'draft' }),
    ],
  },
]

describe('the versions that a stored run can be scored under', () => {
  it('are the published ones, but its own and those that were withdrawn', () => {
    expect(otherVersions(LIST, RUN)).toEqual([V2007])
  })

  it('make no assessment of a year that they do not cover', () => {
    expect(isOfItsYear(LIST, RUN)).toBe(true)
    expect(isOfItsYear(LIST, { ...RUN, version: '2007' })).toBe(false)
    expect(isOfItsYear(LIST, { ...RUN, version: '1990' })).toBe(null)
  })

  it('cover the first and the last year of a range, and the years of a list', () => {
    const covered = [1974, 1975, 2007, 2008].map((year) =>
      coversYear(V2007.years, year),
    )
    expect(covered).toEqual([false, true, true, false])
    expect(coversYear({ kind: 'list', years: [2018] }, 2019)).toBe(false)
  })
})

describe('the request for a run under other rules', () => {
  it('gives the runs again that the run looked at: earlier years and other methodologies', () => {
    const earlier = { ...RUN, id: 'run-2020', year: 2020 }
    const another = { ...RUN, id: 'goals-2021', methodology: 'kz-goals' }
    const request = requestUnder(
      { ...RUN, registerSha256: sha('e') },
      ...(['2007', [earlier, another], [sha('f')]] as const),
    )
    expect(request).toEqual({
      ...{ methodology: 'hdi', version: '2007', year: 2021, dataSet: sha('c') },
      ...{ register: sha('e'), previous: [sha('f')] },
      ...{ history: ['run-2020'], from: ['goals-2021'] },
    })
  })

  it('is none where the data set is withheld', () => {
    expect(requestUnder({ ...RUN, dataSet: null }, '2007', [], [])).toBe(null)
  })

  it('is not needed where such a run is kept already', () => {
    const same: StoredRun = {
      ...{ ...RUN, id: 'kept', version: '2007', methodologySha256: sha('d') },
    }
    const otherText = { ...same, methodologySha256: sha('0') }
    expect(findSameRun([RUN, same], RUN, V2007)?.id).toBe('kept')
    expect(findSameRun([RUN, otherText], RUN, V2007)).toBe(null)
    expect(findSameRun([{ ...same, basedOn: ['x'] }], RUN, V2007)).toBe(null)
  })
})
