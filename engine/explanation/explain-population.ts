/** A named population as a figure of an explanation: who belongs, in which group, how many. */
import { cellOf } from '../evaluation/cell.js'
import { compileCondition } from '../conditions/decide.js'
import { leavesOf, type Condition } from '../conditions/condition.js'
import { groupOf, groupText, groupWords } from '../evaluation/group.js'
import {
  populationMembers,
  type LeftOutOfPopulation,
  type PopulationMembers,
} from '../evaluation/population-members.js'
import { outermost, type Row } from '../evaluation/row.js'
import type { Expression } from '../expression/expression.js'
import { citationText } from '../methodology/citation.js'
import type { PopulationNode } from '../methodology/methodology.js'
import { missing } from '../value.js'
import { describeValue, readable } from './describe-value.js'
import type { ExplainedFigure, ExplainedPopulation } from './explanation.js'
import { receivedWords } from './explain-rule.js'

/** @param row - any row of the run: with groups, that of its body is meant */
export function explainedPopulation(
  among: PopulationNode | null,
  row: Row,
): ExplainedPopulation | null {
  if (!among) return null
  const group = groupOf(row, among)
  return {
    name: among.population,
    group: group.kind === 'group' ? groupWords(group) : null,
  }
}

/** `central`, `peers (income_group: low, region: north)`. */
export function populationWords({ name, group }: ExplainedPopulation): string {
  if (!group) return name
  const words = Object.entries(group).map(([key, value]) => `${key}: ${value}`)
  return `${name} (${words.join(', ')})`
}

/** What is to be said of the population itself; `body` is the one that is explained. */
export async function populationFigure(
  node: PopulationNode,
  body: Row,
): Promise<Partial<ExplainedFigure> & Pick<ExplainedFigure, 'value'>> {
  const { groups, leftOut } = membersOf(outermost(body), node)
  const group = groupOf(body, node)
  const own = groups.find(
    (each) => group.kind === 'group' && each.group.key === group.key,
  )
  const bodies = own?.bodies.length ?? 0
  const value: ExplainedFigure['value'] =
    group.kind === 'group'
      ? {
          state: 'present',
          text: `${bodies} ${bodies === 1 ? 'body' : 'bodies'}${groupText(group)}`,
          reason: null,
        }
      : describeValue(group)
  const belongs = cellOf(body, node) ?? missing('NOT_GIVEN')
  return {
    value,
    bodies,
    population: explainedPopulation(node, body),
    formula: node.where && conditionText(node.where),
    substituted: node.where && (await factsText(node.where, node, body)),
    steps: [
      {
        step: 'membership',
        words: 'this body belongs to it',
        value: describeValue(belongs),
      },
    ],
    skipped: leftOut.map((each) => ({
      row: each.body.given?.id ?? '',
      reason: withCitation(each),
    })),
    citation: node.cite && citationText(node.cite),
    note: node.note,
  }
}

function withCitation({ reason, exclusion }: LeftOutOfPopulation): string {
  const citation = exclusion?.citation ?? ''
  return citation === '' ? reason : `${reason} (${citation})`
}

/** The facts of `where`. */
export function populationExpressions({
  where,
}: PopulationNode): readonly Expression[] {
  return where
    ? leavesOf(where).flatMap((leaf) => [leaf.left, ...leaf.right])
    : []
}

/** Gathered once for the explanations of all bodies. */
function membersOf(population: Row, node: PopulationNode): PopulationMembers {
  const known =
    gathered.get(population) ?? new Map<PopulationNode, PopulationMembers>()
  gathered.set(population, known)
  const found = known.get(node) ?? populationMembers(population, node)
  known.set(node, found)
  return found
}

const gathered = new WeakMap<Row, Map<PopulationNode, PopulationMembers>>()

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case 'leaf':
      return condition.text
    case 'not':
      return `not (${conditionText(condition.condition)})`
    case 'all':
    case 'any': {
      const parts = condition.conditions.map(
        (part) => `(${conditionText(part)})`,
      )
      return parts.join(condition.kind === 'all' ? ' and ' : ' or ')
    }
  }
}

async function factsText(
  where: Condition,
  node: PopulationNode,
  row: Row,
): Promise<string> {
  const frame = { row, node: node.name }
  const { leaves } = await compileCondition(where)(frame)
  return leaves
    .map(
      ({ leaf, holds }) => `${receivedWords(leaf, frame)}: ${readable(holds)}`,
    )
    .join('; ')
}
