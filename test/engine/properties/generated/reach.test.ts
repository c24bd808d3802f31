/** Generated methodologies are valid, and leave out nothing of the language and of the hard cases. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import { FUNCTIONS, MISSING_REASONS } from '../../../../engine/index.js'
import { withData } from '../../../helpers/generated/data.js'
import { generatedMethodology } from '../../../helpers/generated/methodology.js'
import {
  countMethodology,
  type Reached,
} from '../../../helpers/generated/reached.js'
import { countRun } from '../../../helpers/generated/reached-in-runs.js'
import { patience, runs } from '../../../helpers/generated/runs.js'
import {
  loadGenerated,
  scoreGenerated,
} from '../../../helpers/generated/score-generated.js'

const SAMPLE = runs(250)

const reached: Reached = new Map()
let scored = 0

beforeAll(async () => {
  for (const generated of fc.sample(withData(generatedMethodology), SAMPLE)) {
    // Throws where the text has a mistake.
    const methodology = loadGenerated(generated.text)
    countMethodology(reached, methodology)
    const run = await scoreGenerated(generated, methodology)
    if (!run) continue
    countRun(reached, run.run)
    scored += run.result.results.filter(
      ({ status }) => status === 'scored',
    ).length
  }
}, patience(250))

function never(expected: readonly string[]): readonly string[] {
  return expected.filter((what) => !reached.has(what))
}

const each = (prefix: string, words: string) =>
  words.split(' ').map((word) => `${prefix} ${word}`)

/** Registers, bodies that ended, and outputs of other methodologies are not generated. */
const OF_REGISTERS = new Set([
  ...['NO_DATA', 'JOINED', 'ENDED_IN_YEAR', 'JOINED_PART_MISSING'],
  ...['BODY_DID_NOT_EXIST', 'PREVIOUS_BODY_BROKEN'],
])

/** Several things must come together: looked for among thousands. */
const RARE = new Set(
  SAMPLE.numRuns >= 3000
    ? []
    : [
        ...['EQUAL_GOALPOSTS', 'MISSING_THEN', 'NEGATIVE_WEIGHT', 'NO_PIECE'],
        ...['UNDERFLOW', 'NO_PREVIOUS_ROW', 'ROW_WITHOUT_ID'],
        ...['NOT_IN_HISTORY_RUN', 'OTHER_TYPE_THEN', 'TOO_FEW_CHILDREN'],
        ...['UNDECIDED_PIECE', 'NO_BAND', 'OVERFLOW', 'NEGATIVE_POINTS'],
      ],
)

describe('generated methodologies reach', () => {
  it('every function', () => {
    const names = FUNCTIONS.map(({ name }) => `function ${name}`)
    expect(never(names)).toEqual([])
  })

  it('every operator of formulas and of conditions', () => {
    expect(
      never([
        ...each('operators', '+ - * /'),
        ...each('operator', '== != < <= > >= and or equal notEqual'),
        ...each('operator', 'lessThan lessThanInclusive in notIn'),
        ...each('operator', 'greaterThan greaterThanInclusive'),
        ...each('expression', 'power negation not choice argument'),
        ...each('expression', 'constant column parameter built-in'),
        ...each('conditions', 'all any not leaf'),
      ]),
    ).toEqual([])
  })

  it('every kind of node, on every level', () => {
    expect(
      never([
        ...each('node', 'input indicator computed criterion deduction rule'),
        ...each('node', 'distribution population ranking standing'),
        ...each('node', 'step screening'),
        ...['computed 0 deep', 'computed 1 deep', 'computed 2 deep'],
        ...['computed 3 deep', 'tree 4 deep'],
        ...['aggregate over tables 1 deep', 'aggregate over tables 2 deep'],
        ...['aggregate over bodies and 1 deep'],
        ...['aggregate over bodies and 3 deep'],
        ...each('parameter', 'fixed year attribute'),
        'parameter year and attribute',
      ]),
    ).toEqual([])
  })

  it('every way to make a criterion, and every word for an absent child', () => {
    expect(
      never([
        ...each('maker', 'indicator judged aggregate formula variants'),
        ...each('numbers by', 'arithmetic geometric harmonic sum product'),
        ...each('numbers by', 'min max median only'),
        ...each('levels by', 'min max median only'),
        ...each('missing_child', 'share-weights count-as-zero node-missing'),
        ...each('missing_child', 'node-zero'),
        ...each('excluded_child', 'share-weights count-as-zero node-missing'),
        ...each('excluded_child', 'node-zero no-total'),
        ...each('all_missing', 'node-missing node-zero count-as-zero'),
        ...each('at_least', 'children share'),
        ...each('weight by', 'parameter column'),
        ...each('round', 'half-up half-even'),
        'maximum',
      ]),
    ).toEqual([])
  })

  it('every normaliser and step with its settings', () => {
    expect(
      never([
        ...each('normaliser', 'min-max goalposts z-score rank scale formula'),
        ...each('normaliser', 'percentile-rank distance-to-target'),
        ...each('from', 'fixed worst best percentile'),
        ...each('to', 'fixed worst best percentile'),
        ...each('clamp', 'none above below both'),
        ...each('transform', 'ln log10 sqrt'),
        ...each('deviation', 'population sample'),
        ...each('better', 'more less'),
        ...each('action', 'formula screen impute winsorise normalise'),
        ...each('imputation', 'mean median previous-year value'),
        ...each('moments', 'population sample'),
        ...each('most', 'values share'),
      ]),
    ).toEqual([])
  })

  it('every event of a rule, firing, not firing and undecided', () => {
    const events = ['exclude', 'deduct', 'limit', 'flag', 'choose']
    const outcomes = ['true', 'false', 'undecided']
    expect(
      never([
        ...events.flatMap((event) =>
          outcomes.map((so) => `rule ${event} ${so}`),
        ),
        ...each('bound', 'at_most at_least exactly'),
        ...each('rounding', 'before after'),
        ...each('over', 'group all'),
        ...each('ties', 'competition dense by'),
        ...each('what', 'place below'),
        ...['excludes a body', 'excludes a criterion'],
        ...['excludes from a ranking', 'excludes from a population'],
      ]),
    ).toEqual([])
  })

  it('every reason why a value is missing', () => {
    const reasons = Object.keys(MISSING_REASONS)
      .filter((reason) => !OF_REGISTERS.has(reason) && !RARE.has(reason))
      .map((reason) => `missing ${reason}`)
    expect(never(reasons)).toEqual([])
  })

  it('thresholds that are hit exactly', () => {
    expect(
      never([
        ...each('threshold', 'equal notEqual lessThan lessThanInclusive'),
        ...each('threshold', 'greaterThan greaterThanInclusive in notIn'),
      ]),
    ).toEqual([])
  })

  it('ties, halves that are rounded, empty tables, and figures of every kind', () => {
    expect(
      never([
        ...['tie', 'half half-up', 'half half-even', 'empty table'],
        ...each('number', 'ratio approximation'),
        ...each('value', 'boolean word not-applicable'),
      ]),
    ).toEqual([])
  })

  it('bodies that are scored, and not only such that are not', () => {
    expect(scored).toBeGreaterThan(SAMPLE.numRuns)
  })
})
