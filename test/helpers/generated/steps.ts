/** Generated steps of a composite indicator, one after another. */
import type { Choices } from './choices.js'
import { number } from './formulas.js'
import { fresh, type FigureType, type Model } from './model.js'
import { among, kindsOf, ofNumbers } from './normalisers.js'
import type { Place } from './place.js'
import type { Table } from './yaml-text.js'

/** An indicator and what the steps have made of it so far. */
export interface Stepped {
  readonly name: string
  readonly type: FigureType
  /** A step has changed what the data said. */
  isChanged: boolean
  isNormalised: boolean
}

export function addStep(
  model: Model,
  choices: Choices,
  indicators: readonly Stepped[],
): void {
  const numbers = indicators.filter(({ type }) => type.kind === 'number')
  const open = numbers.filter(({ isNormalised }) => !isNormalised)
  if (numbers.length === 0) return
  const name = fresh(model, 's')
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const ofOneBody = [0, 1, 2, 4, 5, 8]
  const kind = choices.pick(model.looksAcross ? all : ofOneBody)
  const chosen = choices.some(kind >= 6 ? open : numbers)
  if (chosen.length === 0) return
  const of: Table = { of: chosen.map((each) => each.name) }
  const made = action(model, choices, kind, chosen)
  model.listed.steps.push({ name, ...of, ...made })
  model.steps.push(name)
  for (const each of chosen) {
    each.isChanged ||=
      'formula' in made || 'winsorise' in made || 'normalise' in made
    each.isNormalised ||= 'normalise' in made
  }
  for (const each of indicators) {
    model.called.push({
      name: `after(${name}, ${each.name})`,
      type: each.type,
      isInput: false,
    })
  }
}

function action(
  model: Model,
  choices: Choices,
  kind: number,
  chosen: readonly Stepped[],
): Table {
  const place: Place = { model, table: model.bodies }
  switch (kind) {
    case 0:
    case 1:
      return { formula: number(choices, { ...place, hasArgument: true }, 2) }
    case 2: {
      const given: Table = choices.oneIn(3)
        ? { of: choices.pick(['given', ...model.steps]) }
        : {}
      const least = choices.pick(['0.5', '1', '0.65', '1/3', '0'])
      const atLeast = choices.oneIn(3) ? { indicators: '1' } : least
      const counts: Table = choices.oneIn(3) ? { count_imputed: true } : {}
      return { screen: { ...given, at_least: atLeast, ...counts } }
    }
    case 3:
      return {
        impute: {
          method: choices.pick(['mean', 'median']),
          ...among(model, choices),
        },
      }
    case 4: {
      if (chosen.some(({ isChanged }) => isChanged)) {
        return { impute: { value: number(choices, place, 2) } }
      }
      const years: Table = choices.oneIn(2) ? { years: '2' } : {}
      return { impute: { method: 'previous-year', ...years } }
    }
    case 5:
      return { impute: { value: number(choices, place, 2) } }
    case 6:
    case 7:
      return winsorise(model, choices, place)
    default: {
      return {
        normalise: ofNumbers(model, choices, choices.pick(kindsOf(model))),
      }
    }
  }
}

function winsorise(model: Model, choices: Choices, place: Place): Table {
  const bare: Place = {
    ...place,
    isBare: true,
    hasArgument: true,
    hasEnds: true,
  }
  const most: Table = choices.oneIn(3)
    ? { most_share: choices.pick(['1/3', '0.5', '0.1']) }
    : { most: choices.pick(['1', '2', '5']) }
  const otherwise: Table = choices.oneIn(2)
    ? {
        otherwise: choices.mostly(
          'ln(x - x_least + 1)',
          number(choices, bare, 2),
        ),
      }
    : {}
  const sample: Table = choices.oneIn(3) ? { sample: true } : {}
  return {
    winsorise: {
      skewness: choices.pick(['0.5', '0', '1', '2']),
      kurtosis: choices.pick(['-2', '-1.5', '0', '3.5']),
      ...most,
      ...sample,
      ...otherwise,
      ...among(model, choices),
    },
  }
}
