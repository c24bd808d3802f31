/**
 * 40 bodies x 500 inputs in ten groups: min-max over the bodies, weighted means,
 * a geometric mean on top; scored, and every total explained to its cells.
 */
import {
  checkDataset,
  datasetFromJson,
  explainOutput,
  loadMethodology,
  NO_SURROUNDINGS,
  scoreDataset,
} from '../../../engine/index.js'
import { processorTime } from '../measure/clocks.js'
import type { Extent } from '../measure/effort.js'
import { timeInRounds } from '../measure/rounds.js'
import { spreadOf } from '../measure/statistics.js'
import { spreadText } from '../report/figures.js'
import type { Part } from '../report/report.js'

const GROUPS = Array.from({ length: 10 }, (_, group) => `g${group}`)
const INPUTS = GROUPS.flatMap((group) =>
  Array.from({ length: 50 }, (_, index) => ({
    group,
    name: `${group}_${index}`,
  })),
)

const TEXT = `
format: 1
methodology: wide
version: "1"
status: draft
act: { title: Figures made for measuring speed }
years: { from: 2020 }
indicators:
${INPUTS.map(({ group, name }) => `  ${name}: { under: ${group}, weight: 0.02, normalise: { kind: min-max } }`).join('\n')}
criteria:
  total:
    aggregate: geometric
    children: { ${GROUPS.map((group) => `${group}: { aggregate: arithmetic }`).join(', ')} }
`

/** Figures of four digits that repeat from run to run. */
const BODIES = Array.from({ length: 40 }, (_, body) => ({
  id: `b${body}`,
  ...Object.fromEntries(
    INPUTS.map(({ name }, index) => [
      name,
      String(((body + 1) * 7919 + index * 104_729) % 10_007),
    ]),
  ),
}))

const options = { year: 2020, leaveOutBroken: false }

async function scored() {
  const { methodology } = loadMethodology('wide.yaml', TEXT)
  if (!methodology) throw new Error('wide.yaml has mistakes')
  const read = datasetFromJson({ bodies: BODIES }, 'wide.json')
  const checked = await checkDataset(read, methodology, options)
  const { run } = await scoreDataset(
    methodology,
    checked,
    NO_SURROUNDINGS,
    options,
  )
  if (!run) throw new Error('wide.json has mistakes')
  return run
}

export async function wideIndex(extent: Extent): Promise<Part> {
  const tasks = [
    { name: 'load, check and score', run: scored },
    {
      name: 'load, check, score and explain every total',
      run: async () => {
        const run = await scored()
        for (const { id } of BODIES) await explainOutput(run, id, null)
      },
    },
  ]
  const times = await timeInRounds(tasks, extent, processorTime)
  return {
    tables: [
      {
        title: 'Explanations',
        says: 'An index of 500 indicators in ten groups over 40 bodies: min-max over the bodies, weighted means, a geometric mean on top; by the exact evaluator.',
        head: ['', 'milliseconds'],
        rows: [...times].map(([name, each]) => [
          name,
          spreadText(spreadOf(each)),
        ]),
      },
    ],
    goals: [],
  }
}
