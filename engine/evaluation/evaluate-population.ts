/** Decides for every body whether it belongs to a named population, and gathers the groups. */
import { compileCondition, type Decider } from '../conditions/decide.js'
import type { PopulationNode } from '../methodology/methodology.js'
import { TRUE, type Value } from '../value.js'
import { buildGroupRows } from './group.js'
import { exclusionBy, membershipOf } from './membership.js'
import type { Row } from './row.js'

/**
 * The cell of a body: true where it belongs, false where `where` does not hold,
 * not applicable where a rule excludes it, missing where that is undecided.
 */
export async function evaluatePopulation(
  node: PopulationNode,
  population: Row,
): Promise<void> {
  const decide = node.where && compileCondition(node.where)
  for (const body of population.tables.get('bodies') ?? []) {
    body.cells[node.slot] = await membershipCell(node, body, decide)
  }
  if (node.by.length > 0) {
    population.setting.groups.set(node, buildGroupRows(population, node))
  }
}

/** The cell of one body, also of one that stands outside of the run's population. */
export async function membershipCell(
  node: PopulationNode,
  body: Row,
  decide: Decider | null = node.where && compileCondition(node.where),
): Promise<Value> {
  const holds = decide
    ? (await decide({ row: body, node: node.name })).value
    : TRUE
  return membershipValue(node, body, holds)
}

/**
 * What keeps a body out decides, even beside something undecided.
 * @param holds - what `where` comes to; true where there is none
 */
export function membershipValue(
  node: PopulationNode,
  body: Row,
  holds: Value,
): Value {
  if (holds.kind === 'boolean' && !holds.boolean) return holds
  const memberships = [
    membershipOf(body),
    exclusionBy(body, node.exclusions, null),
  ]
  for (const each of memberships) {
    if (each.kind === 'excluded') {
      return { kind: 'not-applicable', exclusion: each.exclusion }
    }
  }
  for (const each of memberships) {
    if (each.kind === 'undecided') return each.because
  }
  return holds
}
