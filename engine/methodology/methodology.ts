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

export interface Citation {
  readonly act: string
  readonly paragraph: string | null
  readonly words: string | null
}

export interface Alternative {
  readonly formula: string | null
  readonly setting: string | null
  readonly note: string
}

/** Where a rule, formula or cap comes from, and whether it was given or rebuilt. */
export interface Reading {
  readonly cite: Citation | null
  readonly mark: 'given' | 'reconstructed' | null
  readonly note: string | null
  readonly alternatives: readonly Alternative[]
}

export interface ActReference {
  readonly number: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly url: string | null
}

export interface Act extends ActReference {
  readonly amendedBy: readonly ActReference[]
  readonly repealedBy: ActReference | null
}

/** Reporting years: a range, open where `to` is null, or a list. */
export type Years =
  | {
      readonly kind: 'range'
      readonly from: number
      readonly to: number | null
    }
  | { readonly kind: 'list'; readonly years: readonly number[] }

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

interface NodeBase {
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

export type Goalpost =
  | {
      readonly kind: 'fixed'
      readonly value: Expression
      /** As it is written. */
      readonly text: string
    }
  | { readonly kind: 'worst' }
  | { readonly kind: 'best' }
  /** Counted from the worst: 0 is the worst, 100 the best. */
  | { readonly kind: 'percentile'; readonly percent: Numeric }

export interface Normaliser {
  /** The name under `normalisers`, or null where its keys stand on the node. */
  readonly name: string | null
  readonly kind:
    | 'min-max'
    | 'goalposts'
    | 'z-score'
    | 'rank'
    | 'percentile-rank'
    | 'distance-to-target'
    | 'scale'
    | 'formula'
  readonly better: 'more' | 'less'
  readonly from: Goalpost | null
  readonly to: Goalpost | null
  readonly target: Goalpost | null
  readonly range: readonly [Numeric, Numeric]
  readonly transform: 'ln' | 'log10' | 'sqrt' | null
  readonly clamp: 'none' | 'above' | 'below' | 'both'
  readonly ifConstant: Numeric | null
  readonly deviation: 'population' | 'sample'
  readonly points: ReadonlyMap<string, Numeric>
  /** The scale whose levels say the points, where the normaliser gives none. */
  readonly scale: Scale | null
  /** In order; `when` null takes what is left. */
  readonly pieces: readonly {
    readonly when: Expression | null
    readonly value: Expression
    readonly text: string
    /** The condition as it is written. */
    readonly whenText: string | null
  }[]
  /** The bodies whose figures it looks at; null: all that count. */
  readonly population: PopulationNode | null
  readonly among: DistributionNode | null
  readonly reading: Reading
}

export interface DeductionNode extends ColumnBase {
  readonly kind: 'deduction'
  readonly rules: readonly RuleNode[]
  readonly caps: readonly Cap[]
  readonly reading: Reading
}

export interface Cap {
  readonly name: string
  readonly atMost: Expression
  readonly over: 'group' | 'all'
  readonly reading: Reading
}

export interface RuleNode extends NodeBase {
  readonly kind: 'rule'
  /** The name under `rules`; of a rule with `each`, that of the instance. */
  readonly rule: string
  /** The name of the entry that was repeated for the rows of a table, or null. */
  readonly template: string | null
  readonly title: Title
  readonly condition: Condition
  readonly event: RuleEvent
  readonly reading: Reading
}

export type RuleEvent =
  | {
      readonly kind: 'exclude'
      readonly criteria: readonly string[]
      readonly body: boolean
      readonly rankings: readonly string[]
      readonly populations: readonly string[]
    }
  | {
      readonly kind: 'deduct'
      readonly points: Expression
      readonly into: string
      readonly cap: string | null
    }
  | LimitEvent
  | {
      readonly kind: 'flag'
      /** How results call it; several rules may raise the same. */
      readonly flag: string
      readonly about: string | null
    }
  | {
      readonly kind: 'choose'
      readonly criterion: string
      readonly variant: string
    }

/** The value of a criterion is held at a number or level. */
export interface LimitEvent {
  readonly kind: 'limit'
  readonly of: string
  readonly bound: 'at_most' | 'at_least' | 'exactly'
  readonly value: Expression
  readonly rounding: 'before' | 'after'
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
  readonly roots: readonly CriterionNode[]
  readonly rules: readonly RuleNode[]
  readonly rankings: readonly RankingNode[]
  readonly populations: readonly PopulationNode[]
  readonly checks: readonly Check[]
  /** How many examples the file has; they are read from its root when they are run. */
  readonly examples: number
  readonly root: Entry
  readonly source: Source
}
