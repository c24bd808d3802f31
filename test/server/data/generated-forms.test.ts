/** The same data as JSON and as a folder of CSV files score the same, for generated methodologies. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkDataset, scoreDataset } from '../../../engine/index.js'
import { readData } from '../../../server/data/read-data.js'
import {
  withData,
  type Body,
  type Generated,
  type Row,
} from '../../helpers/generated/data.js'
import { generatedMethodology } from '../../helpers/generated/methodology.js'
import { patience, runs } from '../../helpers/generated/runs.js'
import {
  loadGenerated,
  scoreBodies,
  surroundingsFor,
} from '../../helpers/generated/score-generated.js'

const RUNS = 30

/** Rows of tables that others refer to need ids in a folder. */
function withIds(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => ({
    id: `r${index + 1}`,
    ...Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        isTable(value) ? withIds(value) : value,
      ]),
    ),
  }))
}

function isTable(value: Row[string] | undefined): value is readonly Row[] {
  return Array.isArray(value)
}

/** A line for each row of the table, with the ids of the rows around it. */
function lines(
  rows: readonly Row[],
  path: readonly string[],
  above: Row,
): readonly Row[] {
  const [table, ...below] = path
  if (table === undefined)
    return rows.map((row) => ({ ...above, ...cells(row) }))
  return rows.flatMap((row) => {
    const inner = row[table]
    const key = 'body' in above ? '' : 'body'
    const own = key === '' ? {} : { body: row['id'] ?? null }
    const around = { ...above, ...own }
    const next = below.length > 0 ? below : []
    if (!isTable(inner)) return []
    if (next.length === 0)
      return inner.map((each) => ({ ...around, ...cells(each) }))
    return inner.flatMap((each) =>
      lines([each], next, { ...around, [table]: each['id'] ?? null }),
    )
  })
}

function cells(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => !isTable(value)),
  )
}

async function writeFolder(
  folder: string,
  bodies: readonly Row[],
  { tables, inputs }: Generated,
): Promise<void> {
  for (const table of tables) {
    const path = table === '' ? [] : table.split('.')
    const names = inputs
      .filter((each) => each.table === table)
      .map(({ name }) => name)
    const around = path.length === 0 ? [] : ['body', ...path.slice(0, -1)]
    const columns = [...around, 'id', ...names]
    const text = stringify([...lines(bodies, path, {})], {
      header: true,
      columns,
      cast: { boolean: String, number: String },
    })
    await writeFile(
      join(folder, `${table === '' ? 'bodies' : table}.csv`),
      text,
    )
  }
}

describe('the same data as JSON and as a folder of CSV files', () => {
  it(
    'score the same, whatever the methodology',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'olshem-forms-'))
      try {
        await fc.assert(
          fc.asyncProperty(
            withData(generatedMethodology),
            async (generated) => {
              const methodology = loadGenerated(generated.text)
              const surroundings = await surroundingsFor(generated, methodology)
              const { year } = generated.data
              const bodies = withIds(generated.data.bodies) as readonly Body[]
              const json = await scoreBodies(
                methodology,
                bodies,
                year,
                surroundings,
              )
              await writeFolder(folder, bodies, generated)
              const options = { year, leaveOutBroken: true }
              const read = await readData(folder, { year })
              const checked = await checkDataset(read, methodology, {
                ...options,
                surroundings,
              })
              const csv = await scoreDataset(
                methodology,
                checked,
                surroundings,
                options,
              )
              for (const table of generated.tables) {
                await rm(join(folder, `${table === '' ? 'bodies' : table}.csv`))
              }
              expect(csv.result?.results).toEqual(json?.result.results)
              expect(csv.result?.sha256).toBe(json?.result.sha256)
            },
          ),
          runs(RUNS),
        )
      } finally {
        await rm(folder, { recursive: true })
      }
    },
    patience(RUNS),
  )
})
