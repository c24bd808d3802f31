import { describe, expect, it } from 'vitest'

import {
  blocksTarget,
  checkDataset,
  columnsOfDataset,
  datasetFromJson,
  loadMethodology,
  prepareColumns,
  reweigh,
  scoreColumns,
  type Methodology,
} from '../../../engine/index.js'

const YEAR = 2020

function rules(x: string, y: string): Methodology {
  const { methodology } = loadMethodology(
    'weights.yaml',
    `format: 1
methodology: weights
version: "1"
status: draft
act: { title: Act made for tests }
years: { from: ${YEAR} }
indicators:
  x: { under: total, weight: ${x} }
  y: { under: total, weight: ${y} }
criteria:
  total: { aggregate: arithmetic }
rankings:
  all: { output: total }
`,
  )
  if (!methodology) throw new Error('weights.yaml has mistakes')
  return methodology
}

async function prepared(methodology: Methodology) {
  const bodies = [
    { id: 'a', x: 80, y: 20 },
    { id: 'b', x: 40, y: 50 },
  ]
  const options = { year: YEAR, leaveOutBroken: false }
  const read = datasetFromJson({ bodies }, 'bodies')
  const { dataset } = await checkDataset(read, methodology, options)
  if (!dataset) throw new Error('The bodies have mistakes')
  const source = columnsOfDataset(methodology, dataset)
  const program = prepareColumns(methodology, source.data, {
    ...{ isCertified: false, hasVaryingWeights: true, target: blocksTarget },
  })
  return { program, source }
}

describe('a program with other weights', () => {
  it('scores and places as the file with those weights does', async () => {
    const { program, source } = await prepared(rules('0.5', '0.5'))
    const other = reweigh(program, rules('0.2', '0.8'))
    if (!other) throw new Error('The program cannot be used')
    const { outputs, rankings } = scoreColumns(other, source)
    // 0.2 * 80 + 0.8 * 20 = 32; 0.2 * 40 + 0.8 * 50 = 48
    expect([...(outputs.get('total')?.values ?? [])]).toEqual([32, 48])
    expect([...(rankings.get('all') ?? [])]).toEqual([2, 1])
    // What was prepared keeps its own: 50 and 45.
    const given = scoreColumns(program, source).outputs.get('total')
    expect([...(given?.values ?? [])]).toEqual([50, 45])
  })

  it('is not to be had where a weight becomes zero', async () => {
    const { program } = await prepared(rules('0.5', '0.5'))
    expect(reweigh(program, rules('0', '1'))).toBeNull()
  })
})
