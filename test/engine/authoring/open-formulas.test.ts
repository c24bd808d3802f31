import { describe, expect, it } from 'vitest'

import { openFormulas } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'

const FILE = withHeader(`
    parameters: { cap: { value: 5, unit: points, title: { en: The cap } } }
    scales: { stars: { order: worst-first, levels: { one: { at_least: 0 }, two: { at_least: 5 } } } }
    tables:
      scopes: { cite: "1", key: body, columns: { body: text, points: number }, rows: [[mf, 1]] }
    inputs:
      staff: { type: number, unit: persons, title: { en: Staff, ru: Штат } }
      kind: { type: level, values: [central, local] }
      story: { type: text, missing: allowed, required_when: staff > 1 }
      goals:
        base: { type: number }
        fact: { type: number }
        tasks: { done: { type: boolean } }
    indicators: { speed: { under: total, normalise: { kind: formula, formula: x / 2 } } }
    criteria: { total: { aggregate: arithmetic } }
    computed:
      goals.h: { formula: fact / base }
      h: { formula: mean(goals.h) }
      population.best: { formula: max(bodies.h) }
      wrong: { formula: stafff + 1 }
    rules:
      late: { when: staff > 3, exclude: { criterion: total } }
      "out-$body": { each: scopes, when: id == $body, exclude: { criterion: total } }
    outputs: [total, h]
    total: total`)

const opened = openFormulas('draft.yaml', FILE)

/** The names that a formula in the place can use, with their kinds. */
function names(...at: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    opened.scope(at).names.map(({ name, kind }) => [name, kind] as const),
  )
}

/** Each problem as the words that it underlines and its code. */
function found(formula: string, at = ['computed', 'h', 'formula']) {
  return opened
    .scope(at)
    .check(formula)
    .map(({ from, to, code }) => `${formula.slice(from, to)}: ${code}`)
}

describe('what a formula can name', () => {
  it('is the own row, tables below, parameters and the population, on the body', () => {
    const here = names('computed', 'h', 'formula')
    expect(here.get('staff')).toBe('input')
    expect(here.get('cap')).toBe('parameter')
    expect(here.get('goals')).toBe('table')
    expect(here.get('goals.h')).toBe('computed')
    expect(here.get('goals.tasks.done')).toBe('input')
    expect(here.get('population.best')).toBe('computed')
    expect(here.get('scopes.points')).toBe('file-table')
    expect(here.get('stars')).toBe('scale')
    expect(here.get('total')).toBe('criterion')
    expect(here.get('speed')).toBe('indicator')
    expect(here.get('score(speed)')).toBe('criterion')
    expect(here.get('id')).toBe('built-in')
    expect(here.has('base')).toBe(false)
    expect(here.has('x')).toBe(false)
  })

  it('is the row of the table, and what is around it, in a table', () => {
    const here = names('computed', 'goals.h', 'formula')
    expect(here.get('base')).toBe('input')
    expect(here.get('tasks.done')).toBe('input')
    expect(here.get('staff')).toBe('input')
    expect(here.has('goals.base')).toBe(false)
  })

  it('is known for a place that the file does not have yet', () => {
    expect(names('computed', 'goals.new', 'formula').get('base')).toBe('input')
    expect(names('rules', 'new', 'when').get('staff')).toBe('input')
  })

  it('is the bodies on the population, inputs alone where data is checked, and x in a normaliser', () => {
    expect(
      names('computed', 'population.best', 'formula').get('bodies.h'),
    ).toBe('computed')
    const condition = names('inputs', 'story', 'required_when')
    expect(condition.get('staff')).toBe('input')
    expect(condition.has('h')).toBe(false)
    const normaliser = names('indicators', 'speed', 'normalise', 'formula')
    expect(normaliser.get('x')).toBe('built-in')
  })

  it('says the title, the unit, the type and the place of each', () => {
    const { names: all } = opened.scope(['computed', 'h', 'formula'])
    expect(all.find(({ name }) => name === 'staff')).toEqual({
      name: 'staff',
      kind: 'input',
      title: { en: 'Staff', ru: 'Штат' },
      unit: 'persons',
      type: { kind: 'number', values: [] },
      at: ['inputs', 'staff'],
      isOfRows: false,
    })
    expect(all.find(({ name }) => name === 'kind')?.type).toEqual({
      kind: 'level',
      values: ['central', 'local'],
    })
    expect(all.find(({ name }) => name === 'goals.base')?.isOfRows).toBe(true)
  })

  it('is nothing where the text is not a table of keys', () => {
    const { names: none, check } = openFormulas('x.yaml', '- [').scope(['a'])
    expect(none).toEqual([])
    expect(check('a +')).toEqual([])
  })
})

describe('a mistake of a formula', () => {
  it.each([
    ['staff + stafff', ['stafff: UNKNOWN_NAME']],
    ['(staff + nix) * nix', ['nix: UNKNOWN_NAME', 'nix: UNKNOWN_NAME']],
    ['mean(goals.hh) + 1', ['goals.hh: UNKNOWN_NAME']],
    ['staff + medium(goals.h)', ['medium: UNKNOWN_FUNCTION']],
    ['round(staff) + round(1, 2, 3, 4)', ['round: WRONG_ARGUMENTS']],
    ['1 + (kind) * 2', ['(kind): TYPE_MISMATCH']],
    ['staff > 1 ? kind : 2', ['staff > 1 ? kind : 2: TYPE_MISMATCH']],
    [
      'staff + (kind == "centrall" ? 1 : 2)',
      ['kind == "centrall": TYPE_MISMATCH'],
    ],
    ['score(nix) + 1', ['nix: UNKNOWN_NAME']],
    ['lookup(scopes.nix, id)', ['scopes.nix: UNKNOWN_NAME']],
    ['goals.h + 1', ['goals.h: TYPE_MISMATCH']],
    ['sum(goals.h', ['h: FORMULA_SYNTAX']],
    ['staff + * 2', ['*: FORMULA_SYNTAX']],
    ['staff % 2', ['%: FORMULA_NOT_ALLOWED']],
    ['staff = 2', ['=: FORMULA_NOT_ALLOWED']],
    ['1 < staff < 3', ['1 < staff < 3: FORMULA_NOT_ALLOWED']],
    ['staff +\n  штат', ['штат: FORMULA_NOT_ALLOWED']],
    ['\n\n  staff +\n  nix', ['nix: UNKNOWN_NAME']],
    ['round(staff, 99)', ['round: WRONG_ARGUMENTS']],
    ['rank(staff) + nix', ['nix: UNKNOWN_NAME']],
  ])('stands under the word that causes it: %j', (formula, problems) => {
    expect(found(formula)).toEqual(problems)
  })

  it('has none where the formula is sound, tried any number of times', () => {
    const { check } = opened.scope(['computed', 'h', 'formula'])
    for (let tries = 0; tries < 3; tries += 1) {
      expect(check('mean(goals.h) * cap + rank(staff)')).toEqual([])
    }
  })

  it('is a condition that is not true or false', () => {
    const at = ['rules', 'late', 'when']
    expect(found('staff + 1', at)).toEqual(['staff + 1: TYPE_MISMATCH'])
    expect(found('staff > 1', at)).toEqual([])
  })

  it('is left to the file as a whole where columns of a table are filled in', () => {
    expect(found('id == $body', ['rules', 'out-$body', 'when'])).toEqual([])
    expect(found('nix == 1', ['rules', 'out-$body', 'when'])).toEqual([
      'nix: UNKNOWN_NAME',
    ])
  })
})
