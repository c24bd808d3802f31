import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { damage, type Slip } from './damage.js'
import { findProblems, linesAndCodes } from './find-problems.js'

const FIXTURES = join(import.meta.dirname, '../../fixtures/newer')

type Short = readonly [find: string, write: string, code: string]

const SLIPS: { readonly [file: string]: readonly Short[] } = {
  rating: [
    ['cap: { by:', 'cap: { b:', 'UNKNOWN_KEY'],
    ['by: kind, values: {', 'by: kind, value: {', 'WRONG_TYPE'],
    ['by: kind, cite', 'by: [], cite', 'WRONG_TYPE'],
    ['cite: "42"', 'cite "42"', 'UNKNOWN_KEY'],
    [
      'type: level, values: [central, local]',
      'type: lvl, values: [central, local]',
      'WRONG_TYPE',
    ],
    [
      'type: level, scale: judgement }',
      'type: lvl, scale: judgement }',
      'WRONG_TYPE',
    ],
    ['inadequate: { points', 'inadqeuate: { points', 'NAME_MISSPELT'],
    ['wards:', 'wrads:', 'NAME_MISSPELT'],
    ['staff: { type', 'satff: { type', 'NAME_MISSPELT'],
    ['outputs: [total,', 'outputs: [ttoal,', 'UNKNOWN_NAME'],
    ['rules: { mark: given }', 'rules { mark: given }', 'UNKNOWN_KEY'],
    ['rules: { mark: given }', 'rules: { mark: gvien }', 'WRONG_TYPE'],
    ['act: {', 'act {', 'UNKNOWN_KEY'],
    ['inputs:', 'inputs', 'YAML_SYNTAX'],
    ['criteria:', 'criteria', 'YAML_SYNTAX'],
    ['  first: {', '  first {', 'YAML_SYNTAX'],
    ['    cite: "5"', '    cite "5"', 'YAML_SYNTAX'],
    ['format: 1', 'format:1', 'YAML_SYNTAX'],
    ['normalise: within_group', 'normalise: {}', 'MISSING_KEY'],
    ['fact: staff, years_ago: 2', 'fact: staff, years_go: 2', 'UNKNOWN_KEY'],
    ['fact: staff, years_ago: 2', 'fact: staff, years_ago:', 'WRONG_TYPE'],
    ['output: A }', 'otput: A }', 'UNKNOWN_KEY'],
  ],
  scopes: [
    ['key: body', 'key: []', 'WRONG_TYPE'],
    ['columns: { body: text', 'columns: { bdoy: text', 'NAME_MISSPELT'],
    ['outside: list', 'oustide: list', 'NAME_MISSPELT'],
    ['[bank, [staff_work]', '[bank, [staf_work]', 'UNKNOWN_NAME'],
    [
      '[prosecutor, [goals, staff_work]',
      '[prosecutor [goals, staff_work]',
      'YAML_SYNTAX',
    ],
    ['"12", 3', '"12" 3', 'YAML_SYNTAX'],
    ['where: $points > 1', 'where:', 'WRONG_TYPE'],
    ['levels: [bad, fair] }', 'levls: [bad, fair] }', 'UNKNOWN_KEY'],
    ['levels: [bad, fair] }', 'levels: [bad] }', 'WRONG_TYPE'],
  ],
  composite: [
    [
      '"after(filled, gdp)", spread',
      'after(filled, gdp), spread',
      'COMMA_NOT_QUOTED',
    ],
    ['{ name: filled,', '{', 'MISSING_KEY'],
    ['formula: x / inhabitants', 'formula: x / inhabitnts', 'UNKNOWN_NAME'],
    ['impute: { method: median', 'impute: { method: medain', 'WRONG_TYPE'],
    ['normalise: { kind: scale, points', 'normalise: { points', 'MISSING_KEY'],
  ],
}

describe.each(Object.entries(SLIPS))('one slip in %s', (name, slips) => {
  const file = join(FIXTURES, `${name}.yaml`)
  const sound = readFileSync(file, 'utf8')

  it('is a change of a file without mistakes', async () => {
    expect(await findProblems(file, sound)).toEqual([])
  })

  it.each(slips)('%s as %s is one message, %s', async (find, write, code) => {
    const slip: Slip = { find, write, code }
    const { text } = damage(sound, [slip])
    const line = sound.slice(0, sound.indexOf(find)).split('\n').length

    expect(linesAndCodes(await findProblems(file, text))).toEqual([
      `${line + (find.startsWith('\n') ? 1 : 0)} ${code}`,
    ])
  })
})
