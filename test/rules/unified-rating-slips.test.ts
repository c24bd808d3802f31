/** A slip in the words about registers is one message, at its line. */
import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import {
  findProblems,
  linesAndCodes,
} from '../engine/methodology/find-problems.js'

const FILE = 'rules/kz-unified-rating/2025.yaml'

it.each([
  ['in_force: { on: 12-31 }', 'in_force: { on: 13-31 }', 'WRONG_TYPE'],
  ['in_force:', 'in_forc:', 'UNKNOWN_KEY'],
  ['then: not-scored', 'then: notscored', 'WRONG_TYPE'],
  ['ended: { from: 07-01', 'ended: { form: 07-01', 'UNKNOWN_KEY'],
  ['from: 07-01, to: 12-31', 'from: 06-01, to: 12-31', 'WRONG_TYPE'],
  ['from: 07-01, to: 12-31', 'from: 12-31, to: 07-01', 'WRONG_TYPE'],
  ['not-scored, cite: "54"', 'not-scored', 'CITATION_MISSING'],
  ['from: register, title', 'from: registr, title', 'WRONG_TYPE'],
  ['register:\n', 'registers:\n', 'UNKNOWN_KEY'],
  ['reorganised:', 'reorganized:', 'UNKNOWN_KEY'],
  ['goals: { under', 'goals: { when_joined: sum, under', 'WRONG_TYPE'],
  ['goals: { under', 'goals: { when_joined: append, under', 'WRONG_TYPE'],
])('%s, written as %s', async (right, wrong, code) => {
  const text = await readFile(FILE, 'utf8')
  const line = text.slice(0, text.indexOf(right)).split('\n').length
  const problems = await findProblems(FILE, text.replace(right, wrong))
  expect(linesAndCodes(problems)).toEqual([`${line} ${code}`])
})
