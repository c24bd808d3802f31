/**
 * The texts that a run was computed from, each with its hash: kept, they let
 * anybody compute the run again. And back: a kept text of data -> rows.
 */
import { canonicalData } from '../data/canonical-data.js'
import { columnOfImputed } from '../data/imputed-cells.js'
import type { ReadDataset } from '../data/from-json.js'
import type { RawCell, RawRow } from '../data/raw.js'
import type { Run } from '../evaluation/run.js'
import { sha256 } from '../result/canonical.js'
import { JsonShape } from './json-shape.js'

export interface KeptText {
  readonly sha256: string
  readonly text: string
}

/** The methodology and all data; runs that were looked at are kept by who read them. */
export async function textsOfRun(run: Run): Promise<readonly KeptText[]> {
  const { methodology, dataset, surroundings } = run
  const { text } = methodology.source
  const data = [dataset, ...surroundings.earlier.values()]
  return [
    { sha256: await sha256(text), text },
    ...(surroundings.register ? [surroundings.register] : []).map(
      ({ sha256: hash, text: canonical }) => ({
        sha256: hash,
        text: canonical,
      }),
    ),
    ...data.map(({ year, bodies, sha256: hash }) => ({
      sha256: hash,
      text: canonicalData(year, bodies),
    })),
  ]
}

/**
 * @param text - canonical data, whose brackets have been counted
 * @param name - how the text is named in messages
 */
export function datasetOfText(text: string, name: string): ReadDataset | null {
  const shape = new JsonShape()
  const root = shape.fields(JSON.parse(text) as unknown, '')
  const year = shape.year(root.get('year'), 'year')
  const bodies = shape
    .list(root.get('bodies'), 'bodies')
    .map((body, index) => rowOf(shape, body, `bodies[${index}]`, name))
  if (shape.faults.length > 0) return null
  return { dataset: { year, bodies }, problems: [] }
}

function rowOf(
  shape: JsonShape,
  value: unknown,
  path: string,
  file: string,
): RawRow {
  const fields = shape.fields(value, path)
  const cells = new Map<string, RawCell>()
  const given = shape.fields(fields.get('cells'), `${path}.cells`)
  for (const [column, cell] of given) {
    if (typeof cell === 'boolean') cells.set(column, cell)
    else cells.set(column, shape.text(cell, `${path}.cells.${column}`))
  }
  const imputed = fields.get('imputed') ?? {}
  const by = shape.fields(imputed, `${path}.imputed`)
  for (const [input, text] of by) {
    const at = `${path}.imputed.${input}`
    cells.set(columnOfImputed(input), shape.text(text, at))
  }
  const tables = new Map<string, readonly RawRow[]>()
  const below = shape.fields(fields.get('tables'), `${path}.tables`)
  for (const [name, rows] of below) {
    const at = `${path}.tables.${name}`
    const read = shape
      .list(rows, at)
      .map((row, index) => rowOf(shape, row, `${at}[${index}]`, file))
    tables.set(name, read)
  }
  return {
    id: shape.textOrNull(fields.get('id'), `${path}.id`),
    name: shape.textOrNull(fields.get('name'), `${path}.name`),
    cells,
    tables,
    place: { file, line: null, path },
  }
}
