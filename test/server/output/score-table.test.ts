import { describe, expect, it } from 'vitest'

import {
  loadMethodology,
  type BodyResult,
  type Methodology,
  type ScoreResult,
} from '../../../engine/index.js'
import { scoreCsv } from '../../../server/output/score-csv.js'
import { scoreTable } from '../../../server/output/score-table.js'
import { tiny } from '../commands/tiny-methodology.js'

const rounded = tiny().replace(
  'aggregate: sum',
  'aggregate: sum, round: { digits: 2, mode: half-up }',
)

function methodology(): Methodology {
  const loaded = loadMethodology('tiny.yaml', rounded).methodology
  if (!loaded) throw new Error('tiny.yaml has mistakes')
  return loaded
}

const body: BodyResult = {
  id: 'm1',
  name: 'Қаржы министрлігі',
  status: 'scored',
  outputs: { total: 0.5 },
  exact: { total: '0.5' },
  missing: [],
  absences: [],
  notApplicable: [],
  deductions: [],
  limits: [],
  imputed: [],
  flags: [],
}

function result(change: Partial<ScoreResult>): ScoreResult {
  return {
    methodology: { id: 'tiny', version: '2020', sha256: 'm', inForce: true },
    year: 2021,
    data: { sha256: 'd' },
    engine: { version: '0.1.0' },
    results: [body],
    rankings: { total: [{ place: 1, id: 'm1', value: 0.5 }] },
    leftOutOfRankings: {},
    populations: {},
    leftOut: [],
    warnings: [],
    sha256: 'r',
    ...change,
  }
}

const show = (change: Partial<ScoreResult>) =>
  scoreTable(methodology(), result(change))

describe('scoreTable', () => {
  it('shows figures with the digits that the file rounds them to', () => {
    expect(show({})).toMatch(/ 1 {2}m1 {2}Қаржы министрлігі +0\.50$/m)
  })

  it('shows the compared figure where it is none of the outputs', () => {
    const text = show({
      rankings: { total: [{ place: 1, id: 'm1', value: 1 }] },
    })
    expect(text).toMatch(/total +compared\n.* 0\.50 +1$/m)
  })

  it('names a ranking in which nobody has a place', () => {
    expect(show({ rankings: { total: [] } })).toContain(
      'Ranking total: no body has a place',
    )
  })

  it('stays within 120 columns beside long names, ids and figures', () => {
    const long = {
      ...body,
      id: 'i'.repeat(80),
      name: 'Қ'.repeat(200),
      exact: { total: `0.${'3'.repeat(64)}`, a: '1', b: '-' },
    }
    const placed = [{ place: 1, id: long.id, value: 0.5 }]
    const text = show({ results: [long], rankings: { total: placed } })
    const [, row = ''] = /^Ranking.*\n.*\n(.*)$/m.exec(text) ?? []
    expect(row).toContain('0.33')
    expect(row.length).toBeLessThanOrEqual(120)
  })

  it('gives every reason: rules, citations, caps, and who was left out', () => {
    const text = show({
      results: [
        {
          ...body,
          notApplicable: [
            { criterion: null, rule: 'closed', citation: 'No 14, 7' },
          ],
          deductions: [
            { rule: 'late', points: 1, pointsBeforeCap: 4, citation: '40' },
          ],
          flags: [
            {
              flag: 'risk',
              rule: 'risk',
              about: 'total',
              citation: '9',
              undecided: true,
            },
          ],
        },
        {
          ...body,
          id: 'm2',
          name: null,
          status: 'not-scored',
          missing: ['B', 'A', 'A'].map((output) => ({
            output,
            input: 'fact',
            row: 'goals[g1]',
            reason: 'not given in the data',
            code: 'NOT_GIVEN',
          })),
        },
      ],
      leftOutOfRankings: {
        total: [
          { id: 'm2', reason: 'A is missing', rule: null, citation: '3' },
        ],
      },
    })
    for (const line of [
      'm1 Қаржы министрлігі: the whole body, by rule closed (No 14, 7)',
      'm1 Қаржы министрлігі: -1 by rule late, 4 before the cap (40)',
      'risk about ranking total, undecided (9)\n    m1 Қаржы министрлігі',
      'm2\n    goals[g1].fact: not given in the data, so no B, A\n',
      'total: m2: A is missing (3)',
    ]) {
      expect(text).toContain(`  ${line}`)
    }
  })
})

describe('scoreCsv', () => {
  it('keeps a spreadsheet from taking a name for a formula', () => {
    const named = { ...body, name: '=HYPERLINK("x")' }
    expect(scoreCsv(result({ results: [named] }))).toContain(
      `"'=HYPERLINK(""x"")"`,
    )
  })

  it('gives every digit and the places', () => {
    const exact = { total: '-0.3333333333333333333333333333333333' }
    const text = scoreCsv(result({ results: [{ ...body, exact }] }))
    expect(text).toContain('scored,-0.3333333333333333333333333333333333,1,')
  })
})
