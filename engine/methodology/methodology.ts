/**
 * A checked methodology: frozen, every name resolved. Its nodes are the
 * vertices of one dependency graph, listed in an order in which each comes
 * after what it reads.
 */
import type { Condition } from '../conditions/condition.js'
import type {
  ColumnExpression,
  Expression,
  ParameterExpression,
  Type,
} from '../expression/expression.js'
import type { Numeric } from '../number/numeric.js'
import type { RoundingMode } from '../number/rounding.js'
import type { Scale } from '../scales/scale.js'
import type { Path } from '../source/path.js'
import type { Source } from '../source/source.js'
import type { Value } from '../value.js'
import type { Act, Citation, Reading, Years } from './legal-basis.js'
import type { Normaliser } from './normaliser.js'
import type { DeductionNode, RuleNode } from './rule-nodes.js'
import type { Joining, RegisterUse } from './register-use.js'
import type { Entry } from './entry.js'
import type { Variation } from './keyed-rows.js'
import type { Maker } from './maker.js'
import type { ScreeningNode, StepNode } from './steps.js'

export type {
  AbsentChild,
  AggregateMaker,
  Aggregation,
  Maker,
  Variant,
} from './maker.js'

/** Text by language; the language of the file where only one is given. */
export interface Title {
  readonly en?: string
  readonly kk?: string
  readonly ru?: string
}

/** A table of rows: the population, the bodies, or a table below them. */
export interface Level {
  /** `population`, `` for the bodies, then `goals`, `goals.indicators`. */
  readonly name: string
  readonly parent: Level | null
  readonly tables: ReadonlyMap<string, Level>
  readonly columns: ReadonlyMap<string, Column>
  /** How many cells a row has. */
  readonly slots: number
  /** On the level of the bodies: the rules that exclude a body as a whole. */
  readonly exclusions: readonly RuleNode[]
}

export interface Parameter {
  readonly name: string
  /** null where it varies. */
  readonly value: Numeric | null
  readonly varies: Variation | null
  readonly unit: string | null
  readonly title: Title
  readonly cite: Citation | null
  readonly at: Path
}

/** What every node of the graph has. */
export interface NodeBase {
  /** Unique: `goals.indicators.h`, `score(gdp)`, `rule late`, `ranking hdi`. */
  readonly name: string
  readonly level: Level
  /** Where a row keeps the node's value. */
  readonly slot: number
  readonly at: Path
  readonly reads: readonly Node[]
}

/** A node that formulas can name. */
export interface ColumnBase extends NodeBase {
  readonly type: Type
  readonly title: Title
  readonly unit: string | null
}

/** A cell of the data. */
export interface InputNode extends ColumnBase {
  readonly kind: 'input'
  /** The column of the data. */
  readonly column: string
  readonly cite: Citation | null
  readonly values: readonly Value[] | null
  readonly bounds: {
    readonly least: Numeric | null
    readonly most: Numeric | null
    readonly whole: boolean
  }
  readonly mayBeMissing: boolean
  readonly requiredWhen: Expression | null
  /** The condition as it is written, for messages. */
  readonly requiredWhenText: string | null
  readonly ifEmpty: Value | null
  /** An attribute of the body, in the column of this name of the register. */
  readonly fromRegister: boolean
  readonly joining: Joining
  /** The output of another methodology that an empty cell stands for. */
  readonly from: OutputOfOther | null
  /** Withheld from whoever may not see restricted values. */
  readonly isRestricted: boolean
  readonly verification: string | null
  readonly source: string | null
}

/** An output of another methodology, for the same body and year. */
export interface OutputOfOther {
  readonly methodology: string
  readonly output: string
}

/** The raw value of an indicator: its input, unless an exclusion took it away. */
export interface IndicatorNode extends ColumnBase {
  readonly kind: 'indicator'
  readonly input: InputNode
  readonly exclusions: readonly RuleNode[]
  readonly reading: Reading
}

export interface ComputedNode extends ColumnBase {
  readonly kind: 'computed'
  /** The bodies that its formula looks at; null: all that count. */
  readonly among: PopulationNode | null
  readonly expression: Expression
  readonly formula: string
  readonly reading: Reading
}

/** A node of the tree: an indicator's score, or an inner node. */
export interface CriterionNode extends ColumnBase {
  readonly kind: 'criterion'
  readonly parent: CriterionNode | null
  /** null where there is none, or it varies. */
  readonly weight: Numeric | null
  /** The parameter or the figure of the population that is the weight. */
  readonly weightBy: ParameterExpression | ColumnExpression | null
  readonly maker: Maker
  readonly normaliser: Normaliser | null
  readonly maximum: Expression | null
  readonly deductions: readonly DeductionNode[]
  /** The rules that hold its value within limits. */
  readonly limits: readonly RuleNode[]
  readonly round: Rounding | null
  readonly showDigits: number | null
  readonly exclusions: readonly RuleNode[]
  readonly reading: Reading
}

export interface Rounding {
  readonly digits: number
  readonly mode: RoundingMode
}

/** A named set of bodies, whole or in groups, that statistics and rankings look at. */
export interface PopulationNode extends NodeBase {
  readonly kind: 'population'
  /** The name under `populations`. */
  readonly population: string
  readonly title: Title
  readonly where: Condition | null
  /** Bodies that agree in these are a group of their own; empty: one population. */
  readonly by: readonly Column[]
  /** The rules that exclude bodies from it. */
  readonly exclusions: readonly RuleNode[]
  readonly cite: Citation | null
  readonly note: string | null
}

/** The figures of all bodies that count, for ranks, goalposts and deviations. */
export interface DistributionNode extends NodeBase {
  readonly kind: 'distribution'
  /** null: all bodies that count. */
  readonly among: PopulationNode | null
  readonly of: Expression
  readonly text: string
}

export interface RankingNode extends NodeBase {
  readonly kind: 'ranking'
  readonly ranking: string
  readonly title: Title
  readonly output: Column
  readonly better: 'more' | 'less'
  readonly digits: number | null
  readonly ties:
    | { readonly kind: 'competition' }
    | { readonly kind: 'dense' }
    | {
        readonly kind: 'by'
        readonly column: Column
        readonly better: 'more' | 'less'
      }
  readonly where: Condition | null
  /** null: all bodies; with groups, places are counted in each. */
  readonly among: PopulationNode | null
  readonly allOf: readonly Column[]
  readonly exclusions: readonly RuleNode[]
  readonly cite: Citation | null
}

/** The place of a body in a ranking, or how many stand below it: what conditions read. */
export interface StandingNode extends NodeBase {
  readonly kind: 'standing'
  readonly what: 'place' | 'below'
  readonly ranking: RankingNode
  readonly type: Type
  readonly title: Title
  readonly unit: string | null
}

export type Column =
  | InputNode
  | IndicatorNode
  | ComputedNode
  | CriterionNode
  | DeductionNode
  | StandingNode
  | StepNode
  | ScreeningNode

export type Node =
  Column | RuleNode | RankingNode | DistributionNode | PopulationNode

export interface Check {
  readonly name: string
  readonly level: Level
  readonly expression: Expression
  readonly formula: string
  readonly otherwise: 'error' | 'warning'
  readonly says: Title
  readonly reading: Reading
}

export interface Methodology {
  readonly id: string
  readonly version: string
  readonly title: Title
  readonly description: Title
  readonly status: 'draft' | 'published'
  readonly act: Act
  readonly years: Years
  readonly edition: string | null
  readonly supersedes: string | null
  /** Which bodies of a register are assessed; null without a register. */
  readonly register: RegisterUse | null
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly scales: readonly Scale[]
  readonly population: Level
  readonly bodies: Level
  /** All nodes that can be computed, each after those it reads. */
  readonly nodes: readonly Node[]
  readonly outputs: readonly Column[]
  readonly total: Column | null
  /** Shown to everybody although restricted inputs stand behind them. */
  readonly released: readonly Node[]
  readonly roots: readonly CriterionNode[]
  readonly rules: readonly RuleNode[]
  readonly rankings: readonly RankingNode[]
  readonly populations: readonly PopulationNode[]
  readonly checks: readonly Check[]
  readonly root: Entry
  readonly source: Source
}
