/** Forms of number in Russian, as CLDR 48 has them. */
import { describe, expect, it } from 'vitest'

import { russianPlural } from '../../studio/language/plural.js'

const form = (count: number, words: string) => {
  const forms = words.split(' | ')
  return forms[russianPlural(count, forms.length)]
}

describe('a Russian count', () => {
  it.each([
    [1, 'орган'],
    [21, 'орган'],
    [2, 'органа'],
    [24, 'органа'],
    [0, 'органов'],
    [5, 'органов'],
    [11, 'органов'],
    [112, 'органов'],
  ])('of %d takes “%s”', (count, word) => {
    expect(form(count, 'орган | органа | органов')).toBe(word)
  })

  it.each([
    [0, 'ошибок нет'],
    [1, 'ошибка'],
    [3, 'ошибки'],
    [10, 'ошибок'],
  ])('of %d takes “%s” where nothing has a form of its own', (count, word) => {
    expect(form(count, 'ошибок нет | ошибка | ошибки | ошибок')).toBe(word)
  })
})
