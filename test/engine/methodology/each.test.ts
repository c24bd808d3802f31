import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { methodology, withHeader } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

const TREE = `
    indicators: { g: { under: goals }, s: { under: staff } }
    criteria:
      total:
        aggregate: arithmetic
        excluded_child: share-weights
        children: { goals: { aggregate: only }, staff: { aggregate: only } }`

/** Names of the rules, or what is said of the file. */
function rulesOf(text: string): readonly string[] {
  const { methodology: loaded, problems } = loadMethodology(
    'x.yaml',
    withHeader(text),
  )
  return (
    loaded?.rules.map(({ rule }) => rule) ??
    problems.map(({ line, code, message }) => `${line} ${code}: ${message}`)
  )
}

describe('a rule with each', () => {
  const SCOPES = `
    tables:
      scopes:
        key: body
        columns: { body: text, outside: list, words: text }
        rows:
          - [bank, [staff], not a state body]
          - { body: court, outside: [goals, staff] }
          - [museum, [], assessed on everything]
          - [nobody, [staff], not in the data]
    ${TREE.trim()}
    rules:
      scope-$body:
        each: scopes
        title: Scope of $body
        when: id == $body
        exclude: { criterion: $outside }
        cite: { act: Order 5, paragraph: "3", words: $words }`

  it('is one rule for each row, cited with the words of the row', async () => {
    // bank: goals alone, 4. other: (4 + 2) / 2 = 3.
    const { of } = await score(SCOPES, [
      { id: 'bank', g: 4, s: 2 },
      { id: 'other', g: 4, s: 2 },
    ])
    expect(of('bank').outputs['total']).toBe(4)
    expect(of('bank').notApplicable).toEqual([
      {
        criterion: 'staff',
        rule: 'scope-bank',
        citation: 'Order 5, 3: "not a state body"',
      },
    ])
    expect(of('other').outputs['total']).toBe(3)
    expect(of('other').notApplicable).toEqual([])
  })

  it('makes no rule for a row that excludes from nothing', () => {
    expect(rulesOf(SCOPES)).toEqual([
      'scope-bank',
      'scope-court',
      'scope-nobody',
    ])
  })

  it('leaves a text out whose cell is empty, and says the titles of the row', () => {
    const [bank, court] = methodology(SCOPES).rules
    expect(bank?.title).toEqual({ en: 'Scope of bank' })
    expect(court?.reading.cite).toEqual({
      act: 'Order 5',
      paragraph: '3',
      words: null,
    })
  })

  it('is translated once for all rows', () => {
    const text = `${SCOPES}
    texts: { ru: { "rules.scope-$body.title": "Охват: $body" } }`
    expect(methodology(text).rules.map(({ title }) => title.ru)).toEqual([
      'Охват: bank',
      'Охват: court',
      'Охват: nobody',
    ])
  })

  it('reads the types of the columns: words, numbers, truth and parts of names', async () => {
    const { of } = await score(
      `
      inputs:
        kind: { type: level, values: [central, local] }
        late: { type: boolean }
        x_a: { type: number }
        x_b: { type: number }
      tables:
        losses:
          key: [kind, late]
          columns: { kind: text, late: boolean, what: text, points: number }
          rows:
            - [central, true, a, 1.50]
            - [central, false, b, -2]
            - [local, true, a, 3]
      deductions: { W: { from: total } }
      criteria: { total: { formula: 100 } }
      rules:
        loss_\${kind}_$late:
          each: { table: losses, where: $points > 0 }
          when: kind == $kind and late == $late and "$what" == $what
          deduct: { points: "$points * x_\${what}", into: W }`,
      [
        { id: 'c', kind: 'central', late: true, x_a: 2, x_b: 7 },
        { id: 'l', kind: 'local', late: true, x_a: 2, x_b: 7 },
      ],
    )
    // 100 - 1.5 * 2; 100 - 3 * 2.
    expect(of('c').exact['total']).toBe('97')
    expect(of('l').exact['total']).toBe('94')
    expect(of('c').deductions.map(({ rule }) => rule)).toEqual([
      'loss_central_true',
    ])
  })

  it('puts a list into a list of names, and a sign twice for itself', () => {
    const { rules } = methodology(`
    tables:
      scopes:
        key: body
        columns: { body: text, outside: list }
        rows: [[a, [staff]]]
    ${TREE.trim()}
    rules:
      scope-$body:
        each: scopes
        when: id == $body
        exclude: { criterion: [goals, $outside] }
        note: costs $$5`)
    expect(rules[0]?.event).toMatchObject({ criteria: ['goals', 'staff'] })
    expect(rules[0]?.reading.note).toBe('costs $5')
  })

  it('keeps its place among the other rules', () => {
    const text = `
      tables: { names: [a, b] }
      criteria: { total: { formula: 1 } }
      rules:
        first: { when: true, flag: {} }
        flag-$name: { each: names, when: id == $name, flag: {} }
        last: { when: true, flag: {} }`
    expect(rulesOf(text)).toEqual(['first', 'flag-a', 'flag-b', 'last'])
  })

  it('is nothing over a table without rows', () => {
    const text = `
      tables: { names: [] }
      criteria: { total: { formula: 1 } }
      rules: { flag-$name: { each: names, when: id == $name, flag: {} } }`
    expect(rulesOf(text)).toEqual([])
  })

  it.each([
    [
      'a name that another rule has',
      `
      tables: { names: [a, b] }
      criteria: { total: { formula: 1 } }
      rules:
        flag-b: { when: true, flag: {} }
        flag-$name: { each: names, when: id == $name, flag: {} }`,
      'EACH_NAME_DUPLICATE',
    ],
    [
      'a dollar sign without each',
      `
      criteria: { total: { formula: 1 } }
      rules: { flag-$name: { when: true, flag: {} } }`,
      'NAME_NOT_ALLOWED',
    ],
    [
      'text with quotation marks in a formula',
      `
      tables: { names: ['the "house"'] }
      criteria: { total: { formula: 1 } }
      rules: { flag: { each: names, when: id == $name, flag: {} } }`,
      'WRONG_TYPE',
    ],
    [
      'more entries than one file may make',
      `
      tables:
        names: [${Array.from({ length: 6_000 }, (_, at) => `n${at}`).join(', ')}]
      criteria: { total: { formula: 1 } }
      rules:
        a-$name: { each: names, when: id == $name, flag: {} }
        b-$name: { each: names, when: id == $name, flag: {} }`,
      'EACH_TOO_LARGE',
    ],
    [
      'more values than all entries may hold',
      `
      tables:
        names: [${Array.from({ length: 5_000 }, (_, at) => `n${at}`).join(', ')}]
      criteria: { total: { formula: 1 } }
      rules:
        a-$name:
          each: names
          when: { all: [${'{ fact: id, operator: equal, value: $name }, '.repeat(100)}] }
          flag: {}`,
      'EACH_TOO_LARGE',
    ],
  ])('is not read with %s', (_, text, code) => {
    const said = rulesOf(text)
    expect(said).toEqual([expect.stringContaining(code)])
  })
})

describe('a ranking with each', () => {
  const RULES = `
    inputs: { kind: { type: level, values: [central, local] } }
    tables:
      blocks: [goals, staff]
      consequences:
        key: ranking
        columns: { ranking: text, point: text }
        rows:
          - [goals-central, "12"]
          - [staff-central, "13"]
    ${TREE.trim()}
    rankings:
      $block-central: { each: blocks, output: $block, where: kind == "central" }
    rules:
      last-two-$ranking:
        each: consequences
        when: { fact: below, ranking: $ranking, operator: lessThan, value: 2 }
        flag: { name: last-two, about: $ranking }
        cite: $point`

  it('is one ranking for each row, and rules name it with its hyphen', async () => {
    const { result, of } = await score(RULES, [
      { id: 'a', kind: 'central', g: 1, s: 9 },
      { id: 'b', kind: 'central', g: 2, s: 8 },
      { id: 'c', kind: 'central', g: 3, s: 7 },
      { id: 'd', kind: 'local', g: 4, s: 6 },
    ])
    const order = (name: string) => result.rankings[name]?.map(({ id }) => id)
    expect(order('goals-central')).toEqual(['c', 'b', 'a'])
    expect(order('staff-central')).toEqual(['a', 'b', 'c'])
    // a is the worst of goals: none below; the best of staff: two below.
    expect(of('a').flags).toEqual([
      {
        flag: 'last-two',
        rule: 'last-two-goals-central',
        about: 'goals-central',
        citation: 'Test act, 12',
        undecided: false,
      },
    ])
    expect(of('b').flags.map(({ about }) => about)).toEqual([
      'goals-central',
      'staff-central',
    ])
    expect(of('d').flags).toEqual([])
  })

  it('raises one flag by several rules', () => {
    const { methodology: loaded } = loadMethodology('x.yaml', withHeader(RULES))
    expect(loaded?.rules.map(({ event }) => event)).toEqual([
      { kind: 'flag', flag: 'last-two', about: 'goals-central' },
      { kind: 'flag', flag: 'last-two', about: 'staff-central' },
    ])
  })
})

describe('id and year in formulas', () => {
  it('are the id of the body and the reporting year', async () => {
    const { of } = await score(
      `
      inputs: { t: { v: { type: number } } }
      computed: { t.w: { formula: "id == \\"a\\" ? v : year" } }
      criteria: { total: { formula: sum(t.w) } }`,
      [
        { id: 'a', t: [{ v: 1 }, { v: 2 }] },
        { id: 'b', t: [{ v: 1 }] },
      ],
      { year: 2015 },
    )
    expect(of('a').exact['total']).toBe('3')
    expect(of('b').exact['total']).toBe('2015')
  })

  it('give way to what the file declares', async () => {
    const { of } = await score(
      `
      parameters: { year: { value: 7 } }
      criteria: { total: { formula: year } }`,
      [{ id: 'a' }],
    )
    expect(of('a').exact['total']).toBe('7')
  })

  it('stand in conditions of facts', async () => {
    const { of } = await score(
      `
      criteria: { total: { formula: 1 } }
      rules:
        some: { when: { fact: id, operator: in, value: [a, c] }, flag: {} }
        late: { when: { fact: year, operator: greaterThan, value: 2019 }, flag: {} }`,
      [{ id: 'a' }, { id: 'b' }],
    )
    expect(of('a').flags.map(({ flag }) => flag)).toEqual(['some', 'late'])
    expect(of('b').flags.map(({ flag }) => flag)).toEqual(['late'])
  })

  it('are not known where all bodies are looked at together', () => {
    expect(
      rulesOf(`
        computed: { population.x: { formula: "id == \\"a\\" ? 1 : 2", cite: "1", mark: given } }
        criteria: { total: { formula: 1, cite: "1", mark: given } }`),
    ).toEqual([expect.stringContaining('UNKNOWN_NAME')])
  })
})
