/** Differences between two versions as they are put into words. */
import { describe, expect, it } from 'vitest'

import { chosenVersions } from '../../../studio/features/compare/chosen-versions.js'
import { entryTitle } from '../../../studio/features/compare/entry-title.js'
import { groupDifferences } from '../../../studio/features/compare/group-differences.js'
import {
  subjectOf,
  type Difference,
} from '../../../studio/features/compare/subject.js'
import { markWords } from '../../../studio/features/compare/word-marks.js'
import { writtenPairs } from '../../../studio/features/compare/written-pairs.js'

function at(path: string, more: Partial<Difference> = {}): Difference {
  return {
    ...{ path, kind: 'changed', was: 'a', is: 'b', cite: null, title: null },
    ...more,
  }
}

describe('the words that changed', () => {
  it('are marked, and those that stayed are not', () => {
    expect(
      markWords(
        'a half goes up, as the act says',
        'a half goes to even, as the act says',
      ),
    ).toEqual({
      was: [
        { text: 'a half goes ', isMarked: false },
        { text: 'up', isMarked: true },
        { text: ', as the act says', isMarked: false },
      ],
      is: [
        { text: 'a half goes ', isMarked: false },
        { text: 'to even', isMarked: true },
        { text: ', as the act says', isMarked: false },
      ],
    })
  })

  it('are whole words and figures, in Kazakh too', () => {
    const { was, is } = markWords('салмағы 0.45 балл', 'салмағы 0.5 балл')
    expect(was.find(({ isMarked }) => isMarked)?.text).toBe('0.45')
    expect(is.find(({ isMarked }) => isMarked)?.text).toBe('0.5')
  })

  it('give back both texts, whatever they are', () => {
    const [one, other] = ['max(0, A * 100 - W)', '  min(A,  W) ']
    const { was, is } = markWords(one, other)
    expect(was.map(({ text }) => text).join('')).toBe(one)
    expect(is.map(({ text }) => text).join('')).toBe(other)
    expect(markWords('', 'x')).toEqual({
      was: [],
      is: [{ text: 'x', isMarked: true }],
    })
  })

  it('are all of them where the texts are too long to be compared', () => {
    const [one, other] = ['a '.repeat(3000), 'b '.repeat(3000)]
    expect(markWords(one, other).was).toEqual([{ text: one, isMarked: true }])
  })
})

describe('what a difference is about', () => {
  it.each([
    ['years', 'file', null, ['years']],
    ['act.amendedBy[4]', 'file', null, ['act', 'amendedBy', '#4']],
    ['description.en', 'file', null, ['description', 'en']],
    [
      'criteria.hdi.children.health.cite.paragraph',
      'criteria',
      'health',
      ['cite', 'paragraph'],
    ],
    ['criteria.hdi.aggregate', 'criteria', 'hdi', ['aggregate']],
    ['criteria.hdi.children.health', 'criteria', 'health', []],
    [
      'computed.goals.indicators.h.formula',
      'computed',
      'goals.indicators.h',
      ['formula'],
    ],
    [
      'inputs.goals.indicators.base.bounds.least',
      'inputs',
      'goals.indicators.base',
      ['bounds', 'least'],
    ],
    [
      'tables.scopes.rows.atomic-energy-agency',
      'tables',
      'scopes',
      ['rows', 'atomic-energy-agency'],
    ],
    ['rules.scope-$body.when', 'rules', 'scope-$body', ['when']],
    ['examples[3]', 'examples', '#3', []],
  ])('at %s is %s, %s, %j', (path, section, name, keys) => {
    expect(subjectOf(at(path))).toEqual({ section, name, keys, of: [] })
  })

  it('is all entries where the file says it for all of them', () => {
    const of = ['indicators.a', 'indicators.b']
    expect(subjectOf(at('defaults.indicators.missing', { of }))).toEqual({
      section: 'indicators',
      name: null,
      keys: ['missing'],
      of: ['a', 'b'],
    })
  })
})

describe('the groups of differences', () => {
  const groups = groupDifferences([
    at('examples[0]', { cite: 'paragraph 53' }),
    at('rules.a.when', { cite: 'paragraph 53' }),
    at('years'),
    at('criteria.t.formula', { cite: 'paragraph 53' }),
    at('parameters.p.value', { cite: 'paragraph 42' }),
  ])

  it('are the paragraphs cited, then parts of the file; examples stand last', () => {
    expect(groups.map(({ cite, section }) => cite ?? section)).toEqual([
      'paragraph 53',
      'file',
      'paragraph 42',
      'examples',
    ])
  })

  it('are numbered through', () => {
    expect(
      groups.flatMap(({ differences }) =>
        differences.map(({ number, difference }) => [number, difference.path]),
      ),
    ).toEqual([
      [1, 'rules.a.when'],
      [2, 'criteria.t.formula'],
      [3, 'years'],
      [4, 'parameters.p.value'],
      [5, 'examples[0]'],
    ])
  })
})

describe('an entry in one line', () => {
  it('is taken apart at its keys, not at the commas of a sentence', () => {
    expect(
      writtenPairs(
        '{ kind: goalposts, bounds: { least: 0, most: 100 }, note: above 85, it counts as 85, cite: 12 }',
      ),
    ).toEqual([
      ['kind', 'goalposts'],
      ['bounds', '{ least: 0, most: 100 }'],
      ['note', 'above 85, it counts as 85'],
      ['cite', '12'],
    ])
  })

  it('that is no table stays whole', () => {
    expect(writtenPairs('geometric')).toBeNull()
    expect(writtenPairs('{ just words }')).toBeNull()
  })
})

describe('the title of what is changed', () => {
  const file = {
    criteria: { t: { children: { a: { title: 'Health' } } } },
    inputs: { goals: { base: { type: 'number', title: { ru: 'База' } } } },
    texts: { kk: { 'criteria.t.children.a.title': 'Денсаулық' } },
  }

  it('is found inside the tree, with its translation at the end of the file', () => {
    const subject = subjectOf(at('criteria.t.children.a.formula'))
    expect(entryTitle(file, subject)).toEqual({
      en: 'Health',
      kk: 'Денсаулық',
    })
  })

  it('is found on the level of a column', () => {
    const subject = subjectOf(at('inputs.goals.base.unit'))
    expect(entryTitle(file, subject)).toEqual({ ru: 'База' })
  })

  it('is none where the file does not have the entry', () => {
    expect(entryTitle(file, subjectOf(at('rules.r.when')))).toBeNull()
    expect(entryTitle(null, subjectOf(at('criteria.t')))).toBeNull()
  })
})

describe('the versions that are compared', () => {
  const versions = ['2007', '2014', '2020']

  it.each([
    [null, null, { from: '2014', to: '2020' }],
    [null, '2014', { from: '2007', to: '2014' }],
    [null, '2007', { from: '2014', to: '2007' }],
    ['2007', null, { from: '2007', to: '2014' }],
    ['x', 'y', { from: 'x', to: 'y' }],
  ])('from %s to %s are %j', (from, to, chosen) => {
    expect(chosenVersions(versions, { from, to })).toEqual(chosen)
  })

  it('are none where there is one alone', () => {
    expect(chosenVersions(['2007'], { from: null, to: null })).toBeNull()
  })
})
