/** The data of an example: rows written in the file, or a file beside it. */
import type { ReadDataset } from '../data/from-json.js'
import { datasetFromJson } from '../data/from-json.js'
import { isTable } from '../methodology/tables.js'
import type { Entry } from '../methodology/entry.js'
import type { Tree } from '../source/source.js'

/** The id of a single `body` that gives none. */
export const SINGLE_BODY = 'body'

export type ReadExampleData = (
  path: string,
  year: number,
) => Promise<ReadDataset>

/** Rows as JSON, numbers by their text in the file. */
export function inlineDataset(
  bodies: readonly Entry[],
  year: number,
  file: string,
): ReadDataset {
  const rows = bodies.map((body) => {
    const row = asJson(body)
    return typeof row === 'object' && row !== null && !('id' in row)
      ? { id: SINGLE_BODY, ...row }
      : row
  })
  return datasetFromJson({ year, bodies: rows }, file)
}

function asJson(entry: Entry): unknown {
  const tree = entry.own()
  if (Array.isArray(tree)) {
    return (tree as readonly Tree[]).map((_, index) =>
      asJson(entry.item(index)),
    )
  }
  if (isTable(tree)) {
    return Object.fromEntries(
      entry.keys().map((key) => [key, asJson(entry.entry(key))]),
    )
  }
  return typeof tree === 'number' ? entry.ownText() : tree
}
