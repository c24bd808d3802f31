/** The figures that a formula reads in one row, and the rows that its aggregates left out. */
import {
  evaluateAggregate,
  type Aggregated,
} from '../evaluation/evaluate-aggregate.js'
import {
  evaluateExpression,
  type Frame,
} from '../evaluation/evaluate-expression.js'
import { bodyOf } from '../evaluation/group.js'
import { rowAt, type Row } from '../evaluation/row.js'
import type {
  AggregateExpression,
  Expression,
  LookupExpression,
  ParameterExpression,
  PreviousExpression,
} from '../expression/expression.js'
import { looksAtBodies, partsOf } from '../expression/parts.js'
import { explainedPopulation } from './explain-population.js'
import type { ExplainedPopulation } from './explanation.js'
import type { Scale } from '../scales/scale.js'
import type {
  Column,
  DistributionNode,
  PopulationNode,
} from '../methodology/methodology.js'
import type { RuleNode } from '../methodology/rule-nodes.js'

export type Operand =
  | { readonly kind: 'column'; readonly column: Column; readonly row: Row }
  | {
      readonly kind: 'parameter'
      readonly expression: ParameterExpression
      readonly frame: Frame
    }
  | {
      readonly kind: 'lookup'
      readonly expression: LookupExpression
      readonly frame: Frame
    }
  | {
      readonly kind: 'previous'
      readonly expression: PreviousExpression
      readonly row: Row
    }
  | { readonly kind: 'scale'; readonly scale: Scale }
  | {
      readonly kind: 'distribution'
      readonly distribution: DistributionNode
      readonly row: Row
    }
  | PopulationOperand
  | FlagOperand

/** A flag, with all the rules that may raise it. */
export interface FlagOperand {
  readonly kind: 'flag'
  readonly flag: string
  readonly rules: readonly RuleNode[]
  readonly row: Row
}

export interface PopulationOperand {
  readonly kind: 'population'
  readonly population: PopulationNode
  readonly row: Row
}

/** The named population that a statistic looks at, to be explained below it. */
export function populationOperands(
  among: PopulationNode | null,
  row: Row,
): readonly PopulationOperand[] {
  return among ? [{ kind: 'population', population: among, row }] : []
}

export interface Operands {
  readonly operands: readonly Operand[]
  readonly skipped: Aggregated['skipped']
  /** How many bodies an aggregate over them looked at; null where there is none. */
  readonly bodies: number | null
  /** The named population that these are of. */
  readonly population: ExplainedPopulation | null
  /** The aggregates over the bodies, each with the row that it was computed for. */
  readonly statistics: readonly {
    readonly part: AggregateExpression
    readonly row: Row
  }[]
}

export function expressionOperands(
  expression: Expression,
  frame: Frame,
): Operands {
  const found: Operand[] = []
  const skipped: Aggregated['skipped'][number][] = []
  let bodies: number | null = null
  let population: ExplainedPopulation | null = null
  const statistics: Operands['statistics'][number][] = []
  const visit = (part: Expression, row: Row): void => {
    switch (part.kind) {
      case 'constant':
      case 'argument':
      case 'built-in':
        return
      case 'previous': {
        const there = rowAt(row, part.column.level)
        found.push({ kind: 'previous', expression: part, row: there })
        return
      }
      case 'parameter':
      case 'lookup':
        partsOf(part).forEach((inner) => visit(inner, row))
        found.push(
          part.kind === 'lookup'
            ? { kind: part.kind, expression: part, frame: { ...frame, row } }
            : { kind: part.kind, expression: part, frame: { ...frame, row } },
        )
        return
      case 'column':
        // Its own row is found from here: the group of the body may decide it.
        found.push({ kind: 'column', column: part.column, row })
        return
      case 'choice': {
        visit(part.test, row)
        const test = evaluateExpression(part.test, { ...frame, row })
        if (test.kind === 'boolean')
          visit(test.boolean ? part.then : part.otherwise, row)
        return
      }
      case 'band':
        visit(part.operand, row)
        found.push({ kind: 'scale', scale: part.scale })
        return
      case 'standing':
        visit(part.own, row)
        found.push({ kind: 'distribution', distribution: part.among, row })
        return
      case 'aggregate': {
        const result = evaluateAggregate(part, { ...frame, row })
        skipped.push(...result.skipped)
        part.settings.forEach((setting) => visit(setting, row))
        if (looksAtBodies(part)) {
          // The bodies are counted and not listed: each has its own explanation.
          statistics.push({ part, row })
          bodies = new Set(result.used.map(bodyOf)).size
          population = explainedPopulation(part.among, row)
          found.push(...populationOperands(part.among, row))
          return
        }
        const rows = [...result.used, ...result.skipped.map((each) => each.row)]
        for (const each of rows)
          part.columns.forEach((column) => visit(column, each))
        return
      }
      default:
        partsOf(part).forEach((inner) => visit(inner, row))
    }
  }
  visit(expression, frame.row)
  return { operands: found, skipped, bodies, population, statistics }
}
