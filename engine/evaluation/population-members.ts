/** Who belongs to a named population, group by group, and who is left out of it. */
import type { PopulationNode } from '../methodology/methodology.js'
import { missingCauses } from '../result/missing-causes.js'
import {
  exclusionWords,
  type Exclusion,
  type MissingValue,
  type NotApplicableValue,
} from '../value.js'
import { reasonWords } from './evaluate-expression.js'
import { compareGroups, groupOf, type Group } from './group.js'
import { membershipIn } from './membership.js'
import type { Row } from './row.js'

export interface PopulationMembers {
  /** In the order of the attributes; one, the whole, where there are no groups. */
  readonly groups: readonly {
    readonly group: Group
    readonly bodies: readonly Row[]
  }[]
  /** Bodies that are kept out by a rule, without a group, or undecided; not those outside `where`. */
  readonly leftOut: readonly LeftOutOfPopulation[]
}

export interface LeftOutOfPopulation {
  readonly body: Row
  readonly reason: string
  readonly exclusion: Exclusion | null
}

/** @param population - the row of the population, after the node was evaluated */
export function populationMembers(
  population: Row,
  node: PopulationNode,
): PopulationMembers {
  const groups = new Map<string, { group: Group; bodies: Row[] }>()
  const leftOut: LeftOutOfPopulation[] = []
  for (const body of population.tables.get('bodies') ?? []) {
    const membership = membershipIn(body, node)
    if (membership.kind === 'outside') continue
    const group = groupOf(body, node)
    if (membership.kind !== 'counts') {
      leftOut.push({ body, ...whyNotCounted(membership) })
    } else if (group.kind !== 'group') {
      leftOut.push({ body, ...whyNoGroup(group) })
    } else {
      const known = groups.get(group.key)
      if (known) known.bodies.push(body)
      else groups.set(group.key, { group, bodies: [body] })
    }
  }
  const ordered = [...groups.values()].sort((a, b) =>
    compareGroups(a.group, b.group),
  )
  return { groups: ordered, leftOut }
}

type Why = Omit<LeftOutOfPopulation, 'body'>

function whyNotCounted(
  membership: Exclude<
    ReturnType<typeof membershipIn>,
    { kind: 'counts' | 'outside' }
  >,
): Why {
  if (membership.kind === 'excluded') {
    const { exclusion } = membership
    return { reason: exclusionWords(exclusion), exclusion }
  }
  const words = withCauses('it is undecided whether it belongs', membership)
  return { reason: words, exclusion: null }
}

/** Why a body is in no group: an attribute is missing or was taken away. */
export function whyNoGroup(why: MissingValue | NotApplicableValue): Why {
  if (why.kind === 'missing') {
    const reason = withCauses(reasonWords(why), { because: why })
    return { reason, exclusion: null }
  }
  return { reason: exclusionWords(why.exclusion), exclusion: why.exclusion }
}

function withCauses(
  words: string,
  { because }: { readonly because: MissingValue },
): string {
  const causes = missingCauses(because, '').map(
    ({ input, reason }) => `${input}: ${reason}`,
  )
  return [words, ...new Set(causes)].join('; ')
}
