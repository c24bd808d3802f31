/** What a formula can see from where it stands. */
import type {
  Column,
  DistributionNode,
  Level,
  Parameter,
  PopulationNode,
} from '../methodology/methodology.js'
import type { KeyedTable } from '../methodology/keyed-rows.js'
import type { Scale } from '../scales/scale.js'
import type { Path } from '../source/path.js'
import type { Problem } from '../errors.js'
import type { Expression } from './expression.js'
import type { Syntax } from './syntax.js'

export interface Scope {
  /** The part of the formula that is looked at; a scope made from another shares it. */
  readonly here: { part: Syntax | null }
  /** The row that the formula belongs to. */
  readonly level: Level
  readonly population: Level
  readonly bodies: Level
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Tables of the file; null where one has a mistake. */
  readonly tables: ReadonlyMap<string, KeyedTable | null>
  /** True in a normaliser, where x is the value that is normalised. */
  readonly hasArgument: boolean
  /** True where x_least and x_most are the ends of all values of x. */
  readonly hasEnds: boolean
  /** Checks of the data see inputs and parameters alone: nothing is computed yet. */
  readonly inputsOnly: boolean
  /** The bodies that aggregates over them and ranks look at; null: all that count. */
  readonly among: PopulationNode | null
  /** Where the formula stands in the file. */
  readonly at: Path
  readonly report: (problem: Problem) => void
  /** The figures of all bodies, for rank and percentileRank. */
  readonly distribution: (of: Expression, text: string) => DistributionNode
  /** The value of an indicator or criterion in the tree. */
  readonly score: (name: string) => Column | undefined
  /** The children of a criterion; undefined where there is no such criterion. */
  readonly children: (criterion: string) => readonly Column[] | undefined
  /** The names of indicators and criteria. */
  readonly criteria: () => Iterable<string>
  /** Scales by name; null where one has a mistake, already reported. */
  readonly scales: ReadonlyMap<string, Scale | null>
  /** What each indicator is worth after a step, by its name. */
  readonly after: (step: string) => ReadonlyMap<string, Column> | undefined
  readonly stepNames: () => Iterable<string>
  /** True for a figure that results hold, so that later years can look at it. */
  readonly isOutput: (column: Column) => boolean
  /** Counts the places that read a column. */
  readonly used: (column: Column) => void
  /** True for a name whose declaration has a mistake, already reported. */
  readonly isLost: (name: string) => boolean
  /** True where a step does not say its name, so that a step that is not known is no mistake. */
  readonly hasNamelessStep: () => boolean
  /** True where the column or parameter has a mistake of its own, already reported. */
  readonly isBroken: (column: Column | Parameter) => boolean
}

/** A column or parameter that a bare name means; the nearest level that declares it wins. */
export function findName(
  scope: Scope,
  name: string,
): Column | Parameter | undefined {
  for (let level: Level | null = scope.level; level; level = level.parent) {
    if (level === scope.population && scope.level !== level) break
    const column = level.columns.get(name)
    if (column) return column
  }
  return scope.parameters.get(name)
}

/** The table below `from` that the steps lead to. */
export function findTable(
  from: Level,
  steps: readonly string[],
): Level | undefined {
  let level: Level | undefined = from
  for (const step of steps) level = level?.tables.get(step)
  return steps.length === 0 ? undefined : level
}

/** All names that a formula could use here, for "did you mean". */
export function visibleNames(scope: Scope): readonly string[] {
  const names: string[] = []
  for (let level: Level | null = scope.level; level; level = level.parent) {
    if (level === scope.population && scope.level !== level) {
      names.push(
        ...[...level.columns.keys()].map((name) => `population.${name}`),
      )
      break
    }
    names.push(...level.columns.keys())
  }
  names.push(...scope.parameters.keys(), ...tableNames(scope.level, ''))
  if (scope.hasEnds) names.push('x_least', 'x_most')
  return scope.hasArgument ? [...names, 'x'] : names
}

function tableNames(level: Level, prefix: string): readonly string[] {
  return [...level.tables].flatMap(([name, table]) => [
    `${prefix}${name}`,
    ...[...table.columns.keys()].map((column) => `${prefix}${name}.${column}`),
    ...tableNames(table, `${prefix}${name}.`),
  ])
}
