import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { damage, type Slip } from './damage.js'
import { findProblems, linesAndCodes } from './find-problems.js'

const ROOT = join(import.meta.dirname, '../../..')
const GOALS = join(ROOT, 'rules/kz-goals/2012.yaml')
const HDI = join(ROOT, 'rules/hdi/2014.yaml')
const NEWER = join(ROOT, 'test/fixtures/newer/rating.yaml')
const TWELVE = join(ROOT, 'test/fixtures/invalid/twelve/mistakes.yaml')

const GOALS_DAMAGE: readonly Slip[] = [
  {
    find: 'cap_of_unreliable: { value: 5, unit: points, cite: "42" }',
    write: 'cap_of_unreliable: { value: 5, unit: points }',
    code: 'CITATION_MISSING',
  },
  {
    find: 'reported_late: { type: boolean',
    write: 'reported_late: { typ: boolean',
    code: 'UNKNOWN_KEY',
  },
  {
    find: '    on: sectors',
    write: '    on: sector',
    code: 'UNKNOWN_NAME',
  },
  {
    find: '{ formula: "min(q1, q2)", note',
    write: '{ formula: min(q1, q2), note',
    code: 'COMMA_NOT_QUOTED',
  },
  {
    find: '"planned > 0 ? clamp(actual',
    write: '"planned > 0 ? clmp(actual',
    code: 'UNKNOWN_FUNCTION',
  },
  {
    find: 'mean(results.p), cite',
    write: 'mean(indicators.h), cite',
    code: 'SIBLING_TABLE',
  },
  {
    find: 'goals.X: { formula: K * Y',
    write: 'goals.X: { formula: K * X',
    code: 'CYCLE',
  },
  {
    find: 'round: { digits: 2, mode',
    write: 'round: { digits: two, mode',
    code: 'WRONG_TYPE',
  },
  {
    find: 'exclude: { criterion: C }',
    write: 'exclude: { criterion: CC }',
    code: 'UNKNOWN_NAME',
  },
  {
    find: 'where: { fact: kind, operator: equal, value: local }',
    write: 'where: { fact: kind, operator: equal, value: locl }',
    code: 'UNKNOWN_NAME',
  },
  {
    find: 'twenty-five: { status: not-scored, outputs: { W: 5 }',
    write: 'twenty-five: { status: not-scored, outputs: { W: 4 }',
    code: 'EXAMPLE_FAILED',
  },
  {
    find: '    criteria.A.title: Жалпы',
    write: '    criteria.AA.title: Жалпы',
    code: 'UNKNOWN_NAME',
  },
]

/** Scales, limits, populations, tables, steps, parameters that vary, earlier years. */
const NEWER_DAMAGE: readonly Slip[] = [
  {
    find: '{ by: kind, values: { central: 5',
    write: '{ by: kind, values: { centrl: 5',
    code: 'UNKNOWN_NAME',
  },
  { find: 'order: worst-first', write: 'order: worst', code: 'WRONG_TYPE' },
  {
    find: 'three: { at_least: 60 }',
    write: 'three: { at_least: 60, above: 60 }',
    code: 'SETTING_NOT_USED',
  },
  {
    find: 'peers: { by: kind, cite',
    write: 'peers: { by: kidn, cite',
    code: 'UNKNOWN_NAME',
  },
  { find: '[local, 2020, 3]', write: '[local, 2020 3]', code: 'TABLE_ROW' },
  {
    find: 'formula: x / staff,',
    write: 'formual: x / staff,',
    code: 'UNKNOWN_KEY',
  },
  {
    find: 'impute: { method: mean',
    write: 'impute: { method: average',
    code: 'WRONG_TYPE',
  },
  {
    find: 'previous(staff, 2)',
    write: 'previous(staff, 0)',
    code: 'WRONG_ARGUMENTS',
  },
  {
    find: 'safe: { judged: { scale: judgement',
    write: 'safe: { judged: { scale: jugement',
    code: 'UNKNOWN_NAME',
  },
  {
    find: 'limit: { of: total, at_least',
    write: 'limit: { of: total, least',
    code: 'UNKNOWN_KEY',
  },
  {
    find: '{ fact: staff, years_ago: 2 }',
    write: '{ fact: staff, year_ago: 2 }',
    code: 'UNKNOWN_KEY',
  },
  {
    find: '{ each: blocks, output: $block }',
    write: '{ each: blocks, output: $blok }',
    code: 'UNKNOWN_NAME',
  },
]

const HDI_DAMAGE: readonly Slip[] = [
  {
    find: 'description: Achievement',
    write: 'description: Index: achievement',
    code: 'YAML_SYNTAX',
  },
  {
    find: 'years: { from: 2013 }',
    write: 'years: { from: 2013, to: 2012 }',
    code: 'YEARS_REVERSED',
  },
  {
    find: 'outputs: [hdi, health',
    write: 'outputs: [hdi, helth',
    code: 'UNKNOWN_NAME',
  },
  {
    find: 'title: Mean years of schooling',
    write: 'embargo: 2027-01-01, title: Mean years of schooling',
    code: 'NOT_YET',
  },
  {
    find: 'indicators: { missing: allowed',
    write: 'indicators: { mising: allowed',
    code: 'UNKNOWN_KEY',
  },
  {
    find: 'life_expectancy: { under: health',
    write: 'life_expectency: { under: health',
    code: 'NAME_MISSPELT',
  },
  {
    find: 'expected_schooling: { under: education, unit',
    write: 'expected_schooling: { under: education, weight: a half, unit',
    code: 'WRONG_TYPE',
  },
  {
    find: 'gni: { kind: goalposts, from: 100, to: 75000',
    write: 'gni: { kind: goalposts, from: 75000, to: 75000',
    code: 'GOALPOSTS_EQUAL',
  },
  {
    find: 'aggregate: geometric',
    write: 'aggregate: geometrc',
    code: 'WRONG_TYPE',
  },
  {
    find: 'output: hdi, ties',
    write: 'output: hdi, tie',
    code: 'UNKNOWN_KEY',
  },
  {
    find: 'expected_schooling: 15.76500034',
    write: 'expected_schooling: "15,76500034"',
    code: 'EXAMPLE_DATA',
  },
  {
    find: '  - title: The geometric mean of exact indices\n    source: hand',
    write:
      '  - title: The geometric mean of exact indices\n    source: handmade',
    code: 'WRONG_TYPE',
  },
]

describe('twelve mistakes in one file are twelve messages in one run', () => {
  it('of twelve kinds, in a file written for it', async () => {
    const text = readFileSync(TWELVE, 'utf8')
    const marked = text
      .split('\n')
      .flatMap((line, index) => (line.includes('# <- here') ? [index + 1] : []))

    const problems = await findProblems(TWELVE, text)

    expect(marked).toHaveLength(12)
    expect(problems.map(({ line }) => line)).toEqual(marked)
    expect(problems.map(({ code }) => code)).toEqual([
      'YEARS_REVERSED',
      'CITATION_MISSING',
      'NOT_YET',
      'DUPLICATE_KEY',
      'SIBLING_TABLE',
      'UNKNOWN_NAME',
      'TYPE_MISMATCH',
      'CYCLE',
      'UNKNOWN_FUNCTION',
      'WEIGHTS_SUM',
      'ALTERNATIVES_MISSING',
      'EXAMPLE_FAILED',
    ])
  })

  it.each([
    { name: 'kz-goals', file: GOALS, slips: GOALS_DAMAGE },
    { name: 'hdi', file: HDI, slips: HDI_DAMAGE },
    { name: 'the newer sections', file: NEWER, slips: NEWER_DAMAGE },
  ])('planted in $name', async ({ file, slips }) => {
    const { text, expected } = damage(readFileSync(file, 'utf8'), slips)

    const problems = await findProblems(file, text)

    expect(slips).toHaveLength(12)
    expect(linesAndCodes(problems)).toEqual(expected)
  })
})
