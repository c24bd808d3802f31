/** Generated formulas that give numbers: every operator and every function of numbers. */
import { aggregateOf, childrenAggregate, standing } from './aggregates.js'
import type { Choices } from './choices.js'
import { condition } from './truths.js'
import { levelFormula } from './levels.js'
import { NUMBER, type FigureType } from './model.js'
import { constantText, plainNumber } from './numbers.js'
import { isOfType, visible, type Place, type Visible } from './place.js'

/** A formula that is a number; brackets stand around whatever needs them. */
export function number(choices: Choices, place: Place, depth: number): string {
  if (depth <= 0) return numberLeaf(choices, place)
  const inner = () => number(choices, place, depth - 1)
  switch (choices.below(22)) {
    case 0:
    case 1:
    case 2:
      return numberLeaf(choices, place)
    case 3:
      return terms(choices, inner)
    case 4:
      return factors(choices, inner)
    case 5:
      return `(${inner()} ${choices.pick(['+', '-'])} ${inner()})`
    case 6:
      return `(${inner()} ${choices.pick(['*', '/'])} ${inner()})`
    case 7:
      return power(choices, inner)
    case 8:
      return `(-${inner()})`
    case 9:
    case 10:
      return ofOne(choices, inner)
    case 11:
      return ofSeveral(choices, inner)
    case 12:
      return rounded(choices, inner)
    case 13:
      return `coalesce(${inner()}, ${choices.mostly('0', constantText(choices), inner())})`
    case 14:
      return `(${condition(choices, place, depth - 1)} ? ${inner()} : ${inner()})`
    case 15:
    case 16:
      return aggregateOf(choices, place, depth) ?? inner()
    case 17:
      return standing(choices, place, depth) ?? inner()
    case 18:
    case 19:
      return childrenAggregate(choices, place) ?? inner()
    case 20:
      return earlier(choices, place, NUMBER) ?? inner()
    default:
      return lookup(choices, place, NUMBER) ?? inner()
  }
}

/** A name or a number. */
export function numberLeaf(choices: Choices, place: Place): string {
  const argument = place.hasArgument ? ['x'] : []
  const ends = place.hasEnds ? ['x_least', 'x_most'] : []
  const names = visible(place).filter(isOfType(NUMBER))
  const kind = choices.below(10)
  if (argument.length > 0 && kind < 6)
    return choices.pick([...argument, ...ends])
  if (kind === 9 || names.length === 0) return constantText(choices)
  if (kind === 8) return earlier(choices, place, NUMBER) ?? 'year'
  return choices.pick(names).text
}

/** previous(x), of an input or an output; null where there is none of the type. */
export function earlier(
  choices: Choices,
  place: Place,
  type: FigureType,
): string | null {
  const { model, table } = place
  if (place.isBare || place.isAlone) return null
  const inputs = visible(place).filter(
    (each) => each.isInput && isOfType(type)(each),
  )
  const outputs: readonly Visible[] = table
    ? model.criteria.filter(isOfType(type)).map((each) => ({
        text: each.name,
        type: each.type,
        isInput: false,
      }))
    : []
  const known = [...inputs, ...outputs].filter(
    ({ text }) => table !== null || text.startsWith('bodies.'),
  )
  if (known.length === 0) return null
  const { text, isInput } = choices.pick(known)
  if (!isInput) model.lookedBack.add(text)
  return choices.oneIn(3) ? `previous(${text}, 2)` : `previous(${text})`
}

function terms(choices: Choices, inner: () => string): string {
  const rest = Array.from(
    { length: 2 + choices.below(2) },
    () => ` ${choices.pick(['+', '-'])} ${inner()}`,
  )
  return `(${inner()}${rest.join('')})`
}

function factors(choices: Choices, inner: () => string): string {
  const rest = Array.from(
    { length: 2 + choices.below(2) },
    () => ` ${choices.pick(['*', '/'])} ${inner()}`,
  )
  return `(${inner()}${rest.join('')})`
}

function power(choices: Choices, inner: () => string): string {
  const base = inner()
  const exponents = ['2', '3', '0', '1', '(-1)', '(-2)', '0.5', '(1 / 3)']
  const further = ['1.5', '(-0.5)', '10', '0.1', constantText(choices), inner()]
  // Beyond the numbers of the language, and as close to zero.
  further.push(choices.pick(['20000', '(-20000)']))
  return `(${base} ^ ${choices.pick([...exponents, ...further])})`
}

const OF_ONE = [
  'abs',
  'sign',
  'floor',
  'ceil',
  'sqrt',
  'cbrt',
  'ln',
  'log10',
  'exp',
]

function ofOne(choices: Choices, inner: () => string): string {
  return `${choices.pick(OF_ONE)}(${inner()})`
}

function ofSeveral(choices: Choices, inner: () => string): string {
  switch (choices.below(4)) {
    case 0:
      return `${choices.pick(['min', 'max'])}(${inner()}, ${inner()})`
    case 1:
      return `${choices.pick(['min', 'max'])}(${inner()}, ${inner()}, ${inner()})`
    case 2:
      return choices.oneIn(4)
        ? `clamp(${inner()}, ${inner()}, ${inner()})`
        : `clamp(${inner()}, ${choices.pick(['0', '(-1)', '0.1'])}, ${choices.pick(['1', '100', '2.1'])})`
    default: {
      const degree = choices.mostly('2', '3', '4', '5', `(${inner()} + 0)`)
      return `nthRoot(${inner()}, ${degree})`
    }
  }
}

function rounded(choices: Choices, inner: () => string): string {
  // Of a constant the range is checked when the file is read.
  const digits = choices.mostly('2', '0', '1', '(-1)', '3', `(${inner()} + 0)`)
  switch (choices.below(3)) {
    case 0:
      return `round(${inner()}, ${digits})`
    case 1:
      return `round(${inner()}, ${digits}, ${choices.pick(['"half-up"', '"half-even"'])})`
    default:
      return `round(${inner()})`
  }
}

/** A cell of a table of the file; null where there is no fitting one. */
export function lookup(
  choices: Choices,
  place: Place,
  type: FigureType,
): string | null {
  if (place.isBare) return null
  const cells = place.model.keyed.flatMap((table) =>
    table.columns
      .filter(isOfType(type))
      .map((column) => ({ table, column: column.name })),
  )
  if (cells.length === 0) return null
  const { table, column } = choices.pick(cells)
  const key =
    table.key.kind === 'number'
      ? choices.mostly(numberLeaf(choices, place), plainNumber(choices))
      : levelFormula(choices, place, table.key, 0)
  return key === null ? null : `lookup(${table.name}.${column}, ${key})`
}
