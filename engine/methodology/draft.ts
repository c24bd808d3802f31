/**
 * A methodology under construction: levels and columns first, then formulas,
 * each checked once, when something first needs its type.
 */
import { checkSyntax } from '../expression/check.js'
import type { Checked } from '../expression/checked.js'
import type { Expression } from '../expression/expression.js'
import { parseFormula } from '../expression/parse.js'
import type { Scope } from '../expression/scope.js'
import type { Scale } from '../scales/scale.js'
import type { Path } from '../source/path.js'
import type { WrittenNormaliser } from './read-normaliser.js'
import { described, newLevel, type DraftLevel } from './draft-level.js'
import { DraftMistakes } from './draft-mistakes.js'
import type { Entry } from './entry.js'
import type { KeyedTable } from './keyed-rows.js'
import type {
  Column,
  CriterionNode,
  DistributionNode,
  Level,
  Methodology,
  Node,
  Parameter,
  PopulationNode,
  RankingNode,
  StandingNode,
} from './methodology.js'
import type { RuleNode } from './rule-nodes.js'
import { columnFault, nameFault } from './names.js'
import { isOutput } from './outputs.js'
import { settleOrder } from './settle-order.js'
import type { SteppedColumn } from './steps.js'
import { reportUnknown } from './unknown.js'

/** Nodes that may wait for each other; in their order only those of a circle do. */
const DEEPEST = 100

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Where a formula stands, and with what it is checked. */
export interface WrittenFormula {
  readonly text: string
  readonly at: Path
  readonly level: Level
  readonly options: Partial<Scope>
}

export class Draft extends DraftMistakes {
  readonly parameters = new Map<string, Parameter>()
  /** Tables of the file; null where one has a mistake. */
  readonly tables = new Map<string, KeyedTable | null>()
  readonly nodes: Node[] = []
  /** Indicators and criteria by name: the node of the tree. */
  readonly tree = new Map<string, CriterionNode>()
  readonly rules: RuleNode[] = []
  readonly rankings = new Map<string, RankingNode>()
  /** Scales by name; null where one has a mistake. */
  readonly scales = new Map<string, Scale | null>()
  /** What each indicator is worth after each step. */
  readonly steps = new Map<string, ReadonlyMap<string, SteppedColumn>>()
  readonly populations = new Map<string, PopulationNode>()
  /** The rules that choose among the variants of a criterion. */
  readonly choosers = new Map<CriterionNode, readonly RuleNode[]>()
  readonly population: DraftLevel = newLevel('population', null)
  readonly bodies: DraftLevel = newLevel('', this.population)
  /** Named normalisers that have been read; null where one has a mistake. */
  readonly normalisers = new Map<string, WrittenNormaliser | null>()
  act: Methodology['act'] | null = null
  /** Names that are used and, misspelt where they are declared, lead nowhere. */
  excused: readonly string[] = []

  private readonly broken = new Set<Node | Parameter>()
  /** How many places read a column. */
  readonly uses = new Map<Column, number>()
  private readonly pending = new Map<Node, () => boolean>()
  /** The node that is being completed. */
  private current: Node | null = null
  /** How many nodes wait for one that they name. */
  private depth = 0
  /** What the formulas of a node name, whether or not it can be computed. */
  private readonly mentions = new Map<Node, Set<Node>>()
  private readonly standings = new Map<string, StandingNode>()
  /** What every formula of the file can see. */
  readonly formulas: WrittenFormula[] = []

  constructor(
    root: Entry,
    brokenPaths: readonly Path[],
    unmade: readonly RegExp[] = [],
  ) {
    super(root, brokenPaths, unmade)
    this.population.tables.set('bodies', this.bodies)
  }

  /** Gives a node its cell; nodes that formulas can name go through `declare` as well. */
  add<N extends Node>(node: N): N {
    const level = node.level as DraftLevel
    ;(node as Mutable<Node>).slot = level.slots
    level.slots += 1
    this.nodes.push(node)
    return node
  }

  /** Takes a name on the level of the column; reports a name that is taken or not allowed. */
  declare(column: Column, name: string, at: Path): void {
    const level = column.level as DraftLevel
    const why = columnFault(name, false)
    if (why) {
      this.report('NAME_NOT_ALLOWED', at, { name, why })
      this.lost.add(name)
      this.markBroken(column)
      return
    }
    const other = level.columns.get(name)
    const table = level.tables.has(name) ? 'a table' : null
    const parameter = this.parameters.has(name) ? 'a parameter' : null
    const taken = other ? described(other) : (table ?? parameter)
    if (taken) {
      this.report('NAME_DUPLICATE', at, { name, other: taken })
      this.markBroken(column)
      return
    }
    level.columns.set(name, column)
  }

  /** The level of a table, made on the way. */
  table(parent: DraftLevel, name: string, at: Path): DraftLevel {
    const why = columnFault(name, true) ?? nameFault(name)
    if (why) {
      this.report('NAME_NOT_ALLOWED', at, { name, why })
      this.lost.add(name)
    }
    const path = parent.name === '' ? name : `${parent.name}.${name}`
    const level = newLevel(path, parent)
    parent.tables.set(name, level)
    return level
  }

  markBroken(node: Node | Parameter): void {
    this.broken.add(node)
  }

  /** Checks the node first where that has not been done yet. */
  isBroken(node: Node | Parameter): boolean {
    if ('kind' in node && this.depth < DEEPEST) this.settle(node)
    return this.broken.has(node)
  }

  /** What completes a node; it answers false where it found a mistake. */
  later(node: Node, complete: () => boolean): void {
    this.pending.set(node, complete)
  }

  /** A circle is one even where one of its members has another mistake. */
  mentionsOf(node: Node): readonly Node[] {
    return [...(this.mentions.get(node) ?? [])]
  }

  private mention(column: Column): void {
    if (!this.current) return
    const known = this.mentions.get(this.current) ?? new Set<Node>()
    this.mentions.set(this.current, known.add(column))
  }

  settleAll(): void {
    const order = settleOrder([...this.pending.keys()], this.root)
    for (const node of order) this.settle(node)
  }

  private settle(node: Node): void {
    const complete = this.pending.get(node)
    if (!complete) return
    // Taken out first: a node that needs itself is a cycle, which is found later.
    this.pending.delete(node)
    const outer = this.current
    this.current = node
    this.depth += 1
    if (!complete()) this.markBroken(node)
    this.depth -= 1
    this.current = outer
  }

  scope(level: Level, at: Path, options: Partial<Scope> = {}): Scope {
    return {
      here: { part: null },
      level,
      population: this.population,
      bodies: this.bodies,
      parameters: this.parameters,
      tables: this.tables,
      hasArgument: false,
      hasEnds: false,
      inputsOnly: false,
      among: null,
      at,
      report: (found) => this.problems.push(found),
      distribution: (of, text) =>
        this.distribution(of, text, at, options.among ?? null),
      score: (name) => this.tree.get(name),
      children: (name) => {
        const parent = this.tree.get(name)
        const all = [...this.tree.values()]
        return parent && all.filter((node) => node.parent === parent)
      },
      criteria: () => this.tree.keys(),
      scales: this.scales,
      after: (step) => this.steps.get(step),
      stepNames: () => this.steps.keys(),
      isOutput: (column) =>
        isOutput(this.root, column) || this.areOutputsBroken(),
      used: (column) => {
        this.uses.set(column, (this.uses.get(column) ?? 0) + 1)
        this.mention(column)
      },
      isLost: (name) => this.isLost(name),
      hasNamelessStep: () => this.hasNamelessStep(),
      isBroken: (column) => this.isBroken(column),
      ...options,
    }
  }

  /** True where an item of `outputs` has a mistake: what it was meant to be is not known. */
  private areOutputsBroken(): boolean {
    return (
      this.isBrokenEntry(this.root.entry('outputs')) ||
      this.root
        .texts('outputs')
        .some((name) => !/\(/.test(name) && !this.bodies.columns.has(name))
    )
  }

  /** Parses and checks the formula of a key; null where it has a mistake. */
  formula(
    entry: Entry,
    key: string,
    level: Level,
    options: Partial<Scope> = {},
  ): Checked | null {
    const text = entry.text(key)
    if (text === null || this.isRefused(entry.path(key))) return null
    return this.formulaText(text, level, entry.path(key), options)
  }

  formulaText(
    text: string,
    level: Level,
    at: Path,
    options: Partial<Scope> = {},
  ): Checked | null {
    this.formulas.push({ text, at, level, options })
    const parsed = parseFormula(text, at)
    // A word that is no name, such as a-b, is reported where it is declared.
    const strange = [...this.lost].filter((name) => /\W/.test(name))
    if (strange.some((name) => text.includes(name))) return null
    if ('problem' in parsed) {
      this.problems.push(parsed.problem)
      return null
    }
    return checkSyntax(parsed.syntax, this.scope(level, at, options))
  }

  /**
   * The population that a key names; null where the entry has no such key.
   * @returns 'mistake' where there is one, which has been reported
   */
  populationOf(entry: Entry, key: string): PopulationNode | null | 'mistake' {
    if (!entry.has(key)) return null
    const name = entry.text(key)
    if (name === null || this.isRefused(entry.path(key))) return 'mistake'
    const found = this.populations.get(name)
    if (found) return found
    const known = this.populations.keys()
    reportUnknown(this, entry.path(key), name, 'a population', known)
    return 'mistake'
  }

  /** @param among - whose figures are gathered; null: those of all bodies that count */
  distribution(
    of: Expression,
    text: string,
    at: Path,
    among: PopulationNode | null,
  ): DistributionNode {
    const whose = among ? ` of ${among.population}` : ''
    return this.add<DistributionNode>({
      kind: 'distribution',
      name: `all ${text}${whose}`,
      among,
      level: this.population,
      slot: -1,
      at,
      reads: [],
      of,
      text,
    })
  }

  /** The place in a ranking, or how many stand below, as a figure of the body. */
  standing(
    what: StandingNode['what'],
    ranking: RankingNode,
    at: Path,
  ): StandingNode {
    const name = `${what} in ${ranking.ranking}`
    const known = this.standings.get(name)
    if (known) return known
    const node = this.add<StandingNode>({
      kind: 'standing',
      name,
      level: this.bodies,
      slot: -1,
      at,
      reads: [],
      what,
      ranking,
      type: { kind: 'number' },
      title: {},
      unit: null,
    })
    this.standings.set(name, node)
    return node
  }
}
