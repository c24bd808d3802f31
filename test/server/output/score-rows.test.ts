import { describe, expect, it } from 'vitest'

import type { BodyResult, ScoreResult } from '../../../engine/index.js'
import { scoreCsv } from '../../../server/output/score-csv.js'

const BODY: BodyResult = {
  id: 'm1',
  name: null,
  status: 'scored',
  outputs: { zero: 0, gone: null, taken: null, minus: -1.5, level: '=high' },
  exact: { zero: '0', gone: null, taken: null, minus: '-1.5', level: '=high' },
  missing: [
    {
      ...{ output: 'gone', input: 'x', row: null },
      ...{ reason: 'not given in the data', code: 'NOT_GIVEN' },
    },
  ],
  absences: [],
  imputed: [],
  notApplicable: [{ criterion: 'taken', rule: 'no-data', citation: '7' }],
  deductions: [],
  limits: [],
  flags: [],
}

const RESULT: ScoreResult = {
  methodology: { id: 'tiny', version: '1', sha256: '', inForce: true },
  year: 2021,
  data: { sha256: '' },
  engine: { version: '1' },
  results: [BODY],
  rankings: {},
  leftOutOfRankings: {},
  populations: {},
  leftOut: [],
  warnings: [],
  sha256: '',
}

describe('a result as a table', () => {
  it('tells zero, missing and not applicable apart, and keeps signs of numbers alone', () => {
    expect(scoreCsv(RESULT).split('\n')).toEqual([
      'id,name,status,zero,gone,taken,minus,level,flags,reasons',
      expect.stringMatching(/^m1,,scored,0,,not-applicable,-1\.5,'=high,,/),
      '',
    ])
  })
})
