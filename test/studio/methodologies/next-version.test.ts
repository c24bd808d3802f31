/** The id of a new version. */
import { describe, expect, it } from 'vitest'

import {
  suggestedVersion,
  versionIdFault,
} from '../../../studio/features/methodologies/next-version.js'

describe('the id of a new version', () => {
  it.each([
    ['2025', [], '2026'],
    ['2025', ['2026', '2027'], '2028'],
    // A version of long ago is not continued in its own time.
    ['2012', [], '2026'],
    ['spring', ['spring'], 'spring-2'],
    ['spring', ['spring', 'spring-2'], 'spring-3'],
  ])('continues %s, with %j taken, as %s', (from, taken, suggested) => {
    expect(suggestedVersion(from, taken, 2026)).toBe(suggested)
  })

  it('is refused where it is empty, taken, or no name of a file', () => {
    expect(versionIdFault('', [])).toBe('empty')
    expect(versionIdFault('2025', ['2025'])).toBe('taken')
    expect(versionIdFault('2025 a', [])).toBe('form')
    expect(versionIdFault('-1', [])).toBe('form')
    expect(versionIdFault('а2025', [])).toBe('form')
    expect(versionIdFault('2025.1-a', ['2025'])).toBeNull()
  })
})
