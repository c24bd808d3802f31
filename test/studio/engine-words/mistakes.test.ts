/** Mistakes of methodology files in Russian and Kazakh. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  problem,
  type ProblemCode,
  type ProblemInfo,
} from '../../../engine/index.js'
import { findProblems } from '../../engine/methodology/find-problems.js'
import { bookOf, LANGUAGES, textOf } from './books.js'

const FOLDER = join(import.meta.dirname, '../../fixtures/invalid')
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))

describe.each(LANGUAGES)('in %s', (language) => {
  it('no mistake that a file of the tests has is left in English', async () => {
    const left: string[] = []
    for (const name of files) {
      const text = readFileSync(join(FOLDER, name), 'utf8')
      const [file = ''] = name.split(/\.yaml$/)
      for (const found of await findProblems(join(FOLDER, file), text)) {
        const said = bookOf(language).sayMistake(found)
        if (said.some(({ isEnglish }) => isEnglish)) left.push(textOf(said))
      }
    }
    expect(files.length).toBeGreaterThan(200)
    expect(left).toEqual([])
  }, 60_000)
})

describe('a mistake in Russian', () => {
  const said = <C extends ProblemCode>(code: C, info: ProblemInfo[C]) =>
    textOf(bookOf('ru').sayMistake(problem(code, [], info)))

  it('names what was misspelt and what may be meant', () => {
    const what = 'a name that this formula can use'
    expect(
      said('UNKNOWN_NAME', { name: 'litracy', what, closest: 'literacy' }),
    ).toBe(
      '«litracy» здесь не найдено; требуется: имя, которое эта формула может использовать. Возможно, имелось в виду «literacy»?',
    )
    expect(said('UNKNOWN_NAME', { name: 'vacancy', what })).toBe(
      '«vacancy» здесь не найдено; требуется: имя, которое эта формула может использовать.',
    )
  })

  it('writes decimals with a comma', () => {
    const info = { name: 'total', where: '', sum: '0.95', total: '1' }
    expect(said('WEIGHTS_SUM', info)).toContain('равна 0,95, а не 1')
    expect(said('WEIGHTS_SUM', { ...info, where: 'region north' })).toContain(
      '(для region north)',
    )
  })

  it('says what the types are that do not fit', () => {
    expect(
      said('TYPE_MISMATCH', {
        part: 'care',
        words: 'a level of "marks" stands where a number is needed',
      }),
    ).toBe('«care»: здесь уровень шкалы «marks», а требуется число')
  })

  it('keeps what it has no words for, as English', () => {
    expect(
      said('REGISTER_NOT_USABLE', { id: 'kz', words: 'the disk is on fire.' }),
    ).toBe('Реестр «kz» использовать нельзя: <the disk is on fire.>')
  })

  it('says another thing of a list than of a key', () => {
    expect(said('COMMA_NOT_QUOTED', { key: null, text: 'max(a, b)' })).toBe(
      'YAML разрезает «max(a, b)» надвое по запятой. Возьмите текст в кавычки: "max(a, b)".',
    )
  })

  it('tells the row that an entry was made for', () => {
    const found = problem('CITATION_MISSING', [], { what: 'The rule "r"' })
    const row = { row: 'museum', rowTable: 'scopes', rowLine: '33' }
    expect(
      textOf(
        bookOf('ru').sayMistake({ ...found, with: { ...found.with, ...row } }),
      ),
    ).toContain('(В строке «museum» таблицы «scopes», строка файла 33.)')
  })

  it('is the message of the engine where its values are not told', () => {
    const message = 'The text is wrong in a way nobody knew.'
    const said = bookOf('ru').sayMistake({ code: 'NEW_CODE', message })
    expect(said).toEqual([{ text: message, isEnglish: true }])
  })
})
