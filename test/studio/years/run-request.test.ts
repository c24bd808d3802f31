/** What a run is asked for, beside the rules and the data. */
import { describe, expect, it } from 'vitest'

import type { DataSet, StoredRun } from '../../../studio/api/answers.js'
import {
  dataSetsFor,
  runRequest,
  suppliesFor,
} from '../../../studio/features/years/run-request.js'

const dataSet = (id: string, year: number, methodology: string | null) =>
  ({
    ...{ id, name: id, methodology, year, source: '' },
    ...{ loadedAt: '', loadedBy: '', replaces: null, bodies: 1 },
  }) satisfies DataSet

const run = (id: string, year: number, methodology: string) =>
  ({
    ...{ id, methodology, version: '1', methodologySha256: '', year },
    ...{ engineVersion: '', edition: null, dataSet: null, basedOn: [] },
    ...{ registerSha256: null, resultSha256: null },
    ...{ createdAt: '', createdBy: '' },
  }) satisfies StoredRun

const dataSets = [
  dataSet('now', 2025, 'm'),
  dataSet('any', 2025, null),
  dataSet('other', 2025, 'n'),
  dataSet('before', 2024, 'm'),
]
const runs = [
  run('m24', 2024, 'm'),
  run('m23', 2023, 'm'),
  run('n25', 2025, 'n'),
]
const needs = {
  ...{ register: null, earlierData: [1], earlierRuns: [1, 2] },
  others: ['n'],
}
const supplies = suppliesFor(needs, 'm', 2025, dataSets, runs)

const choice = {
  ...{ methodology: 'm', version: '', dataSet: 'now', register: '' },
  ...{ supplies: {}, leaveOutBroken: false },
}

describe('what can be chosen for a run', () => {
  it('are the data sets of the year that fit the methodology', () => {
    const found = dataSetsFor(dataSets, 'm', 2025).map(({ id }) => id)
    expect(found).toEqual(['now', 'any'])
  })

  it('are earlier data, earlier runs and runs of other methodologies that the rules look at', () => {
    const found = supplies.map(({ kind, year, choices }) => [
      ...[kind, year, choices.map(({ id }) => id)],
    ])
    expect(found).toEqual([
      ['earlierData', 2024, ['before']],
      ['earlierRun', 2024, ['m24']],
      ['earlierRun', 2023, ['m23']],
      ['otherRun', 2025, ['n25']],
    ])
  })
})

describe('the request for a run', () => {
  it('leaves out what was not chosen', () => {
    expect(runRequest(choice, 2025, supplies)).toEqual({
      ...{ methodology: 'm', year: 2025, dataSet: 'now' },
    })
  })

  it('sorts what was chosen into data, earlier results and other results', () => {
    const chosen = {
      ...{ 'data-1': 'before', 'run-1': 'm24', 'run-2': '' },
      'other-n': 'n25',
    }
    const asked = { ...choice, supplies: chosen, version: '1', register: 'f' }
    expect(runRequest(asked, 2025, supplies)).toEqual({
      ...{ methodology: 'm', version: '1', year: 2025, dataSet: 'now' },
      ...{ register: 'f', previous: ['before'], history: ['m24'] },
      from: ['n25'],
    })
  })
})
