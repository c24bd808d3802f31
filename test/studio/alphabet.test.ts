/** Order and signs that browsers do not know for Kazakh. */
import { describe, expect, it } from 'vitest'

import { compareNames, KAZAKH_ALPHABET } from '../../studio/format/alphabet.js'

describe('the alphabetical order', () => {
  it('has the 42 letters of Kazakh, each once', () => {
    expect(KAZAKH_ALPHABET).toHaveLength(42)
    expect(new Set(KAZAKH_ALPHABET).size).toBe(42)
  })

  it('is that of Kazakh school books', () => {
    const sorted = [
      ...['Ақ', 'Әкім', 'Гүл', 'Ғылым', 'Орта'],
      ...['Өнер', 'Ұлт', 'Үй', 'Ыстық', 'Ішкі'],
    ]
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted)
  })

  it('puts е before ё, и before й, and digits and Latin letters first', () => {
    const sorted = ['2-бөлім', 'Astana', 'ел', 'ёлка', 'им', 'йод']
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted)
  })

  it('goes by letters before it goes by signs, spaces and capitals', () => {
    const sorted = ['«Ақ жол»', 'ақжүрек', 'Ақжүрек', 'Ақ-құс']
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted)
  })

  it('does not tell accents of Latin letters apart before the letters', () => {
    const sorted = ['Cote', "Côte d'Ivoire", 'Croatia', 'Türkiye', 'Uganda']
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted)
  })
})
