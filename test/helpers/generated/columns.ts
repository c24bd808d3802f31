/** Generated computed columns on every level and on the population, and named populations. */
import { aggregateOf, standing } from './aggregates.js'
import type { Choices } from './choices.js'
import { when } from './conditions.js'
import { number } from './formulas.js'
import { someType } from './inputs.js'
import { anyLevel } from './levels.js'
import {
  allTables,
  fresh,
  groupsBy,
  NUMBER,
  write,
  type Figure,
  type Model,
} from './model.js'
import type { Place } from './place.js'
import { condition, named } from './truths.js'

const DEPTH = 3

/** A column of a row or of the body. */
export function addColumn(
  model: Model,
  choices: Choices,
  isAlone = false,
): void {
  const tables = allTables(model)
  const table = choices.oneIn(2) ? choices.pick(tables) : model.bodies
  const place: Place = { model, table, isAlone }
  const wanted = someType(model, choices)
  const type =
    wanted.kind === 'level' && wanted.scale === null ? NUMBER : wanted
  const name = fresh(model, 'f')
  const key = table.path === '' ? name : `${table.path}.${name}`
  const formula = formulaOf(choices, place, type)
  if (formula === null) return
  const scale = type.kind === 'level' ? { scale: type.scale ?? '' } : {}
  write(model, 'computed', key, { formula, ...scale })
  table.figures.push({ name, type, isInput: false })
}

function formulaOf(
  choices: Choices,
  place: Place,
  type: ReturnType<typeof someType>,
): string | null {
  switch (type.kind) {
    case 'number':
      return number(choices, place, DEPTH)
    case 'boolean':
      return condition(choices, place, DEPTH)
    case 'level':
      return anyLevel(choices, place, type)
    default:
      return named(choices, place, type)?.text ?? null
  }
}

/** A column of the body that is compared with other bodies, among a population. */
export function addStanding(model: Model, choices: Choices): void {
  const place: Place = { model, table: model.bodies }
  const formula = standing(choices, place, DEPTH)
  if (formula === null) return
  const name = fresh(model, 'f')
  const { populations } = model
  const among =
    populations.length > 0 ? { among: choices.pick(populations).name } : {}
  write(model, 'computed', name, { formula, ...among })
  model.bodies.figures.push({ name, type: NUMBER, isInput: false })
}

/** A column of the population, over all bodies or a named population. */
export function addOverall(model: Model, choices: Choices): void {
  const { populations } = model
  const among =
    populations.length > 0 && choices.oneIn(2)
      ? choices.pick(populations)
      : null
  const groups = among && among.by.length > 0 ? groupsBy(among) : null
  const place: Place = { model, table: null, groups }
  const aggregate = aggregateOf(choices, place, DEPTH) ?? 'count(bodies)'
  const formula = choices.oneIn(3)
    ? `${aggregate} ${choices.pick(['+', '*', '-', '/'])} ${number(choices, place, 1)}`
    : aggregate
  const name = `population.${fresh(model, 'o')}`
  write(model, 'computed', name, {
    formula,
    ...(among ? { among: among.name } : {}),
  })
  const groupedBy = groups === null ? {} : { groupedBy: groups }
  model.overall.push({ name, type: NUMBER, isInput: false, ...groupedBy })
}

export function addPopulation(model: Model, choices: Choices): void {
  const place: Place = { model, table: model.bodies, isAlone: true }
  const name = fresh(model, 'peers')
  const attributes = model.bodies.figures.filter(
    ({ type }) => type.kind !== 'date',
  )
  const isGrouped = choices.oneIn(2) && attributes.length > 0
  const by = isGrouped ? groupAttributes(model, choices, attributes) : []
  const hasWhere = !isGrouped || choices.oneIn(3)
  const ranked = choices.oneIn(5)
    ? `rank(${number(choices, place, 0)}) <= ${choices.pick(['1', '2', '3'])}`
    : null
  write(model, 'populations', name, {
    ...(hasWhere ? { where: ranked ?? when(choices, place) } : {}),
    ...(isGrouped ? { by: by.length === 1 ? (by[0] ?? '') : by } : {}),
  })
  model.populations.push({ name, by })
  if (choices.oneIn(3)) {
    write(model, 'rules', fresh(model, 'outside'), {
      when: when(choices, place),
      exclude: { population: name },
    })
  }
}

/** One or two attributes; sometimes those of another population, the other way round. */
function groupAttributes(
  { populations }: Model,
  choices: Choices,
  attributes: readonly Figure[],
): readonly string[] {
  const known = populations.find(({ by }) => by.length > 0)
  if (known && choices.oneIn(2)) return known.by.toReversed()
  return choices
    .some(attributes)
    .map(({ name }) => name)
    .slice(0, 2)
}
