/** A program with changed weights is held against an exact run of a file that has those weights written in it. */
import { describe, expect, it } from 'vitest'

import {
  blocksTarget,
  columnsOfDataset,
  prepareColumns,
} from '../../../engine/index.js'
import { bindData } from '../../../engine/columns/program/bind-data.js'
import { runStep } from '../../../engine/columns/program/run-program.js'
import { generatedColumns } from '../../../server/columns/generated-columns.js'
import { score, type Body } from '../../helpers/score.js'

type Weights = readonly number[]

const rules = (
  aggregation: string,
  [a, b, c, left, right]: Weights,
  words: string,
) => `
  indicators:
    a: { under: left, weight: ${a} }
    b: { under: left, weight: ${b} }
    c: { under: left, weight: ${c} }
    d: { under: total, weight: ${right} }
  criteria:
    total:
      aggregate: ${aggregation}
      weights: relative
      ${words}
      children:
        left: { aggregate: ${aggregation}, weight: ${left}, weights: relative, ${words === '' ? '' : `${words}, `}cite: "2" }
`

const BODIES: readonly Body[] = [
  { id: 'all', a: 3, b: 5.5, c: 0.25, d: 7 },
  { id: 'gap', a: 3, c: 0.5, d: 2 },
  { id: 'half', a: 1.5, b: 2, c: 8 },
  { id: 'none' },
]

const FILE: Weights = [1, 1, 1, 1, 1]
// Other sums than those of the file, so that a sum that was fixed beforehand shows.
const DRAWN: Weights = [0.93, 1.28, 1.49, 1.09, 0.61]

const KINDS = ['arithmetic', 'geometric', 'harmonic', 'sum'].flatMap((kind) => [
  [kind, 'a child that must be there', ''] as const,
  [
    kind,
    'children that share the weights of missing ones',
    'missing_child: share-weights',
  ] as const,
])

describe.each([blocksTarget, generatedColumns])('in $name', (target) => {
  it.each(KINDS)(
    'a %s of %s is that of the file with the weights written in it',
    async (kind, _, words) => {
      const { run } = await score(rules(kind, FILE, words), BODIES)
      const { methodology, dataset, surroundings } = run
      const source = columnsOfDataset(methodology, dataset, surroundings)
      const program = prepareColumns(methodology, source.data, {
        isCertified: false,
        target,
        hasVaryingWeights: true,
      })
      const settings = program.settings.slice()
      const byName = new Map(
        ['score(a)', 'score(b)', 'score(c)', 'left', 'score(d)'].map(
          (name, index) => [name, DRAWN[index]] as const,
        ),
      )
      for (const [index, { node }] of program.lowering.weights.entries()) {
        const weight = byName.get(node.name)
        if (weight !== undefined) settings[index] = weight
      }
      const frame = { ...bindData(program, source.data), settings }
      const running = {
        program,
        frame,
        exact: source.exact,
        second: new Map<string, number>(),
        bodies: BODIES.length,
      }
      for (const step of program.steps) runStep(step, running)
      const exact = await score(rules(kind, DRAWN, words), BODIES)
      for (const name of ['left', 'total']) {
        const node = methodology.nodes.find((each) => each.name === name)
        if (node?.kind !== 'criterion') throw new Error(name)
        const { value } = program.lowering.columnsOf(node)
        for (const [index, id] of source.data.ids.entries()) {
          const wanted = exact.of(id).outputs[name]
          const found = frame.columns[value.index]?.[index] ?? NaN
          const says = `${name} of ${id}: ${found} for ${String(wanted)}`
          if (typeof wanted !== 'number') expect(found, says).toBeNaN()
          else {
            expect(Math.abs(found - wanted), says).toBeLessThanOrEqual(
              1e-9 * Math.abs(wanted),
            )
          }
        }
      }
    },
  )
})
