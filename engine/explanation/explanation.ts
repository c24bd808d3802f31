/** Why a figure is what it is, as data: each figure once, naming the figures it was made from. */
import type { ShownReference } from '../restriction/shown-result.js'
import type { JoinedBody } from '../register/join-bodies.js'
import type { AggregateMaker, Title } from '../methodology/methodology.js'
import type { Alternative } from '../methodology/legal-basis.js'

export interface Explanation {
  readonly methodology: { readonly id: string; readonly version: string }
  readonly year: number
  readonly body: {
    readonly id: string
    readonly name: string | null
    /** Bodies that ended in the year and are assessed within this one. */
    readonly joined: readonly JoinedBody[]
  }
  /** The key of the figure that was asked for. */
  readonly of: string
  /** That figure first, then those it was made from, down to the data. */
  readonly figures: readonly ExplainedFigure[]
}

export interface ExplainedFigure {
  /** `A`, `score(gdp)`, `goals[g1].K`, `previous(x)`, `population.best`, `parameter cap`. */
  readonly key: string
  readonly kind: string
  readonly title: Title
  readonly unit: string | null
  readonly value: ExplainedValue
  readonly formula: string | null
  /** The formula with its operands put in. */
  readonly substituted: string | null
  readonly citation: string | null
  readonly mark: 'given' | 'reconstructed' | null
  readonly note: string | null
  readonly alternatives: readonly Alternative[]
  /** What happened to the value, in order: aggregated, normalised, capped, rounded. */
  readonly steps: readonly ExplainedStep[]
  /** How a criterion is made of its children; null for what has none, or hides them. */
  readonly aggregation: ExplainedAggregation | null
  /** Rows and children that were left out, and why. */
  readonly skipped: readonly { readonly row: string; readonly reason: string }[]
  readonly rules: readonly ExplainedRule[]
  /** The limits of a deduction. */
  readonly caps: readonly ExplainedCap[]
  /** How many bodies a statistic looked at. */
  readonly bodies: number | null
  /** The named population that they are of; null where it is all that count, or no statistic. */
  readonly population: ExplainedPopulation | null
  /** Keys of the figures it was made from. */
  readonly operands: readonly string[]
  /** The cell of the data; null for what is computed. */
  readonly source: ExplainedSource | null
  /** The run that an output of an earlier year, or of another methodology, was read from. */
  readonly run: ShownReference | null
}

export interface ExplainedValue {
  /** `restricted`: withheld, and so is whether there is a value. */
  readonly state: 'present' | 'missing' | 'not-applicable' | 'restricted'
  /** Decimal text, true, false or a level; null where absent. */
  readonly text: string | null
  /** Why it is absent. */
  readonly reason: string | null
}

export interface ExplainedPopulation {
  readonly name: string
  /** Attribute -> its value in the group that was looked at; null without groups. */
  readonly group: { readonly [attribute: string]: string } | null
}

export interface ExplainedStep {
  readonly step: string
  readonly words: string
  readonly value: ExplainedValue
  /** What the words are made of, for other languages: `digits`, `mode`, `most`, ...; absent where nothing is. */
  readonly with?: { readonly [name: string]: string }
}

export interface ExplainedAggregation {
  readonly kind: AggregateMaker['aggregation']
  /** The children in the order of the file. */
  readonly parts: readonly {
    /** Of the figure of the child. */
    readonly key: string
    /** As it is in this body and year; null where all weigh the same. Decimal text. */
    readonly weight: string | null
    /** Of the weights that count; null where the child does not, where nothing is divided by weights, or nothing came of it. */
    readonly share: string | null
    /** `decides`: it is absent, and what the methodology says of that makes the value. */
    readonly role: 'used' | 'left-out' | 'zero' | 'decides'
    /** What it brings to a mean or a sum; null elsewhere. */
    readonly contribution: string | null
  }[]
}

export interface ExplainedRule {
  readonly rule: string
  /** How many rules made from the rows of a table this stands for, none of which fired; null for one rule. */
  readonly instances: number | null
  readonly title: Title
  readonly state: 'fired' | 'not-fired' | 'undecided'
  readonly event: string
  readonly citation: string
  readonly mark: 'given' | 'reconstructed' | null
  /** Each condition with its fact and value put in. */
  readonly facts: readonly {
    readonly condition: string
    readonly received: string
    readonly holds: string
  }[]
  readonly points: string | null
  readonly pointsBeforeCap: string | null
  /** The caps that took points away. */
  readonly caps: readonly string[]
  /** Where a limit that was met holds the value, as `at most "good"`. */
  readonly limit: string | null
  /** True for the limit that made the value what it is. */
  readonly bound: boolean | null
}

export interface ExplainedSource {
  readonly file: string
  /** 1-based line of a CSV file, or null. */
  readonly line: number | null
  /** Path in a JSON file, or null. */
  readonly path: string | null
  readonly column: string
  /** What the methodology says about where the figure comes from. */
  readonly says: string | null
}

export interface ExplainedCap {
  readonly cap: string
  /** Decimal text. */
  readonly atMost: string
  /** The rules that name it, or every rule of the deduction. */
  readonly over: 'group' | 'all'
  readonly citation: string
  readonly mark: 'given' | 'reconstructed' | null
  readonly note: string | null
  readonly alternatives: readonly Alternative[]
}
