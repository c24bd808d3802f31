/** What a formula can name from where it stands, as plain data for completion. */
import type { Type } from '../expression/expression.js'
import type { Scope } from '../expression/scope.js'
import type { Column, Level, Title } from '../methodology/methodology.js'
import type { Path } from '../source/path.js'

/** A name as it is written in this formula. */
export interface ScopeName {
  /** `base`, `indicators.h`, `population.best`, `score(gdp)`. */
  readonly name: string
  readonly kind:
    Column['kind'] | 'parameter' | 'table' | 'file-table' | 'scale' | 'built-in'
  readonly title: Title
  readonly unit: string | null
  readonly type: ValueType | null
  /** Where it is declared in the file; null for what every file has. */
  readonly at: Path | null
  /** True for columns of a table below, which stand inside an aggregate. */
  readonly isOfRows: boolean
}

/** What a value is; the words of a level in their order. */
export interface ValueType {
  readonly kind: Type['kind']
  readonly values: readonly string[]
}

export function scopeNames(scope: Scope): readonly ScopeName[] {
  const found = [
    ...argumentNames(scope),
    ...enclosingNames(scope),
    ...tableNames(scope, scope.level, ''),
    ...parameterNames(scope),
    ...fileNames(scope),
    ...scoreNames(scope),
    ...builtIns(scope),
  ]
  const unique = new Map<string, ScopeName>()
  // The nearest declaration of a name is the one that counts.
  for (const each of found) {
    if (!unique.has(each.name)) unique.set(each.name, each)
  }
  return [...unique.values()]
}

function argumentNames({ hasArgument, hasEnds }: Scope): readonly ScopeName[] {
  const names = [
    ...(hasArgument ? ['x'] : []),
    ...(hasEnds ? ['x_least', 'x_most'] : []),
  ]
  return names.map((name) => builtIn(name, 'number'))
}

function enclosingNames(scope: Scope): readonly ScopeName[] {
  const names: ScopeName[] = []
  for (let level: Level | null = scope.level; level; level = level.parent) {
    const isAround = level === scope.population && scope.level !== level
    names.push(...columnNames(scope, level, isAround ? 'population.' : ''))
  }
  return names
}

function columnNames(
  scope: Scope,
  level: Level,
  prefix: string,
  isOfRows = false,
): readonly ScopeName[] {
  return [...level.columns].flatMap(([name, column]) =>
    scope.inputsOnly && !isGiven(column)
      ? []
      : [{ ...columnName(`${prefix}${name}`, column), isOfRows }],
  )
}

function columnName(name: string, column: Column): ScopeName {
  const { kind, title, unit, type, at } = column
  return {
    ...{ name, kind, title, unit, at },
    type: valueType(type),
    isOfRows: false,
  }
}

function isGiven(column: Column): boolean {
  return (
    column.kind === 'input' ||
    column.kind === 'indicator' ||
    (column.kind === 'criterion' && column.maker.kind === 'judged')
  )
}

function tableNames(
  scope: Scope,
  level: Level,
  prefix: string,
): readonly ScopeName[] {
  return [...level.tables].flatMap(([key, table]) => {
    const name = `${prefix}${key}`
    const at = level === scope.population ? null : ['inputs', ...steps(table)]
    return [
      { ...plain(name, 'table'), at },
      ...columnNames(scope, table, `${name}.`, true),
      ...tableNames(scope, table, `${name}.`),
    ]
  })
}

function steps({ name }: Level): readonly string[] {
  return name.split('.')
}

function parameterNames({ parameters }: Scope): readonly ScopeName[] {
  return [...parameters.values()].map(({ name, title, unit, at }) => ({
    ...plain(name, 'parameter'),
    ...{ title, unit, at },
    type: { kind: 'number', values: [] },
  }))
}

/** Tables of the file and scales, which lookup and band take. */
function fileNames({ tables, scales }: Scope): readonly ScopeName[] {
  const ofTables = [...tables].flatMap(([name, table]) => {
    const at = ['tables', name]
    const columns = [...(table?.columns ?? [])].map(
      ([column, { type }]): ScopeName => ({
        ...plain(`${name}.${column}`, 'file-table'),
        ...{ at, type: valueType(type) },
      }),
    )
    return [{ ...plain(name, 'file-table'), at }, ...columns]
  })
  const ofScales = [...scales.keys()].map((name) => ({
    ...plain(name, 'scale'),
    at: ['scales', name],
  }))
  return [...ofTables, ...ofScales]
}

/** An indicator's bare name is its value as given; what the tree makes of it is its score. */
function scoreNames(scope: Scope): readonly ScopeName[] {
  if (scope.inputsOnly || scope.level === scope.population) return []
  return [...scope.criteria()].flatMap((name) => {
    const node = scope.score(name)
    return node && scope.bodies.columns.get(name) !== node
      ? [columnName(`score(${name})`, node)]
      : []
  })
}

function builtIns({ level, population }: Scope): readonly ScopeName[] {
  const year = builtIn('year', 'number')
  return level === population ? [year] : [builtIn('id', 'text'), year]
}

function builtIn(name: string, kind: ValueType['kind']): ScopeName {
  return { ...plain(name, 'built-in'), type: { kind, values: [] } }
}

function plain(name: string, kind: ScopeName['kind']): ScopeName {
  return {
    ...{ name, kind, title: {}, unit: null, type: null, at: null },
    isOfRows: false,
  }
}

function valueType(type: Type): ValueType {
  const values = type.kind === 'level' ? type.values : []
  return { kind: type.kind, values }
}
