import { describe, expect, it } from 'vitest'
import { loadMethodology } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'

describe('score(x) where there is no body, or nothing is computed yet', () => {
  const problems = (section: string) =>
    loadMethodology(
      'a.yaml',
      withHeader(`
        indicators: { a: { under: total } }
        criteria: { total: { aggregate: only } }
        ${section}`),
    ).problems.map(({ code, message }) => `${code} ${message}`)

  it('is a mistake of the file', () => {
    const ofAll = 'computed: { population.x: { formula: score(a) } }'
    expect(problems(ofAll)).toEqual([
      expect.stringMatching(/WRONG_ARGUMENTS .*a figure of a body/) as unknown,
    ])
    const check = 'checks: { c: { formula: score(a) > 1, says: No } }'
    expect(problems(check)).toEqual([
      expect.stringMatching(/WRONG_ARGUMENTS .*Use inputs/) as unknown,
    ])
  })
})
