/** Places of the bodies by one figure, and who has none, with the reason. */
import { cellOf } from './cell.js'
import { compileCondition, type Decider } from '../conditions/decide.js'
import { decideNow } from '../conditions/decide-now.js'
import type { RankingNode } from '../methodology/methodology.js'
import { compare, type Numeric } from '../number/numeric.js'
import { round } from '../number/rounding.js'
import {
  exclusionWords,
  FALSE,
  isPresent,
  TRUE,
  type Exclusion,
  type Value,
} from '../value.js'
import { reasonWords } from './evaluate-expression.js'
import { compareGroups, groupOf, type Group } from './group.js'
import {
  exclusionBy,
  membershipIn,
  membershipOf,
  type PopulationMembership,
} from './membership.js'
import { whyNoGroup } from './population-members.js'
import type { Row } from './row.js'

export interface Placed {
  readonly body: Row
  /** 1 is the first; equal figures share a place. */
  readonly place: number
  /** The figure at the compared digits. */
  readonly figure: Numeric
  /** The further figure that decides between equal ones; null where there is none. */
  readonly next: Numeric | null
  /** Bodies of the ranking that are strictly worse. */
  readonly below: number
  /** Places are counted in it; the whole where the ranking knows no groups. */
  readonly group: Group
}

export interface LeftOut {
  readonly body: Row
  readonly reason: string
  readonly exclusion: Exclusion | null
}

export interface EvaluatedRanking {
  /** Group by group; best first; equal figures in the order of the ids. */
  readonly placed: readonly Placed[]
  readonly leftOut: readonly LeftOut[]
}

const UNDECIDED = 'it is undecided whether it belongs to the ranking'

const deciders = new WeakMap<RankingNode, Decider>()

export async function evaluateRanking(
  node: RankingNode,
  population: Row,
): Promise<EvaluatedRanking> {
  const bodies = population.tables.get('bodies') ?? []
  const belonging: Value[] = []
  for (const body of bodies) belonging.push(await belongsTo(node, body))
  return rank(node, bodies, belonging)
}

/** The same at once, for a run that is computed on demand. */
export function rankNow(node: RankingNode, population: Row): EvaluatedRanking {
  const bodies = population.tables.get('bodies') ?? []
  const belonging = bodies.map((body) => {
    if (isOutside(node, body)) return FALSE
    return node.where
      ? decideNow(node.where, { row: body, node: node.name })
      : TRUE
  })
  return rank(node, bodies, belonging)
}

/** @param belonging - whether each body belongs to the ranking: true, false or missing */
function rank(
  node: RankingNode,
  bodies: readonly Row[],
  belonging: readonly Value[],
): EvaluatedRanking {
  const leftOut: LeftOut[] = []
  const groups = new Map<string, Ranked>()
  for (const [index, body] of bodies.entries()) {
    const belongs = belonging[index] ?? FALSE
    if (belongs.kind === 'boolean' && !belongs.boolean) continue
    if (belongs.kind === 'missing') {
      leftOut.push({ body, reason: UNDECIDED, exclusion: null })
      continue
    }
    const reason = whyLeftOut(node, body)
    const group = groupOf(body, node.among)
    if (reason) {
      leftOut.push({ body, ...reason })
      continue
    }
    if (group.kind !== 'group') {
      leftOut.push({ body, ...whyNoGroup(group) })
      continue
    }
    const figure = figureOf(cellOf(body, node.output), node.digits)
    const next =
      node.ties.kind === 'by'
        ? figureOf(cellOf(body, node.ties.column), null)
        : null
    if (!figure) continue
    const { candidates } = groups.get(group.key) ?? newGroup(group, groups)
    candidates.push({ body, figure, next })
  }
  const ranked = [...groups.values()].sort((a, b) =>
    compareGroups(a.group, b.group),
  )
  const placed = ranked.flatMap(({ group, candidates }) => {
    candidates.sort((a, b) => order(a, b, node) || byId(a.body, b.body))
    return place(candidates, group, node)
  })
  return { placed, leftOut }
}

interface Contender {
  readonly body: Row
  readonly figure: Numeric
  readonly next: Numeric | null
}

/** The bodies that are ranked against each other. */
interface Ranked {
  readonly group: Group
  readonly candidates: Contender[]
}

function newGroup(group: Group, groups: Map<string, Ranked>): Ranked {
  const made = { group, candidates: [] }
  groups.set(group.key, made)
  return made
}

async function belongsTo(node: RankingNode, body: Row): Promise<Value> {
  if (isOutside(node, body)) return FALSE
  if (!node.where) return TRUE
  const decide = deciders.get(node) ?? compileCondition(node.where)
  deciders.set(node, decide)
  return (await decide({ row: body, node: node.name })).value
}

function isOutside({ among }: RankingNode, body: Row): boolean {
  return membershipIn(body, among).kind === 'outside'
}

function whyLeftOut(
  node: RankingNode,
  body: Row,
): Omit<LeftOut, 'body'> | null {
  const whole = excluded(membershipOf(body))
  if (whole) return whole
  const fromPopulation = excluded(membershipIn(body, node.among))
  if (fromPopulation) return fromPopulation
  const fromRanking = excluded(exclusionBy(body, node.exclusions, null))
  if (fromRanking) return fromRanking
  for (const column of [...node.allOf, node.output]) {
    const value = cellOf(body, column)
    if (value?.kind === 'not-applicable') {
      const { exclusion } = value
      const reason =
        exclusion.outside === undefined
          ? `excluded from ${exclusion.criterion ?? column.name}`
          : `${column.name} is not applicable: ${exclusionWords(exclusion)}`
      return { reason, exclusion }
    }
    if (!value || !isPresent(value)) {
      const words = value?.kind === 'missing' ? `: ${reasonWords(value)}` : ''
      return { reason: `${column.name} is missing${words}`, exclusion: null }
    }
  }
  return null
}

/** A body without figures of its own is left out of the rankings that it would belong to. */
export async function absentFrom(
  node: RankingNode,
  body: Row,
): Promise<readonly LeftOut[]> {
  const belongs = await belongsTo(node, body)
  if (belongs.kind === 'boolean' && !belongs.boolean) return []
  if (!body.absent) return []
  const rule =
    body.absent.reason === 'NO_DATA'
      ? (excluded(membershipOf(body)) ??
        excluded(exclusionBy(body, node.exclusions, null)))
      : null
  if (rule?.exclusion) return [{ body, ...rule }]
  const reason = reasonWords(body.absent)
  return [{ body, reason, exclusion: null }]
}

function excluded(
  membership: PopulationMembership,
): Omit<LeftOut, 'body'> | null {
  if (membership.kind === 'excluded') {
    return { reason: 'excluded', exclusion: membership.exclusion }
  }
  if (membership.kind === 'undecided') {
    const { reason: code, detail } = membership.because
    const reason =
      code === 'RULE_UNDECIDED'
        ? `it is undecided whether the rule "${detail ?? ''}" excludes it`
        : UNDECIDED
    return { reason, exclusion: null }
  }
  return null
}

function figureOf(
  value: Value | undefined,
  digits: number | null,
): Numeric | null {
  if (value?.kind !== 'number') return null
  return digits === null ? value.number : round(value.number, digits, 'half-up')
}

type Candidate = { readonly figure: Numeric; readonly next: Numeric | null }

/** Below 0 where a stands before b; a body without the further figure stands last among equals. */
function order(a: Candidate, b: Candidate, node: RankingNode): number {
  const first = directed(compare(b.figure, a.figure), node.better)
  if (first !== 0 || node.ties.kind !== 'by') return first
  if (!a.next || !b.next) return Number(!a.next) - Number(!b.next)
  return directed(compare(b.next, a.next), node.ties.better)
}

function directed(ascending: number, better: 'more' | 'less'): number {
  return better === 'more' ? ascending : -ascending
}

export function byId(a: Row, b: Row): number {
  const [left, right] = [a.given?.id ?? '', b.given?.id ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

function place(
  candidates: readonly Contender[],
  of: Group,
  node: RankingNode,
): readonly Placed[] {
  const groups: (typeof candidates)[number][][] = []
  for (const candidate of candidates) {
    const group = groups.at(-1)
    const [first] = group ?? []
    if (group && first && order(first, candidate, node) === 0) {
      group.push(candidate)
    } else {
      groups.push([candidate])
    }
  }
  let before = 0
  return groups.flatMap((group, index) => {
    const number = node.ties.kind === 'dense' ? index + 1 : before + 1
    const below = candidates.length - before - group.length
    before += group.length
    return group.map(({ body, figure, next }) => ({
      body,
      place: number,
      figure,
      next,
      below,
      group: of,
    }))
  })
}
