/** What the steps could not mend, said once for an indicator and population. */
import type { DataProblem } from '../data/problem.js'
import { distributionOf } from '../evaluation/distribution.js'
import type { Row } from '../evaluation/row.js'
import type { Run } from '../evaluation/run.js'
import { treat, type Treatment } from '../evaluation/winsorise.js'
import { treatedWords } from '../explanation/treatment-words.js'
import type { StepNode } from '../methodology/steps.js'

export function stepWarnings(run: Run): readonly DataProblem[] {
  return run.methodology.nodes.flatMap((node) => {
    if (node.kind !== 'step' || node.action.kind !== 'winsorise') return []
    const { action } = node
    const { winsorisation, among } = action
    const seen = new Set<Treatment>()
    for (const row of run.bodies) {
      const found = distributionOf(row, among)
      if (found.kind === 'missing') continue
      const frame = { row, node: node.name }
      seen.add(treat(found.sorted, winsorisation, frame))
    }
    return [...seen]
      .filter(({ isWithin }) => !isWithin)
      .map((treatment) =>
        warning(
          node,
          treatedWords(treatment, action),
          treatment.how,
          run.bodies,
        ),
      )
  })
}

function warning(
  node: StepNode,
  words: string,
  how: Treatment['how'],
  bodies: readonly Row[],
): DataProblem {
  const mend =
    how === 'transformed'
      ? 'Look at the values, or choose another formula.'
      : 'Look at the values, allow more changes, or say a formula as "otherwise".'
  return {
    code: 'STILL_SKEWED',
    file: bodies[0]?.given?.place.file ?? '',
    line: null,
    body: null,
    row: null,
    column: node.indicator.name,
    message: `step ${node.step}: ${words}. ${mend}`,
  }
}
