import { describe, expect, it } from 'vitest'
import {
  findAbsenceFunction,
  findAggregate,
  findNameFunction,
  findNumberFunction,
  findStanding,
  FUNCTION_NAMES,
  FUNCTIONS,
} from '../../../engine/functions/table.js'
import { compare } from '../../../engine/number/numeric.js'
import { decimalText, parseFraction } from '../../../engine/number/text.js'
import { runCall } from './run-call.js'

const examples = FUNCTIONS.flatMap(({ kind, name, examples }) =>
  examples.map((example) => ({ kind, name, ...example })),
)

describe('the examples of the declarations', () => {
  it.each(examples)('$call gives $gives', ({ call, gives }) => {
    const value = runCall(call)
    if (value.kind === 'boolean') {
      expect(String(value.boolean)).toBe(gives)
      return
    }
    if (value.kind !== 'number') {
      expect(value.kind).toBe(gives)
      return
    }
    if (gives.endsWith('…')) {
      expect(decimalText(value.number).startsWith(gives.slice(0, -1))).toBe(
        true,
      )
      return
    }
    const expected = parseFraction(gives)
    expect(value.number.kind).toBe('ratio')
    expect(
      typeof expected === 'object' && compare(value.number, expected),
    ).toBe(0)
  })

  it.each(examples)('$call calls its own function', ({ name, call }) => {
    expect(call.startsWith(`${name}(`)).toBe(true)
  })
})

describe('the declarations', () => {
  it.each(FUNCTIONS.filter(({ kind }) => kind !== 'name'))(
    '$kind $name has an example',
    ({ examples }) => {
      expect(examples.length).toBeGreaterThan(0)
    },
  )

  it.each(FUNCTIONS)(
    '$kind $name says what it gives and what absence does',
    ({ says, absence }) => {
      expect(says).toMatch(/\.$/)
      expect(absence).toMatch(/\.$/)
    },
  )

  it.each(FUNCTIONS)(
    '$kind $name has its optional parameters last',
    (entry) => {
      const parameters =
        entry.kind === 'aggregate' ? (entry.settings ?? []) : entry.parameters
      const optional = parameters.map(
        (parameter) => parameter.optional === true,
      )
      expect(optional).toEqual(optional.toSorted())
    },
  )

  it('names no function twice within a kind', () => {
    const keys = FUNCTIONS.map(({ kind, name }) => `${kind} ${name}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has min and max twice, of values and of a column', () => {
    const names = FUNCTIONS.map(({ name }) => name)
    const twice = names.filter((name, at) => names.indexOf(name) !== at)
    expect(twice).toEqual(['min', 'max'])
    expect(FUNCTION_NAMES.length).toBe(FUNCTIONS.length - 2)
  })
})

describe('looking a function up', () => {
  const lookups = [
    findNumberFunction,
    findAbsenceFunction,
    findAggregate,
    findStanding,
    findNameFunction,
  ]

  it('finds each function by the lookup of its kind', () => {
    expect(findNumberFunction('clamp')?.kind).toBe('number')
    expect(findAbsenceFunction('coalesce')?.kind).toBe('absence')
    expect(findAggregate('mean')?.kind).toBe('aggregate')
    expect(findStanding('rank')?.kind).toBe('standing')
    expect(findNameFunction('previous')?.kind).toBe('name')
  })

  it('keeps the two kinds of min apart', () => {
    expect(findNumberFunction('min')?.kind).toBe('number')
    expect(findAggregate('min')?.kind).toBe('aggregate')
  })

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'Mean',
    '',
  ])('does not find "%s"', (name) => {
    for (const find of lookups) expect(find(name)).toBeUndefined()
  })
})
