import { describe, expect, it } from 'vitest'

import { mixedAlphabetIds } from '../../../engine/data/mixed-alphabets.js'

const LATIN_B_IN_CYRILLIC = 'А\u0042С'

describe('mixedAlphabetIds', () => {
  it('finds a Latin B among Cyrillic letters', () => {
    expect(mixedAlphabetIds([LATIN_B_IN_CYRILLIC, 'АВС']).mixed).toEqual([
      LATIN_B_IN_CYRILLIC,
    ])
  })

  it('finds a Cyrillic о in a Latin word', () => {
    expect(mixedAlphabetIds(['g\u043Eal']).mixed).toEqual(['g\u043Eal'])
  })

  it.each([
    ['Latin I for the Kazakh І', 'Б\u0049Л\u0049М'],
    ['Latin h for the Kazakh һ', 'қа\u0068арман'],
    ['Latin Y for the Kazakh Ү', '\u0059КІМЕТ'],
    ['the Azerbaijani Ə for the Kazakh Ә', '\u018FДІЛЕТ'],
  ])('finds %s', (_, id) => {
    expect(mixedAlphabetIds([id]).mixed).toEqual([id])
  })

  it.each([
    'Әділет',
    'ҒҚҢӨҰҮҺІ',
    'ministry-of-justice',
    'МЮ-2023',
    'IT-департамент',
    'SQLдата',
    '12',
    '',
  ])('leaves %j alone', (id) => {
    expect(mixedAlphabetIds([id])).toEqual({ mixed: [], lookAlikes: [] })
  })

  it('groups different ids that look the same, each wholly of one alphabet', () => {
    const latin = 'CAP'
    const cyrillic = 'САР'
    expect(mixedAlphabetIds([latin, 'x1', cyrillic, latin])).toEqual({
      mixed: [],
      lookAlikes: [[latin, cyrillic]],
    })
  })

  it('does not take letter case or repeated ids for a likeness', () => {
    expect(mixedAlphabetIds(['a1', 'A1', 'a1']).lookAlikes).toEqual([])
  })
})
