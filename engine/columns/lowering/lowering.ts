/** What the lowering of one methodology knows: where values stand, and what has been stored. */
import type {
  Column,
  CriterionNode,
  DistributionNode,
  Level,
  PopulationNode,
} from '../../methodology/methodology.js'
import type { RuleNode } from '../../methodology/rule-nodes.js'
import type { MissingReason } from '../../missing-reason.js'
import type { Fault, Numeric } from '../../number/numeric.js'
import type { Builder } from '../code/builder.js'
import type { Code, ColumnLevel } from '../code/code.js'
import type { ColumnRows } from './column-rows.js'
import type { Lowered } from './lowered.js'

export interface Lowering {
  readonly code: Builder
  /** The reporting year of the run. */
  readonly year: number
  /** The rules that exclude a body as a whole. */
  readonly bodyExclusions: readonly RuleNode[]
  /** All words of the run, in the order of the alphabet. */
  readonly words: readonly string[]
  /** The rows of a level of the methodology. */
  levelOf(level: Level): ColumnLevel
  /** One row for each group of the population; the whole where it has no groups. */
  groupLevelOf(among: PopulationNode | null): ColumnLevel
  /**
   * The value of a node that has been lowered: a stored column, or code.
   *
   * @param at - the rows that read it; the bodies where nothing is said
   */
  read(node: Column | RuleNode | PopulationNode, at?: ColumnLevel): Lowered
  /** An input, or an output, of an earlier year. */
  readPrevious(column: Column, years: number): Lowered
  /** The place of a word in the dictionary of the run. */
  word(word: string): Code
  number(value: Numeric): Code
  /** The weight of a criterion, as a number or one that may be changed. */
  weight(node: CriterionNode, weight: Numeric): Code
  /**
   * A figure of all bodies that count, or of those of the group: one row for each
   * group, stored once for the name.
   *
   * @param make - of the rows that count and have a figure
   * @param exact - the same of the exact figures, smallest first
   */
  statistic(
    among: DistributionNode,
    name: string,
    make: (rows: ColumnRows) => Code,
    exact: (sorted: readonly Numeric[]) => Numeric | Fault | MissingReason,
  ): Statistic
  /** Where the figure of a body stands among those of a distribution. */
  standingOf(among: DistributionNode, own: Lowered): Standing
}

export interface Statistic {
  /** Absent where there is none: no body counts, or the body is in no group. */
  readonly value: Code
  /** 1 where it is undecided which bodies count. */
  readonly isUndecided: Code
  /** 1 where what the groups are made by is not applicable to the body. */
  readonly notApplicable: Code
}

export interface Standing {
  /** How many figures are smaller, larger, and there at all; whole. */
  readonly below: Code
  readonly above: Code
  readonly count: Code
  readonly isUndecided: Code
  /** The group of the body: absent where it is in none. */
  readonly group: Lowered
}

/** Thrown for what has no column code: the node is then computed exactly. */
export class NotLowered extends Error {}
