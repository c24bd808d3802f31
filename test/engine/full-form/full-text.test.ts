import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import {
  compareMethodologies,
  fullText,
  loadMethodology,
  runExamples,
  type Methodology,
} from '../../../engine/index.js'
import { readExampleData } from '../../../server/catalogue/example-data.js'
import { methodology } from '../../helpers/methodology.js'
import { RULE_FILES } from '../../helpers/rule-files.js'

function load(text: string, file = 'test.yaml'): Methodology {
  const { methodology: loaded, problems } = loadMethodology(file, text)
  if (loaded) return loaded
  throw new Error(problems.map(({ message }) => message).join('\n'))
}

describe.each(RULE_FILES)('the full form of %s', (file) => {
  const text = readFileSync(file, 'utf8')
  const full = fullText(load(text, file))

  it('means what the file means', () => {
    expect(compareMethodologies(load(text, file), load(full, file))).toEqual([])
  })

  it('scores every example as the file does', async () => {
    const report = await runExamples(
      loadMethodology(file, full),
      (path, year) => readExampleData(file, path, year),
    )
    expect(report.problems).toEqual([])
  })

  it('is its own full form', () => {
    expect(fullText(load(full, file))).toBe(full)
  })

  it('keeps the comments', () => {
    const comments = text.split('\n').filter((line) => line.startsWith('#'))
    for (const comment of comments) expect(full).toContain(comment)
  })
})

describe('the full form', () => {
  it('writes out what the language means, and nothing that is without effect', () => {
    const full = fullText(
      methodology(`
        total: total
        defaults:
          criteria: { mark: given, cite: "1" }
        # What is counted
        indicators:
          a: { under: total }
          b: { under: total, better: less, normalise: { kind: min-max } } # turned
        criteria:
          total:
            aggregate: arithmetic
            children:
              part: { formula: score(a) }
        rankings:
          all: { output: total }
      `),
    )
    expect(full).toContain('# What is counted')
    expect(full).toContain('a: { under: total, type: number }')
    expect(full).toContain(
      'b: { under: total, better: less, normalise: { kind: min-max, range: [0, 1], clamp: none }, type: number } # turned',
    )
    expect(full).toContain(
      'part: { formula: score(a), mark: given, cite: "1" }',
    )
    expect(full).toMatch(/\n {4}missing_child: node-missing\n/)
    expect(full).toContain(
      'all: { output: total, better: more, ties: competition }',
    )
    expect(full).toContain('outputs: [total, part]')
    expect(full).not.toContain('defaults')
  })

  it('fills an entry that says nothing itself', () => {
    const full = fullText(
      methodology(`
        total: x
        outputs: [late]
        defaults: { deductions: { cite: "1", mark: given, unit: points } }
        deductions: { late: {} }
        rules: { r: { when: true, deduct: { points: 1, into: late }, cite: "1", mark: given } }
        computed: { x: { formula: 1 - late, cite: "1", mark: given } }
      `),
    )
    expect(full).toContain('late: { cite: "1", mark: given, unit: points}')
  })

  it('keeps the digits of every number', () => {
    const full = fullText(
      methodology(`
        total: x
        parameters: { long: { value: 0.12345678901234567890, cite: "1" } }
        computed:
          x: { formula: long * 1.50 }
      `),
    )
    expect(full).toContain('value: 0.12345678901234567890')
  })
})
