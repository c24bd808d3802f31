/** Generated formulas that give a level. */
import { levelAggregate } from './aggregates.js'
import type { Choices } from './choices.js'
import { earlier, lookup, number } from './formulas.js'
import { condition, named } from './truths.js'
import type { FigureType } from './model.js'
import type { Place } from './place.js'

type LevelType = Extract<FigureType, { kind: 'level' }>

/** null where nothing here is such a level and words alone would not do. */
export function levelFormula(
  choices: Choices,
  place: Place,
  type: FigureType,
  depth: number,
): string | null {
  if (type.kind !== 'level') return named(choices, place, type)?.text ?? null
  const plain = () => named(choices, place, type)?.text ?? null
  if (depth <= 0) return plain()
  const inner = () =>
    levelFormula(choices, place, type, depth - 1) ?? word(choices, type)
  switch (choices.below(8)) {
    case 1:
      return banded(choices, place, type, depth) ?? plain()
    case 2:
      return type.scale === null
        ? plain()
        : (levelAggregate(choices, place, type) ?? plain())
    case 3:
      return extreme(choices, place, type) ?? plain()
    case 4:
      return lookup(choices, place, type) ?? plain()
    case 5:
      return earlier(choices, place, type) ?? plain()
    case 6: {
      const first = plain()
      return first && `coalesce(${first}, ${inner()})`
    }
    case 7: {
      const first = plain()
      return (
        first &&
        `(${condition(choices, place, depth - 1)} ? ${first} : ${inner()})`
      )
    }
    default:
      return plain()
  }
}

/** A level of the scale whatever there is: at the least a choice of two words. */
export function anyLevel(
  choices: Choices,
  place: Place,
  type: LevelType,
): string {
  const found = choices.oneIn(3) ? null : levelFormula(choices, place, type, 2)
  return (
    found ??
    banded(choices, place, type, 2) ??
    `(${condition(choices, place, 1)} ? ${word(choices, type)} : ${word(choices, type)})`
  )
}

function word(choices: Choices, { values }: LevelType): string {
  return `"${choices.pick(values)}"`
}

function banded(
  choices: Choices,
  place: Place,
  { scale }: LevelType,
  depth: number,
): string | null {
  const found = place.model.scales.find(({ name }) => name === scale)
  return found?.hasBands
    ? `band(${number(choices, place, depth - 1)}, ${found.name})`
    : null
}

function extreme(
  choices: Choices,
  place: Place,
  type: LevelType,
): string | null {
  if (type.scale === null) return null
  const first = named(choices, place, type)
  const second = named(choices, place, type)
  if (!first || !second) return null
  const other = choices.oneIn(2) ? word(choices, type) : second.text
  return `${choices.pick(['min', 'max'])}(${first.text}, ${other})`
}
