/** What bodies are called: as the register has them in the year, in the language of the reader. */
import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import {
  namesOfYear,
  type RegisterRows,
} from '../../../studio/bodies/register-names.js'
import { shownName } from '../../../studio/bodies/shown-name.js'

const ROWS: RegisterRows = [
  {
    ...{ id: 'a', valid_from: '2023-01-01' },
    ...{ name_kk: 'Агенттігі', name_en: 'Agency', name_ru: 'Агентство' },
  },
  {
    ...{ id: 'a', valid_from: '2012-01-01', valid_to: '2014-02-20' },
    ...{ name_kk: 'агенттігі', name_en: 'Agency', name_ru: 'Агентство' },
  },
  { id: 'b', name_en: 'Only in English' },
  { id: 'c', name: 'Без перевода' },
]

const names = namesOfYear(ROWS, 2025)
const named = (id: string, name: string | null = null) => ({ id, name })

describe('the name of a body', () => {
  it('is that of the register in the language of the reader', () => {
    const agency = named('a', 'Agency')
    const texts = (['kk', 'ru', 'en'] as const).map(
      (language) => shownName(agency, names, language)?.text,
    )
    expect(texts).toEqual(['Агенттігі', 'Агентство', 'Agency'])
  })

  it('is that of the year of the run', () => {
    const earlier = namesOfYear(ROWS, 2014)
    expect(shownName(named('a'), earlier, 'kk')?.text).toBe('агенттігі')
    expect(namesOfYear(ROWS, 2015).get('a')).toBeUndefined()
  })

  it('is, of two in one year, the one that the result has taken', () => {
    const renamed = namesOfYear(
      [
        { id: 'a', valid_to: '2025-05-31', name_en: 'Old', name_kk: 'Ескі' },
        { id: 'a', valid_from: '2025-06-01', name_en: 'New', name_kk: 'Жаңа' },
      ],
      2025,
    )
    expect(shownName(named('a', 'Old'), renamed, 'kk')?.text).toBe('Ескі')
    expect(shownName(named('a'), renamed, 'kk')?.text).toBe('Жаңа')
  })

  it('stands in another language, and says so, where the register lacks that of the reader', () => {
    expect(shownName(named('b', 'Only in English'), names, 'kk')).toEqual({
      ...{ text: 'Only in English', language: 'en', isFallback: true },
    })
    expect(shownName(named('b'), names, 'en')?.isFallback).toBe(false)
  })

  it('is that of the result where the register cannot be had', () => {
    const withheld = new Map()
    expect(shownName(named('a', 'Agency'), withheld, 'ru')).toEqual({
      ...{ text: 'Agency', language: 'en', isFallback: true },
    })
  })

  it('is that of the data for every reader where no register is named', () => {
    expect(shownName(named('KAZ', 'Kazakhstan'), null, 'kk')).toEqual({
      ...{ text: 'Kazakhstan', language: 'en', isFallback: false },
    })
  })

  it('says no language where nobody says it', () => {
    expect(shownName(named('c'), names, 'kk')).toEqual({
      ...{ text: 'Без перевода', language: null, isFallback: false },
    })
  })

  it('is nothing where nobody has named the body', () => {
    expect(shownName(named('d'), names, 'kk')).toBeNull()
  })
})

describe('the register of the bodies of Kazakhstan', () => {
  it('names every body of 2025 in three languages', async () => {
    const rows = await readRegister('rules/registers/kz-bodies.csv')
    const all = [...namesOfYear(rows, 2025).values()].flat()
    expect(all.length).toBeGreaterThan(30)
    for (const { title } of all) {
      expect(Object.values(title).filter(Boolean)).toHaveLength(3)
    }
  })
})

async function readRegister(file: string): Promise<RegisterRows> {
  const { readRegisterBytes } =
    await import('../../../server/registers/read-register-bytes.js')
  const bytes = await readFile(file)
  const { register } = await readRegisterBytes({
    ...{ id: 'kz-bodies', format: 'csv', bytes, file },
  })
  const { rows } = JSON.parse(register?.text ?? '') as { rows: RegisterRows }
  return rows
}
