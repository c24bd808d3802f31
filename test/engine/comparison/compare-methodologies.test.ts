import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import {
  compareMethodologies,
  differencesText,
  loadMethodology,
  pathText,
  type Methodology,
} from '../../../engine/index.js'

const published = readFileSync('rules/kz-goals/2012.yaml', 'utf8')

/** Its rules, without examples and translations. */
const goals = published.replace(/\nexamples:[\s\S]*$/, '\n')

function load(text: string): Methodology {
  const { methodology, problems } = loadMethodology('test.yaml', text)
  if (methodology) return methodology
  throw new Error(problems.map(({ message }) => message).join('\n'))
}

/** Puts other words into the rules of 2012. */
function amended(...changes: readonly (readonly [string | RegExp, string])[]) {
  return changes.reduce((text, [from, to]) => {
    const next = text.replace(from, to)
    if (next === text) throw new Error(`not in the file: ${String(from)}`)
    return next
  }, goals)
}

function differences(text: string, before = goals) {
  return compareMethodologies(load(before), load(text)).map(
    ({ path, kind, was, is, cite }) => ({
      path: pathText(path),
      kind,
      was,
      is,
      cite,
    }),
  )
}

function words(text: string, before = goals): string {
  return differencesText(compareMethodologies(load(before), load(text)))
}

describe('what is no difference', () => {
  it.each([
    ['the file itself', goals],
    ['comments', `# A remark\n${goals}`],
    ['spaces in a formula', amended(['formula: K * Y', 'formula: "K  *  Y"'])],
    ['brackets that change nothing', amended(['K * Y', '((K) * (Y))'])],
    [
      'the writing of a number',
      amended([/(cap_of_unreliable: \{ value:) 5/, '$1 "5.00"']),
    ],
    [
      'a paragraph written as a table',
      amended([/cite: "26"/, 'cite: { paragraph: "26" }']),
    ],
    [
      'what the language means anyway',
      amended([/, ties: competition \}/, ' }']),
    ],
    [
      'one criterion in a list of one',
      amended(['exclude: { criterion: C }', 'exclude: { criterion: [C] }']),
    ],
    ['years in a list', amended([/years: \{[^}]*\}/, 'years: [2013, 2012]'])],
    [
      'what every entry says itself',
      amended(
        [/defaults:\n {2}rules: [^\n]*\n/, ''],
        [
          /(?<=cite: "(16|17|22|25|40|41|42)") \}\n(?= {2}\w+: \{ title: [^\n]*when|\nrankings)/g,
          ', mark: given }\n',
        ],
      ),
    ],
  ])('%s', (_, text) => {
    expect(differences(text)).toEqual([])
  })
})

describe('what an amending act says', () => {
  it('another constant, with its paragraph', () => {
    const text = amended([/(cap_of_unreliable: \{ value:) 5/, '$1 6'])
    expect(differences(text)).toEqual([
      {
        path: 'parameters.cap_of_unreliable.value',
        kind: 'changed',
        was: '5',
        is: '6',
        cite: 'paragraph 42',
      },
    ])
    expect(words(text)).toMatch(
      /^parameters\n {2}1\. cap_of_unreliable.*: value \(paragraph 42\): was 5, is 6$/,
    )
  })

  it('a formula restated, old and new words below each other', () => {
    const text = amended(['formula: K * Y', 'formula: "min(K, Y)"'])
    expect(differences(text)).toEqual([
      {
        path: 'computed.goals.X.formula',
        kind: 'restated',
        was: 'K * Y',
        is: 'min(K, Y)',
        cite: 'paragraph 24',
      },
    ])
    expect(words(text)).toContain('restated: was K * Y, is min(K, Y)')
  })

  it('a condition restated as a whole', () => {
    const [found, second] = differences(
      amended([/(late: \{ .*operator: equal, value:) true/, '$1 false']),
    )
    expect(second).toBeUndefined()
    expect(found).toMatchObject({
      path: 'rules.late.when',
      kind: 'restated',
      was: 'reported_late equal true',
      is: 'reported_late equal false',
      cite: 'paragraph 40',
    })
  })

  it('a rule removed and a rule added', () => {
    const removed = amended([/\n {2}incomplete_report: .*/, ''])
    expect(differences(removed)).toMatchObject([
      {
        path: 'rules.incomplete_report',
        kind: 'removed',
        is: null,
        cite: 'paragraph 41',
      },
    ])
    expect(differences(goals, removed)).toMatchObject([
      {
        path: 'rules.incomplete_report',
        kind: 'added',
        was: null,
        cite: 'paragraph 41',
      },
    ])
  })

  it('a rule renamed, everything else equal', () => {
    const text = amended([/\n {2}incomplete_report: /, '\n  incomplete: '])
    expect(words(text)).toBe(
      'rules\n  1. incomplete: renamed, was incomplete_report',
    )
  })

  it('a constant renamed, with every formula that uses it', () => {
    const text = goals.replaceAll('weight_of_plan_local', 'share_of_plan_local')
    expect(differences(text)).toEqual([
      {
        path: 'parameters.share_of_plan_local',
        kind: 'renamed',
        was: 'weight_of_plan_local',
        is: 'share_of_plan_local',
        cite: null,
      },
    ])
  })

  it('a criterion renamed, with the rules that exclude from it', () => {
    const text = amended(
      ['      C: {', '      risk: {'],
      ['criterion: C }', 'criterion: risk }'],
      ['weight_of_risks_central * C +', 'weight_of_risks_central * risk +'],
      ['weight_of_risks_central * C +', 'weight_of_risks_central * risk +'],
    ).replace(/^outputs:.*$/m, (line) => line.replace(/\bC\b/, 'risk'))
    expect(differences(text)).toEqual([
      {
        path: 'criteria.A.children.risk',
        kind: 'renamed',
        was: 'C',
        is: 'risk',
        cite: null,
      },
    ])
  })

  it('columns of two tables renamed, each by itself', () => {
    expect(differences(goals.replace(/q1(?! and q2 of)/g, 'q9'))).toMatchObject(
      [
        { path: 'inputs.sectors.directions.q9', kind: 'renamed', was: 'q1' },
        { path: 'inputs.sectors.q9', kind: 'renamed', was: 'q1' },
      ],
    )
  })

  it('another order of the rules of one deduction, whose caps count from the first', () => {
    const [late] = /\n {2}late: .*/.exec(goals) ?? ['']
    const text = amended([late, ''], [/(\n {2}unreliable: .*)/, `$1${late}`])
    expect(differences(text)).toMatchObject([
      {
        path: 'rules.order',
        was: 'late, incomplete_report, unreliable',
        is: 'incomplete_report, unreliable, late',
      },
    ])
  })

  it('one default of many entries once', () => {
    const found = compareMethodologies(
      load(goals),
      load(
        amended([
          'rules: { mark: given }',
          'rules: { mark: given, note: from the act }',
        ]),
      ),
    )
    expect(found).toMatchObject([
      { path: ['defaults', 'rules', 'note'], kind: 'added' },
    ])
    expect(found[0]?.of).toContain('rules.late')
  })

  it('a setting that is taken back to what the language means', () => {
    const dense = amended(['ties: competition', 'ties: dense'])
    expect(differences(goals, dense)).toMatchObject([
      {
        path: 'rankings.central.ties',
        kind: 'changed',
        was: 'dense',
        is: 'competition',
      },
    ])
    expect(
      differences(amended([', ties: competition', '']), dense),
    ).toMatchObject([{ was: 'dense', is: 'competition (by default)' }])
  })

  it('an example that was changed by its title alone', () => {
    const text = published.replace(
      'outputs: { C: 1/2 }',
      'outputs: { C: 1/2, B: null }',
    )
    expect(words(text, published)).toBe(
      'examples\n  1. changed: "Risk management is the mean over the risks"',
    )
  })

  it('a translation beside its title, wherever it stands', () => {
    const text = published.replace(/(?<=kk:\n {4}title: ).*/, 'Басқа')
    expect(differences(text, published)).toMatchObject([
      { path: 'title.kk', is: 'Басқа' },
    ])
  })
})

describe('two versions of the Human Development Index', () => {
  const file = (version: string) =>
    load(readFileSync(`rules/hdi/${version}.yaml`, 'utf8'))
  const found = compareMethodologies(file('2007'), file('2014'))
  const at = (path: string) =>
    found.find((each) => pathText(each.path) === path)

  it('names the geometric mean that came in the place of the arithmetic one', () => {
    expect(at('criteria.hdi.aggregate')).toMatchObject({
      was: 'arithmetic',
      is: 'geometric',
      cite: 'technical note 1, step 2',
    })
  })

  it('names the years, and what of education is gone and came', () => {
    expect(at('years')).toMatchObject({ was: '1975-2007', is: 'from 2013' })
    expect(at('indicators.adult_literacy')?.kind).toBe('removed')
    expect(at('indicators.mean_schooling')?.kind).toBe('added')
  })

  it('says nothing of what both mean', () => {
    expect(at('criteria.hdi.round')).toBeUndefined()
    expect(at('indicators.life_expectancy.better')).toBeUndefined()
  })
})
