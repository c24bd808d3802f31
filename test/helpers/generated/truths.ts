/** Generated formulas that are true or false. */
import type { Choices } from './choices.js'
import { earlier, lookup, number, numberLeaf } from './formulas.js'
import { levelFormula } from './levels.js'
import { BOOLEAN, type FigureType } from './model.js'
import { isOfType, visible, type Place, type Visible } from './place.js'

const ORDERED = ['<', '<=', '>', '>=', '==', '!=']
const EQUAL = ['==', '!=']

/** In brackets wherever it is more than a name. */
export function condition(
  choices: Choices,
  place: Place,
  depth: number,
): string {
  const inner = () => condition(choices, place, depth - 1)
  const kind = choices.below(depth <= 0 ? 8 : 14)
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return numbers(choices, place, 0)
    case 3:
      return booleanName(choices, place) ?? numbers(choices, place, 0)
    case 4:
      return levels(choices, place, depth) ?? numbers(choices, place, depth - 1)
    case 5:
      return (
        dates(choices, place) ??
        texts(choices, place) ??
        numbers(choices, place, 0)
      )
    case 6:
      return texts(choices, place) ?? numbers(choices, place, 0)
    case 7:
      return absence(choices, place)
    case 8:
      return numbers(choices, place, depth - 1)
    case 9:
      return `(${inner()} and ${inner()}${choices.oneIn(3) ? ` and ${inner()}` : ''})`
    case 10:
      return `(${inner()} or ${inner()}${choices.oneIn(3) ? ` or ${inner()}` : ''})`
    case 11:
      return `(not ${inner()})`
    case 12:
      return `(${inner()} ${choices.pick(EQUAL)} ${inner()})`
    default:
      return choices.oneIn(2)
        ? `(${inner()} ? ${inner()} : ${inner()})`
        : `coalesce(${inner()}, ${inner()})`
  }
}

function numbers(choices: Choices, place: Place, depth: number): string {
  const left = number(choices, place, depth)
  return `(${left} ${choices.pick(ORDERED)} ${numberLeaf(choices, place)})`
}

export function named(
  choices: Choices,
  place: Place,
  type: FigureType,
): Visible | null {
  const known = visible(place).filter(isOfType(type))
  return known.length === 0 ? null : choices.pick(known)
}

/** A column that is true or false, one of a table of the file, or one of an earlier year. */
function booleanName(choices: Choices, place: Place): string | null {
  switch (choices.below(6)) {
    case 4:
      return lookup(choices, place, BOOLEAN) ?? choices.pick(['true', 'false'])
    case 5:
      return earlier(choices, place, BOOLEAN)
    default:
      return named(choices, place, BOOLEAN)?.text ?? null
  }
}

/** A comparison of levels, ordered where their scale says so. */
function levels(choices: Choices, place: Place, depth: number): string | null {
  const types = visible(place).flatMap(({ type }) =>
    type.kind === 'level' ? [type] : [],
  )
  if (types.length === 0) return null
  const type = choices.pick(types)
  const left = levelFormula(choices, place, type, depth - 1)
  const right = choices.oneIn(3)
    ? levelFormula(choices, place, type, 0)
    : `"${choices.pick(type.values)}"`
  if (left === null || right === null) return null
  const isWritten = left.startsWith('"')
  const operators = type.scale === null || isWritten ? EQUAL : ORDERED
  return isWritten ? null : `(${left} ${choices.pick(operators)} ${right})`
}

function dates(choices: Choices, place: Place): string | null {
  const date = named(choices, place, { kind: 'date' })
  if (!date) return null
  const other = choices.oneIn(2)
    ? named(choices, place, { kind: 'date' })
    : null
  const right = other?.text ?? `"${choices.pick(DATES)}"`
  return `(${date.text} ${choices.pick(ORDERED)} ${right})`
}

export const DATES = ['2020-01-31', '2020-02-29', '2019-12-31', '2021-06-15']

export const TEXTS = ['north', 'south', 'b1', 'south west']

function texts(choices: Choices, place: Place): string | null {
  const text = named(choices, place, { kind: 'text' })
  const isOnBody = place.table !== null && !place.isBare
  if (!text && !isOnBody) return null
  return `(${text?.text ?? 'id'} ${choices.pick(EQUAL)} "${choices.pick(TEXTS)}")`
}

function absence(choices: Choices, place: Place): string {
  const names = visible(place).filter(({ type }) => type.kind !== 'text')
  if (names.length === 0) return numbers(choices, place, 0)
  const asked = `isMissing(${choices.pick(names).text})`
  return choices.oneIn(2) ? `(not ${asked})` : asked
}
