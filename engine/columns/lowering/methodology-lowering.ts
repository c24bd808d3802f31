/** Lowers the nodes of a methodology one after the other, and decides what is stored. */
import { isGrouped } from '../../methodology/grouped.js'
import type {
  Column,
  CriterionNode,
  DistributionNode,
  InputNode,
  Level,
  Methodology,
  Node,
  PopulationNode,
  RankingNode,
} from '../../methodology/methodology.js'
import type { RuleNode } from '../../methodology/rule-nodes.js'
import { doubleOf, isShortDecimal } from '../../number/double.js'
import { isZero, type Numeric } from '../../number/numeric.js'
import { Builder } from '../code/builder.js'
import type { Code, ColumnLevel } from '../code/code.js'
import { CERTAIN, within, type Facts } from '../code/facts.js'
import { factsOf } from '../data/column-facts.js'
import type { ColumnData, InputColumn } from '../data/column-data.js'
import { previousKey } from '../data/dataset-columns.js'
import { placeOfRow } from '../data/place-of-row.js'
import type { ExactValue, ValueColumns } from '../program/step.js'
import { mostRowsOf, typeFacts } from './beforehand.js'
import { seenByBodies } from './figures-of-groups.js'
import { constant } from './lower-expression.js'
import { lowerNode } from './lower-node.js'
import {
  exactRanking,
  lowerRanking,
  type LoweredRanking,
} from './lower-ranking.js'
import { alwaysMissing, type Lowered } from './lowered.js'
import {
  NotLowered,
  type Lowering,
  type Standing,
  type Statistic,
} from './lowering.js'
import { lowerStandingCounts } from './standing-counts.js'
import { lowerStatistic } from './statistic.js'
import { Store } from './store.js'

export interface LoweringOptions {
  readonly isCertified: boolean
  /** Weights are settings that may be changed between two runs. */
  readonly hasVaryingWeights: boolean
  /** No places but those that figures or rules read. */
  readonly leavesOutRankings: boolean
}

/** Of a weight that may be changed: never absent, never negative. */
const WEIGHT: Facts = within(0, 1e300, { mayBeAbsent: false })

/** Deeper code is stored in between. */
const DEEPEST = 40

type CellNode = Column | RuleNode | PopulationNode

/** An input as the program reads it from the data. */
export interface BoundInput {
  readonly target: ValueColumns
  readonly source: { readonly kind: 'input' | 'previous'; readonly key: string }
}

export class MethodologyLowering implements Lowering {
  readonly code: Builder
  readonly store: Store
  readonly year: number
  readonly bodies: ColumnLevel
  readonly bodyExclusions: readonly RuleNode[]
  readonly inputs: BoundInput[] = []
  readonly weights: {
    readonly node: CriterionNode
    readonly weight: Numeric
  }[] = []
  /** Nodes that are computed exactly for want of column code, with the reason. */
  readonly exactNodes = new Map<Node, string>()
  readonly rankings = new Map<RankingNode, LoweredRanking>()
  readonly #nodes = new Map<CellNode, Lowered>()
  readonly #levels = new Map<Level, ColumnLevel>()
  readonly #groups = new Map<
    string,
    { level: ColumnLevel; groupOf: ValueColumns }
  >()
  readonly #statistics = new Map<DistributionNode, Map<string, Statistic>>()
  readonly #standings = new Map<string, Standing>()
  readonly #readers: ReadonlyMap<Node, number>
  readonly #depths = new Map<Code, number>()

  constructor(
    readonly methodology: Methodology,
    readonly data: ColumnData,
    readonly words: readonly string[],
    readonly options: LoweringOptions,
  ) {
    this.year = data.year
    const population: ColumnLevel = {
      name: 'population',
      kind: 'population',
      parent: null,
      depth: 0,
      mostRows: 1,
    }
    this.code = new Builder(population)
    this.store = new Store(this.code, options)
    this.#levels.set(methodology.population, population)
    this.bodies = this.levelOf(methodology.bodies)
    this.bodyExclusions = methodology.bodies.exclusions
    this.#readers = countReaders(methodology)
    for (const node of methodology.nodes) this.#lower(node)
    const { outputs, total } = methodology
    for (const column of total ? [...outputs, total] : outputs) {
      this.columnsOf(column)
    }
  }

  get levels(): ReadonlyMap<Level, ColumnLevel> {
    return this.#levels
  }

  levelOf(level: Level): ColumnLevel {
    const known = this.#levels.get(level)
    if (known) return known
    const parent = level.parent && this.levelOf(level.parent)
    const isBody = parent?.kind === 'population'
    const made: ColumnLevel = {
      name: isBody ? 'bodies' : level.name,
      kind: isBody ? 'bodies' : 'table',
      parent,
      depth: isBody ? 2 : (parent?.depth ?? 0) + 1,
      mostRows: mostRowsOf(this.data, level),
    }
    this.#levels.set(level, made)
    return made
  }

  groupLevelOf(among: PopulationNode | null): ColumnLevel {
    return this.#groupOf(among)?.level ?? this.code.population
  }

  /** Body -> its group; null where there are no groups. */
  groupOf(among: PopulationNode | null): ValueColumns | null {
    return this.#groupOf(among)?.groupOf ?? null
  }

  #groupOf(among: PopulationNode | null) {
    if (!among || among.by.length === 0) return null
    // In whatever order the attributes are named, the groups are the same.
    const key = among.by
      .map(({ name }) => name)
      .sort()
      .join(' ')
    const known = this.#groups.get(key)
    if (known) return known
    const by = among.by.map((column) => this.columnsOf(column))
    const level: ColumnLevel = {
      name: `groups ${key}`,
      kind: 'group',
      parent: this.code.population,
      depth: 1,
      mostRows: this.data.ids.length,
    }
    const facts = { ...CERTAIN, mayBeAbsent: true, high: 2 ** 31 }
    const groupOf = this.store.reserve(level.name, this.bodies, facts, true)
    this.store.steps.push({ kind: 'group', level, among, by, groupOf })
    const made = { level, groupOf }
    this.#groups.set(key, made)
    return made
  }

  read(node: CellNode, at: ColumnLevel = this.bodies): Lowered {
    const found = this.#found(node)
    return 'among' in node && isGrouped(node) && at.kind !== 'group'
      ? seenByBodies(found, node.among, this)
      : found
  }

  /** In the rows of the node itself. */
  #found(node: CellNode): Lowered {
    const found = this.#nodes.get(node)
    if (!found)
      throw new TypeError(`"${node.name}" is read before it is lowered`)
    return found
  }

  /** The stored columns of a node; it is stored now where it was not yet. */
  columnsOf(node: Column): ValueColumns {
    const found = this.#found(node)
    const known = this.store.columnsOf(found)
    // A figure of the population that stands for one of the body has a single row.
    if (known?.value.level === this.#rowsOf(node)) return known
    const lowered = this.#keep(node, found, this.levelOf(node.level), true)
    this.#nodes.set(node, lowered)
    const columns = this.store.columnsOf(lowered)
    if (!columns) throw new TypeError(`"${node.name}" has not been stored`)
    return columns
  }

  readPrevious(column: Column, years: number): Lowered {
    const key = previousKey({ column, years })
    const data = this.data.previous.get(key)
    if (!data) return alwaysMissing(this.code)
    return this.#bind(key, 'previous', this.levelOf(column.level), data)
  }

  word(word: string): Code {
    const place = this.words.indexOf(word)
    if (place < 0) throw new NotLowered(`"${word}" is no word of the run`)
    return this.code.number(place)
  }

  number(value: Numeric): Code {
    const double = doubleOf(value)
    const isBeyond = double === 0 ? !isZero(value) : Math.abs(double) > 1e300
    if (isBeyond) throw new NotLowered('a number that no double holds')
    if (isShortDecimal(value)) return this.code.decimal(double)
    return this.code.number(double, false)
  }

  weight(node: CriterionNode, weight: Numeric): Code {
    const number = this.number(weight)
    if (!this.options.hasVaryingWeights) return number
    const known = this.weights.findIndex((each) => each.node === node)
    const index = known < 0 ? this.weights.push({ node, weight }) - 1 : known
    return this.code.setting(index, WEIGHT)
  }

  statistic(...args: Parameters<Lowering['statistic']>): Statistic {
    const [among, name] = args
    const known = this.#statistics.get(among) ?? new Map<string, Statistic>()
    this.#statistics.set(among, known)
    const made = known.get(name) ?? lowerStatistic(this, ...args)
    known.set(name, made)
    return made
  }

  standingOf(among: DistributionNode, own: Lowered): Standing {
    const key = `${among.name} ${own.value.id}`
    const made =
      this.#standings.get(key) ?? lowerStandingCounts(this, among, own)
    this.#standings.set(key, made)
    return made
  }

  #lower(node: Node): void {
    if (node.kind === 'distribution') return
    if (node.kind === 'ranking') {
      const isRead = (this.#readers.get(node) ?? 0) > 0
      if (this.options.leavesOutRankings && !isRead) return
      this.rankings.set(node, this.#ranking(node))
      return
    }
    try {
      if (node.kind === 'input') {
        this.#nodes.set(node, this.#input(node))
        return
      }
      const at = this.#rowsOf(node)
      const lowered = lowerNode(node, { lowering: this, at })
      const isKept = this.#isKept(node, lowered)
      this.#nodes.set(
        node,
        isKept
          ? this.#keep(node, lowered, at, isFinal(node, this.methodology))
          : lowered,
      )
    } catch (error) {
      if (!(error instanceof NotLowered)) throw error
      this.exactNodes.set(node, error.message)
      const at = this.#rowsOf(node)
      const facts = typeFacts(node)
      this.#nodes.set(
        node,
        this.store.exactly(node.name, at, facts, this.#exactOf(node, at)),
      )
    }
  }

  #ranking(node: RankingNode): LoweredRanking {
    try {
      return lowerRanking(node, this)
    } catch (error) {
      if (!(error instanceof NotLowered)) throw error
      this.exactNodes.set(node, error.message)
      return exactRanking(node, this)
    }
  }

  /** Each node has rows of its own level; figures of each group those of the groups. */
  #rowsOf(node: CellNode): ColumnLevel {
    return 'among' in node && isGrouped(node)
      ? this.groupLevelOf(node.among)
      : this.levelOf(node.level)
  }

  #isKept(node: CellNode, { value, notApplicable }: Lowered): boolean {
    if (isFinal(node, this.methodology) || node.kind === 'population')
      return true
    if (node.level.parent === null) return true
    if (value.kind === 'number' || value.kind === 'cell') return false
    const depth = Math.max(this.#depthOf(value), this.#depthOf(notApplicable))
    if (depth > DEEPEST) return true
    const isFrontier =
      this.options.hasVaryingWeights && node.kind === 'criterion'
    return isFrontier || (this.#readers.get(node) ?? 0) > 1
  }

  #depthOf(code: Code): number {
    const known = this.#depths.get(code)
    if (known !== undefined) return known
    const parts =
      code.kind === 'operation'
        ? code.operands
        : code.kind === 'reduction'
          ? [code.of, code.mask, code.share].flatMap((each) => each ?? [])
          : []
    const depth = 1 + Math.max(0, ...parts.map((part) => this.#depthOf(part)))
    this.#depths.set(code, depth)
    return depth
  }

  #keep(
    node: CellNode,
    lowered: Lowered,
    at: ColumnLevel,
    isResult: boolean,
  ): Lowered {
    return this.store.add(
      node.name,
      at,
      lowered,
      this.#exactOf(node, at),
      isResult,
    )
  }

  #exactOf(node: CellNode, at: ColumnLevel): ExactValue {
    if (at.kind === 'population')
      return (run) => run.value(node, run.population)
    if (at.kind === 'group' && 'among' in node && node.among) {
      const { among } = node
      return (run, row) => {
        const group = [...run.groups(among).values()][row]
        if (!group) throw new RangeError(`There is no group ${row}`)
        return run.value(node, group)
      }
    }
    if (at.kind === 'bodies')
      return (run, row) => run.value(node, run.bodyRow(row))
    return (run, row) => {
      const { body, place } = placeOfRow(this.data, node.level, row)
      const found = run.rowsOf(run.bodyRow(body), node.level)[place]
      if (!found) throw new RangeError(`There is no row ${row}`)
      return run.value(node, found)
    }
  }

  #input(node: InputNode): Lowered {
    const data = this.data.inputs.get(node.name)
    const isFilled = data?.isFilled ?? false
    const empty =
      node.ifEmpty && !isFilled ? constant(node.ifEmpty, this) : null
    if (!data) return empty ?? alwaysMissing(this.code)
    const lowered = this.#bind(
      node.name,
      'input',
      this.levelOf(node.level),
      data,
    )
    if (!empty || !lowered.value.facts.mayBeAbsent) return lowered
    const value = this.code.operation(
      'first-present',
      lowered.value,
      empty.value,
    )
    return { ...lowered, value }
  }

  readonly #bound = new Map<InputColumn, Lowered>()

  #bind(
    key: string,
    kind: 'input' | 'previous',
    level: ColumnLevel,
    data: InputColumn,
  ): Lowered {
    const known = this.#bound.get(data)
    if (known) return known
    const facts = data.words
      ? { ...factsOf(data), low: 0, high: this.words.length }
      : factsOf(data)
    const mayBeNotApplicable = data.notApplicable !== null
    const target = this.store.reserve(key, level, facts, mayBeNotApplicable)
    this.inputs.push({ target, source: { kind, key } })
    const lowered = this.store.reading(target)
    this.#bound.set(data, lowered)
    return lowered
  }
}

/** Figures that a result shows, and what decides them for a body. */
function isFinal(node: Node, { outputs, total }: Methodology): boolean {
  if (node.kind === 'rule' || node.kind === 'deduction') return true
  return node === total || outputs.includes(node as Column)
}

function countReaders({ nodes }: Methodology): ReadonlyMap<Node, number> {
  const readers = new Map<Node, number>()
  for (const node of nodes) {
    for (const read of new Set(node.reads)) {
      readers.set(read, (readers.get(read) ?? 0) + 1)
    }
  }
  return readers
}
