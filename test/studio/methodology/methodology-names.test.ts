/** Methodologies are called by their titles, in the order of the alphabet that is shown; by their ids where nobody has named them. */
import { describe, expect, it } from 'vitest'

import type { Language } from '../../../studio/language/languages.js'
import { methodologyNames } from '../../../studio/methodology/methodology-names.js'
import { inventedVersion, since } from '../years/invented-versions.js'

type Title = Readonly<Partial<Record<Language, string>>>

/** A methodology whose versions, 1 and so on, have these titles. */
const listed = (id: string, ...titles: readonly Title[]) => ({
  id,
  versions: titles.map((title, index) =>
    inventedVersion(String(index + 1), since(2020), { id, title }),
  ),
})

describe('the name of a methodology', () => {
  const list = [listed('goals', { en: 'Goals' }, { en: 'Aims', kk: 'Мақсат' })]

  it('is the title of the version that was listed last, in the language that is shown', () => {
    expect(methodologyNames(list, 'en').text('goals')).toBe('Aims')
    expect(methodologyNames(list, 'kk').text('goals')).toBe('Мақсат')
  })

  it('is the title of another version where that one is meant and still listed', () => {
    const names = methodologyNames(list, 'en')
    expect(names.text('goals', '1')).toBe('Goals')
    expect(names.text('goals', 'gone')).toBe('Aims')
  })

  it('is the title in another language before it is an id', () => {
    expect(methodologyNames(list, 'ru').text('goals')).toBe('Мақсат')
  })

  it('is the id while the list is not there, and where it lacks the methodology', () => {
    expect(methodologyNames([], 'kk').text('goals')).toBe('goals')
    expect(methodologyNames(list, 'kk').text('other')).toBe('other')
    expect(methodologyNames(list, 'kk').title('other')).toBeNull()
  })
})

describe('the choices of methodologies', () => {
  const texts = (language: Language, asked = '') =>
    methodologyNames(
      [
        listed('a', { kk: 'Өңір', en: 'Region' }),
        listed('b', { kk: 'Пән', en: 'Subject' }),
        listed('c', { kk: 'Қызмет', en: 'Activity' }),
        listed('d', { kk: 'Кадр', en: 'Staff' }),
      ],
      language,
    )
      .choices(asked)
      .map(({ text }) => text)

  it('stand in the order of the Kazakh alphabet', () => {
    expect(texts('kk')).toEqual(['Кадр', 'Қызмет', 'Өңір', 'Пән'])
  })

  it('stand in the order of the titles that are shown, not of the ids', () => {
    expect(texts('en')).toEqual(['Activity', 'Region', 'Staff', 'Subject'])
  })

  it('hold what the address asks for, also where the list lacks it', () => {
    expect(texts('en', 'b')).toHaveLength(4)
    expect(texts('en', 'gone')).toContain('gone')
  })

  it('tell two of one name apart by their ids', () => {
    const both = [listed('x', { en: 'Rating' }), listed('y', { en: 'Rating' })]
    expect(methodologyNames(both, 'en').choices()).toEqual([
      { id: 'x', text: 'Rating (x)', language: 'en' },
      { id: 'y', text: 'Rating (y)', language: 'en' },
    ])
  })

  it('say in which language a title is, and that an id is in none', () => {
    const one = [listed('x', { ru: 'Рейтинг' })]
    const said = methodologyNames(one, 'kk').choices('gone')
    expect(said.map(({ language }) => language)).toEqual([null, 'ru'])
  })
})
