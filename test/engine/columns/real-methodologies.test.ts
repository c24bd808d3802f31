/** Real methodologies over columns, by both targets: the same figures, absences, rules and places. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import {
  blocksTarget,
  loadMethodology,
  prepareColumns,
  columnsOfDataset,
  type Run,
} from '../../../engine/index.js'
import {
  differences,
  runColumns,
} from '../../helpers/generated/compare-columns.js'
import { score, type Body } from '../../helpers/score.js'
import { generatedColumns } from '../../../server/columns/generated-columns.js'
import type { Io } from '../../../server/io.js'
import { scoreRequest } from '../../../server/scoring/score-request.js'

const ROOT = join(import.meta.dirname, '../../..')
const FIXTURES = join(ROOT, 'test/fixtures')

const SCORED: readonly (readonly [string, string, number])[] = [
  ['hdi', 'rules/hdi/data/hdr-2021-22.csv', 2021],
  ['hdi@2014', 'rules/hdi/data/hdr-2021-22.csv', 2020],
  ['hdi', 'rules/hdi/data/hdr-2007-08.csv', 2005],
  ['kz-personnel', 'rules/kz-personnel/data/karaganda-2010.csv', 2010],
  ['kz-goals', 'rules/kz-goals/data/regions', 2013],
  ['kz-unified-rating', 'rules/kz-unified-rating/data/invented-2025.csv', 2025],
]

const COMPOSITES = [
  ['composite-indices/deprivation.yaml', 'composite-indices/deprivation.json'],
  ['composite-indices/perceptions.yaml', 'composite-indices/perceptions.json'],
  ['composite/composite.yaml', 'composite/data.json'],
] as const

const nobody = {
  isTerminal: false,
  isClosed: () => false,
  write: () => Promise.resolve(),
}

const silent: Io = {
  out: nobody,
  err: nobody,
  environment: {},
  input: () => Readable.from([]),
  interruption: () => new AbortController().signal,
  ending: () => new AbortController().signal,
  programs: new URL('.', import.meta.url),
}

const COLUMN_TARGETS = [blocksTarget, generatedColumns]

describe.each(COLUMN_TARGETS)('columns by $name', (target) => {
  it.each(SCORED)(
    'score %s of %s in %i as exactly',
    async (name, data, year) => {
      const request = {
        year,
        data: join(ROOT, data),
        rules: join(ROOT, 'rules'),
      }
      const { run } = await scoreRequest(name, request, silent)
      expectSame(run, target)
    },
  )

  it.each(COMPOSITES)('score %s as exactly', async (file, data) => {
    expectSame(await composite(file, data), target)
  })
})

function expectSame(run: Run, target: (typeof COLUMN_TARGETS)[number]) {
  const certified = runColumns(run, target, true)
  expect(differences(run, certified)).toEqual([])
  const plain = runColumns(run, target, false)
  if (certified.secondComputations === 0) {
    expect(differences(run, plain)).toEqual([])
  }
}

async function composite(file: string, data: string): Promise<Run> {
  const text = readFileSync(join(FIXTURES, file), 'utf8')
  const { methodology } = loadMethodology(file, text)
  if (!methodology) throw new Error(`${file} has mistakes`)
  const read = JSON.parse(readFileSync(join(FIXTURES, data), 'utf8')) as {
    readonly bodies: readonly Body[]
  }
  const { run } = await score(methodology, read.bodies, { year: 2022 })
  return run
}

describe('the nodes of a methodology', () => {
  it.each(COMPOSITES.slice(0, 2))(
    'of %s have column code',
    async (file, data) => {
      const { methodology, dataset } = await composite(file, data)
      const { data: columns } = columnsOfDataset(methodology, dataset)
      const [target] = COLUMN_TARGETS
      if (!target) throw new Error('There is a target')
      const options = { isCertified: true, target }
      const { lowering } = prepareColumns(methodology, columns, options)
      const names = [...lowering.exactNodes].map(
        ([node, why]) => `${node.name}: ${why}`,
      )
      expect(names.slice(0, 3)).toEqual([])
    },
  )
})
