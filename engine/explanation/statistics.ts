/** How many bodies a statistic looked at, where a figure has several or is a place. */
import { evaluateAggregate } from '../evaluation/evaluate-aggregate.js'
import type { EvaluatedRanking } from '../evaluation/evaluate-ranking.js'
import { bodyOf, groupOf } from '../evaluation/group.js'
import type { Row } from '../evaluation/row.js'
import type { RankingNode } from '../methodology/methodology.js'
import { describeValue } from './describe-value.js'
import { explainedPopulation, populationWords } from './explain-population.js'
import type { ExplainedStep } from './explanation.js'
import type { Operands } from './operands.js'
import { substitute } from './substitute.js'

/** One aggregate over the bodies, with its own number of bodies and its value. */
export function statisticStep({
  part,
  row,
}: Operands['statistics'][number]): ExplainedStep {
  const frame = { row, node: '' }
  const { used, value } = evaluateAggregate(part, frame)
  const bodies = new Set(used.map(bodyOf)).size
  const among = explainedPopulation(part.among, row)
  const whose = among ? ` of ${populationWords(among)}` : ''
  const words = `${substitute(part, frame)} over ${bodies} ${bodies === 1 ? 'body' : 'bodies'}${whose}`
  return { step: 'statistic', words, value: describeValue(value) }
}

/** How many bodies have a place in the ranking, or in the group of the body. */
export function ranked(
  { placed }: EvaluatedRanking,
  { among }: RankingNode,
  row: Row,
): number {
  const group = groupOf(row, among)
  if (group.kind !== 'group') return 0
  return placed.filter((entry) => entry.group.key === group.key).length
}
