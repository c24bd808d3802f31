/** Generated conditions of rules, populations and rankings: formulas, and trees of facts. */
import type { Choices } from './choices.js'
import { constantText, plainNumber } from './numbers.js'
import { NUMBER, type FigureType } from './model.js'
import { isOfType, visible, type Place, type Visible } from './place.js'
import { condition, DATES, TEXTS } from './truths.js'
import type { Table, Written } from './yaml-text.js'

export function when(choices: Choices, place: Place): Written {
  return choices.below(2) === 0
    ? facts(choices, place, 2)
    : condition(choices, place, 2)
}

/** all, any and not over facts. */
function facts(choices: Choices, place: Place, depth: number): Table {
  const kind = choices.below(depth <= 0 ? 4 : 7)
  const parts = () =>
    Array.from({ length: 1 + choices.below(3) }, () =>
      facts(choices, place, depth - 1),
    )
  switch (kind) {
    case 4:
      return { all: parts() }
    case 5:
      return { any: parts() }
    case 6:
      return { not: facts(choices, place, depth - 1) }
    default:
      return leaf(choices, place)
  }
}

const COMPARED = [
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]

function leaf(choices: Choices, place: Place): Table {
  const { rankings, looksAcross } = place.model
  const hasPlaces = rankings.length > 0 && looksAcross && !place.hasArgument
  if (hasPlaces && choices.oneIn(4)) {
    return {
      fact: choices.pick(['place', 'below']),
      ranking: choices.pick(rankings),
      operator: choices.pick([...COMPARED, 'equal', 'notEqual']),
      value: choices.pick(['1', '2', '0', '3']),
    }
  }
  const names = visible(place)
  if (place.hasArgument || names.length === 0) {
    const fact = place.hasArgument ? 'x' : 'year'
    return compared(
      choices,
      { text: fact, type: NUMBER, isInput: false },
      place,
    )
  }
  const fact = choices.pick(names)
  if (fact.type.kind !== 'text' && choices.oneIn(6)) {
    if (!fact.text.includes('(')) {
      const present = { fact: `present(${fact.text})`, operator: 'equal' }
      return { ...present, value: choices.pick([true, false]) }
    }
  }
  return compared(choices, fact, place)
}

function compared(choices: Choices, fact: Visible, place: Place): Table {
  const { type, text } = fact
  const isOrdered =
    type.kind === 'number' ||
    type.kind === 'date' ||
    (type.kind === 'level' && type.scale !== null)
  const back: Table =
    fact.isInput && !place.isAlone && choices.oneIn(8) ? { years_ago: '1' } : {}
  if (choices.oneIn(4)) {
    const values = Array.from({ length: 1 + choices.below(3) }, () =>
      constantOf(choices, type),
    )
    return {
      fact: text,
      ...back,
      operator: choices.pick(['in', 'notIn']),
      value: values,
    }
  }
  const others = visible(place).filter(
    (each) => isOfType(type)(each) && each.text !== text,
  )
  const value =
    others.length > 0 && choices.oneIn(3)
      ? { fact: choices.pick(others).text }
      : constantOf(choices, type)
  const operators = isOrdered
    ? [...COMPARED, 'equal', 'notEqual']
    : ['equal', 'notEqual']
  return { fact: text, ...back, operator: choices.pick(operators), value }
}

function constantOf(choices: Choices, type: FigureType): Written {
  switch (type.kind) {
    case 'number':
      return choices.mostly(
        plainNumber(choices),
        constantText(choices).replace(/[()]/g, ''),
      )
    case 'boolean':
      return choices.pick([true, false])
    case 'date':
      return choices.pick(DATES)
    case 'text':
      return choices.pick(TEXTS)
    case 'level':
      return choices.pick(type.values)
  }
}
