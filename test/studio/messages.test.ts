/** The words of the studio are complete in the three languages, and none is left over. */
import { readdir, readFile } from 'node:fs/promises'

import { createI18n } from 'vue-i18n'
import { beforeAll, describe, expect, it } from 'vitest'

import { en } from '../../studio/messages/en/index.js'
import { kk } from '../../studio/messages/kk/index.js'
import { ru } from '../../studio/messages/ru/index.js'

interface Branch {
  readonly [key: string]: string | Branch
}

const LANGUAGES: Readonly<Record<string, Branch>> = { en, kk, ru }

/** The same in every language: names, signs and abbreviations; values that are put in do not count. */
function isSameEverywhere(text: string): boolean {
  const own = text.replace(/\{\w+\}/g, '')
  return /^\P{L}*$|^(Olshem|YAML|XLSX|JSON|CSV|SHA-256)\b/u.test(own)
}

/** Words that stand before or after something, of which a language needs only one. */
const MAY_BE_EMPTY = /^formula\.words\.\w+(Before|After)$/

function leaves(branch: Branch, path = ''): readonly [string, string][] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  )
}

const words = new Map(
  Object.entries(LANGUAGES).map(([language, branch]) => [
    language,
    new Map(leaves(branch)),
  ]),
)
const of = (language: string) =>
  words.get(language) ?? new Map<string, string>()
const keys = [...of('en').keys()]

/** As screens do it, with a count of one. */
function translator(language: string, missing: (key: string) => void) {
  const create = createI18n as unknown as (options: object) => {
    global: { t: (key: string, named: object, count: number) => string }
  }
  const { global } = create({
    legacy: false,
    locale: language,
    messages: { [language]: LANGUAGES[language] },
    missing: (_: string, key: string) => missing(key),
  })
  return (key: string) => global.t(key, { count: 1 }, 1)
}

const placeholders = (text = '') =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

let sources = ''

beforeAll(async () => {
  const folder = new URL('../../studio/', import.meta.url)
  const files = await readdir(folder, { recursive: true })
  const read = files
    .filter((name) => /\.(vue|ts)$/.test(name) && !name.startsWith('messages'))
    .map((name) => readFile(new URL(name, folder), 'utf8'))
  sources = (await Promise.all(read)).join('\n')
})

describe('every word', () => {
  it.each(['kk', 'ru'])('is there in %s', (language) => {
    expect([...of(language).keys()].sort()).toEqual([...keys].sort())
  })

  it.each(['kk', 'ru'])(
    'takes the same values in %s as in English',
    (language) => {
      const differing = keys.filter(
        (key) =>
          String(placeholders(of(language).get(key))) !==
          String(placeholders(of('en').get(key))),
      )
      expect(differing).toEqual([])
    },
  )

  it.each(['kk', 'ru'])('is translated in %s', (language) => {
    const left = keys.filter((key) => {
      const text = of(language).get(key) ?? ''
      return text === of('en').get(key) && !isSameEverywhere(text)
    })
    expect(left).toEqual([])
  })

  it('has three forms of number in Russian wherever English has two', () => {
    const wrong = keys.filter((key) => {
      const forms = (language: string) =>
        of(language).get(key)?.split(' | ').length
      return forms('en') === 2 && forms('ru') !== 3
    })
    expect(wrong).toEqual([])
  })

  it.each(['en', 'kk', 'ru'])('of %s can be shown', (language) => {
    const complaints: unknown[] = []
    const shown = translator(language, (key) => complaints.push(key))
    for (const key of keys) {
      const text = shown(key)
      const isEmpty = text.trim() === '' && !MAY_BE_EMPTY.test(key)
      if (isEmpty || text === key) complaints.push(key)
    }
    expect(complaints).toEqual([])
  })

  it('is used, by its key or by the beginning of it', () => {
    const built = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map(
      ([, start = '']) => start,
    )
    const unused = keys.filter(
      (key) =>
        !sources.includes(`'${key}'`) &&
        !built.some((start) => key.startsWith(start)),
    )
    expect(unused).toEqual([])
  })

  it('that a screen asks for is there', () => {
    const asked = [...sources.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(
      ([, key = '']) => key,
    )
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((key) => !of('en').has(key))).toEqual([])
  })
})
