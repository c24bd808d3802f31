/**
 * The places of one ranking, gathered while the bodies stream by: of each only
 * its number, figures and group are kept, and places are counted at the end,
 * as the engine counts them.
 */
import {
  compareGroups,
  groupOfKey,
  groupWords,
  type RankingNode,
} from '../../engine/index.js'
import { FigureColumn } from './figure-column.js'
import type { IdSet } from './id-set.js'
import { WholePages } from './number-pages.js'
import type { PlainContender } from './score-block.js'

/** One line of the output. */
export interface PlaceLine {
  readonly ranking: string
  readonly place: number
  /** The group in which places are counted, where the ranking has groups. */
  readonly group?: Readonly<Record<string, string>>
  readonly id: string
  /** The compared figure. */
  readonly value: number
}

export class RankingPlaces {
  private readonly bodies = new WholePages()
  private readonly figures = new FigureColumn()
  private readonly nexts = new FigureColumn()
  private readonly groups = new WholePages()
  /** Key of a group -> its number. */
  private readonly numbers = new Map<string, number>()

  private readonly hasGroups: boolean

  constructor(
    readonly node: RankingNode,
    private readonly ids: IdSet,
  ) {
    this.hasGroups = (node.among?.by.length ?? 0) > 0
  }

  get length(): number {
    return this.bodies.length
  }

  /** @param body - its number among the ids */
  add(body: number, { figure, next, group }: PlainContender): void {
    const number = this.numbers.get(group) ?? this.numbers.size
    this.numbers.set(group, number)
    this.bodies.push(body)
    this.figures.push(figure)
    if (this.hasGroups) this.groups.push(number)
    if (this.node.ties.kind === 'by') this.nexts.push(next)
  }

  /** Group by group; best first; equal figures in the order of the ids. */
  *places(): Generator<PlaceLine, void, undefined> {
    const { ranking, ties } = this.node
    const sorted = this.sorted()
    let place = 0
    let before = 0
    for (let start = 0; start < sorted.length;) {
      const first = sorted[start] ?? 0
      const isNewGroup =
        start === 0 || this.group(first) !== this.group(sorted[start - 1] ?? 0)
      if (isNewGroup) [place, before] = [0, 0]
      const tied = this.tiedFrom(sorted, start)
      place = ties.kind === 'dense' ? place + 1 : before + 1
      before += tied.length
      const group = this.words(first)
      for (const { id, index } of tied) {
        const value = this.figures.double(index)
        yield { ranking, place, ...(group ? { group } : {}), id, value }
      }
      start += tied.length
    }
  }

  private sorted(): Uint32Array {
    const ranks = this.groupRanks()
    const order = new Uint32Array(this.length)
    for (const index of order.keys()) order[index] = index
    return order.sort(
      (a, b) =>
        (ranks[this.group(a)] ?? 0) - (ranks[this.group(b)] ?? 0) ||
        this.order(a, b),
    )
  }

  /** Those that share the place of the first, in the order of their ids. */
  private tiedFrom(sorted: Uint32Array, start: number) {
    const first = sorted[start] ?? 0
    const tied: { readonly id: string; readonly index: number }[] = []
    for (let at = start; at < sorted.length; at += 1) {
      const index = sorted[at] ?? 0
      const isTied =
        this.group(index) === this.group(first) &&
        this.order(first, index) === 0
      if (!isTied) break
      tied.push({ id: this.ids.id(this.bodies.at(index)), index })
    }
    return tied.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** Below 0 where a stands before b; a body without the further figure stands last among equals. */
  private order(a: number, b: number): number {
    const { better, ties } = this.node
    const first = directed(this.figures.compare(b, a), better)
    if (first !== 0 || ties.kind !== 'by') return first
    const [x, y] = [this.nexts.double(a), this.nexts.double(b)]
    if (Number.isNaN(x) || Number.isNaN(y)) {
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y))
    }
    return directed(this.nexts.compare(b, a), ties.better)
  }

  private group(index: number): number {
    return this.hasGroups ? this.groups.at(index) : 0
  }

  /** Number of a group -> its place among the groups. */
  private groupRanks(): Uint32Array {
    const { among } = this.node
    const sorted = [...this.numbers]
      .map(([key, number]) => ({ number, group: groupOfKey(among, key) }))
      .sort((a, b) => compareGroups(a.group, b.group))
    const ranks = new Uint32Array(sorted.length)
    for (const [rank, { number }] of sorted.entries()) ranks[number] = rank
    return ranks
  }

  private words(index: number): Readonly<Record<string, string>> | null {
    const number = this.group(index)
    const key = [...this.numbers.keys()][number] ?? ''
    return groupWords(groupOfKey(this.node.among, key))
  }
}

function directed(ascending: number, better: 'more' | 'less'): number {
  return better === 'more' ? ascending : -ascending
}
