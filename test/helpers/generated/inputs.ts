/** Generated inputs, tables inside tables, scales, parameters and keyed tables. */
import type { Choices } from './choices.js'
import {
  fresh,
  write,
  type FigureType,
  type Model,
  type TableModel,
} from './model.js'
import { plainNumber, sizeText } from './numbers.js'
import { DATES } from './truths.js'
import type { Written } from './yaml-text.js'

const WORDS = [
  ['low', 'fair', 'high'],
  ['one', 'two'],
]

/** One scale with bands or points, or none. */
export function addScale(model: Model, choices: Choices): void {
  const name = fresh(model, 'scale')
  const levels = choices.pick([
    ['poor', 'good', 'best'],
    ['no', 'yes'],
    ['d', 'c', 'b', 'a'],
  ])
  const isBestFirst = choices.oneIn(2)
  const edges = ['0', '1', '2.1', '50']
  const isBanded = !choices.oneIn(3)
  const edge = choices.pick(['at_least', 'above'])
  const isBounded = choices.oneIn(2)
  const entries = levels.map((level, index) => {
    const begin = index > 0 || isBounded
    const at = edges[index] ?? '0'
    const band: { [key: string]: Written } =
      isBanded && begin ? { [edge]: index === 0 ? '-1' : at } : {}
    return [level, { points: String(index * index), ...band }] as const
  })
  const listed = isBestFirst ? entries.toReversed() : entries
  const order = isBestFirst ? 'best-first' : 'worst-first'
  write(model, 'scales', name, { order, levels: Object.fromEntries(listed) })
  model.scales.push({ name, levels, hasBands: isBanded })
}

/** A table below one that is there already, at most three deep. */
export function addTable(
  model: Model,
  choices: Choices,
  among: TableModel[],
): void {
  const shallow = among.filter(({ path }) => path.split('.').length < 3)
  const parent = choices.pick(shallow)
  const name = fresh(model, 't')
  const path = parent.path === '' ? name : `${parent.path}.${name}`
  const table: TableModel = { path, parent, tables: [], figures: [] }
  parent.tables.push(table)
  among.push(table)
  addInput(model, choices, table)
}

/** A type of column, numbers more often than others. */
export function someType(model: Model, choices: Choices): FigureType {
  switch (choices.below(14)) {
    case 8:
      return { kind: 'boolean' }
    case 9: {
      const values = choices.pick(WORDS)
      return { kind: 'level', values, scale: null }
    }
    case 10:
    case 11: {
      const [scale] = model.scales
      return scale
        ? { kind: 'level', values: scale.levels, scale: scale.name }
        : { kind: 'boolean' }
    }
    case 12:
      return { kind: 'date' }
    case 13:
      return { kind: 'text' }
    default:
      return { kind: 'number' }
  }
}

export function addInput(
  model: Model,
  choices: Choices,
  table: TableModel,
): void {
  const type = someType(model, choices)
  const known = model.bodies.figures.map(({ name }) => name)
  // The nearest level that declares a name wins.
  const hides = table.path !== '' && known.length > 0 && choices.oneIn(8)
  const own = hides ? choices.pick(known) : null
  const isTaken = table.figures.some(({ name }) => name === own)
  const name =
    own === null || isTaken ? fresh(model, table.path === '' ? 'a' : 'r') : own
  const { entry, mayBeMissing, isSize } = inputKeys(choices, type)
  table.figures.push({ name, type, isInput: true })
  model.inputs.push({ table: table.path, name, type, mayBeMissing, isSize })
  const path = [...(table.path === '' ? [] : table.path.split('.')), name]
  let here = (model.sections['inputs'] ??= {})
  for (const step of path.slice(0, -1)) {
    here = (here[step] ??= {}) as { [key: string]: Written }
  }
  here[name] = { type: type.kind, ...entry }
}

/** What a cell may hold, and whether it may be empty. */
export function inputKeys(
  choices: Choices,
  type: FigureType,
): {
  readonly entry: { [key: string]: Written }
  readonly mayBeMissing: boolean
  readonly isSize: boolean
} {
  const absence = choices.below(4)
  const isSize = type.kind === 'number' && choices.oneIn(8)
  const isMissing: { [key: string]: Written } =
    absence < 2 ? { missing: 'allowed' } : {}
  const ifEmpty: { [key: string]: Written } =
    absence === 2 ? { default: defaultOf(choices, type) } : {}
  return {
    entry: {
      ...(type.kind === 'level'
        ? type.scale === null
          ? { values: type.values }
          : { scale: type.scale }
        : {}),
      ...(isSize ? { bounds: { least: '0' } } : {}),
      ...isMissing,
      ...ifEmpty,
    },
    mayBeMissing: absence < 3,
    isSize,
  }
}

function defaultOf(choices: Choices, type: FigureType): Written {
  switch (type.kind) {
    case 'number':
      return sizeText(choices)
    case 'boolean':
      return choices.pick([false, true])
    case 'date':
      return choices.pick(DATES)
    case 'text':
      return 'north'
    case 'level':
      return choices.pick(type.values)
  }
}

export function addParameter(model: Model, choices: Choices): void {
  const name = fresh(model, 'p')
  const by = model.bodies.figures.filter(
    ({ type }) => type.kind === 'level' || type.kind === 'boolean',
  )
  const kind = choices.below(4)
  const attribute = by.length > 0 ? choices.pick(by) : null
  const years = {
    '2018-2019': plainNumber(choices),
    2020: plainNumber(choices),
  }
  if (kind < 2 || (kind === 2 && !attribute)) {
    const value = plainNumber(choices)
    write(model, 'parameters', name, { value })
    model.parameters.push({ name, isOfBody: false, value })
  } else if (kind === 2 && attribute) {
    const all = keysOf(attribute.type)
    const some = all.filter(() => !choices.oneIn(4))
    const words = some.length > 0 ? some : all
    const values = Object.fromEntries(
      words.map((word) => [word, choices.mostly(plainNumber(choices), '1/3')]),
    )
    const isOfYear = choices.oneIn(2)
    write(model, 'parameters', name, {
      by: isOfYear ? ['year', attribute.name] : attribute.name,
      values: isOfYear
        ? { '2018-2019': { [words[0] ?? '']: '1' }, '2020-': values }
        : values,
    })
    model.parameters.push({ name, isOfBody: true, value: null })
  } else {
    write(model, 'parameters', name, { by: 'year', values: { ...years } })
    model.parameters.push({ name, isOfBody: false, value: null })
  }
}

export function keysOf(type: FigureType): readonly string[] {
  return type.kind === 'level' ? type.values : ['true', 'false']
}

/** A table in the file: a key, and columns that formulas look up. */
export function addKeyedTable(model: Model, choices: Choices): void {
  const name = fresh(model, 'k')
  const types = model.inputs.map(({ type }) => type)
  const levels = types.filter((type) => type.kind === 'level')
  const isNumber = levels.length === 0 || choices.oneIn(3)
  const key: FigureType = isNumber ? { kind: 'number' } : choices.pick(levels)
  const [scale] = model.scales
  const columns: { name: string; type: FigureType }[] = [
    { name: 'worth', type: { kind: 'number' } },
    { name: 'due', type: { kind: 'boolean' } },
    ...(scale
      ? [
          {
            name: 'grade',
            type: {
              kind: 'level' as const,
              values: scale.levels,
              scale: scale.name,
            },
          },
        ]
      : []),
  ]
  const keys = isNumber
    ? [...new Set([plainNumber(choices), plainNumber(choices), '1'])]
    : keysOf(key).filter((_, index) => index === 0 || !choices.oneIn(4))
  const rows = keys.map((word) => [
    word,
    ...columns.map(({ type }) =>
      choices.oneIn(6) ? 'null' : cell(choices, type),
    ),
  ])
  write(model, 'tables', name, {
    key: 'word',
    columns: Object.fromEntries([
      ['word', columnType(key)],
      ...columns.map((each) => [each.name, columnType(each.type)] as const),
    ]),
    rows,
  })
  model.keyed.push({ name, key, columns })
}

function columnType(type: FigureType): Written {
  if (type.kind !== 'level') return type.kind
  return type.scale === null
    ? { type: 'level', values: type.values }
    : { type: 'level', scale: type.scale }
}

function cell(choices: Choices, type: FigureType): Written {
  if (type.kind === 'boolean') return choices.pick([true, false])
  return type.kind === 'level'
    ? choices.pick(type.values)
    : plainNumber(choices)
}
