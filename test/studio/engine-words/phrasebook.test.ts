/** Sentences of the engine read back and said in another language. */
import { beforeAll, describe, expect, it } from 'vitest'

import {
  explainOutput,
  loadMethodology,
  type Explanation,
} from '../../../engine/index.js'
import { readExampleData } from '../../../server/catalogue/example-data.js'
import { exampleRuns } from '../../helpers/example-runs.js'
import { RULE_FILES } from '../../helpers/rule-files.js'
import { readFileSync } from 'node:fs'
import { bookOf, LANGUAGES, textOf } from './books.js'

const FILES = [
  ...RULE_FILES,
  'test/fixtures/care/2024.yaml',
  'test/fixtures/newer/composite.yaml',
  'test/fixtures/newer/rating.yaml',
  'test/fixtures/newer/scopes.yaml',
]

/** Bodies of an example that are explained. */
const MOST_BODIES = 6

/** All that the engine says in the explanations of the examples. */
const sentences = new Set<string>()

beforeAll(async () => {
  for (const file of FILES) {
    const { usable } = loadMethodology(file, readFileSync(file, 'utf8'))
    if (!usable) throw new Error(`${file} has mistakes`)
    const runs = await exampleRuns(usable, (path, year) =>
      readExampleData(file, path, year),
    )
    for (const { run } of runs) {
      for (const { given } of [...run.bodies, ...run.absent].slice(
        0,
        MOST_BODIES,
      )) {
        const found = await explainOutput(run, given?.id ?? '', null)
        if (found) gather(found)
      }
      for (const { leftOut } of run.rankings.values()) {
        for (const { reason } of leftOut) sentences.add(reason)
      }
    }
  }
}, 120_000)

function gather({ figures }: Explanation): void {
  for (const { value, steps, skipped, rules } of figures) {
    const said = [
      value.reason,
      ...steps.flatMap((step) => [step.words, step.value.reason]),
      ...skipped.map(({ reason }) => reason),
      ...rules.flatMap(({ event, limit }) => [event, limit]),
    ]
    for (const each of said)
      if (each !== null && each !== '') sentences.add(each)
  }
}

describe.each(LANGUAGES)('in %s', (language) => {
  it('all that explanations of the examples say is said', () => {
    const left = [...sentences]
      .map((each) => bookOf(language).say(each))
      .filter((said) => said.some(({ isEnglish }) => isEnglish))
      .map(textOf)
    expect(sentences.size).toBeGreaterThan(300)
    expect(left).toEqual([])
  })
})

describe('a sentence', () => {
  const said = (sentence: string) => textOf(bookOf('ru').say(sentence))

  it('is said with its numbers as the language writes them', () => {
    expect(said('less W: 1.5')).toBe('минус W: 1.5')
    expect(said('at most "good"')).toBe('не более «good»')
    expect(
      said('z-score: (5 - 3.5) / 0.5, less is better, among 12 bodies'),
    ).toBe(
      'стандартизованное отклонение: (5 - 3.5) / 0.5, меньше — лучше, среди органов: 12',
    )
  })

  it('is said reason by reason, with the places as they are', () => {
    expect(
      said('operands are missing; goals[g1].fact: not given in the data'),
    ).toBe('нет составляющих формулы; goals[g1].fact: нет в данных')
  })

  it('tells the citation in the order of the language', () => {
    expect(said('excluded by rule "tiny" (No 14 of 2012-01-19, 3)')).toBe(
      'исключено правилом «tiny» (№ 14 от 2012-01-19, 3)',
    )
  })

  it('stays English where it is not known, alone or within another', () => {
    expect(said('something nobody has said before')).toBe(
      '<something nobody has said before>',
    )
    expect(said('operands are missing; gdp: lost by the national office')).toBe(
      'нет составляющих формулы; <gdp: lost by the national office>',
    )
  })
})
