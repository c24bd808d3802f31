/** Cells of a JSON data set, found by body, row and column; no number loses a digit. */
import { parse, stringify } from 'lossless-json'

export interface JsonPlace {
  readonly body: string
  /** As `goals[g1].indicators[2]`: by id, or by number; null on the body itself. */
  readonly row: string | null
  readonly column: string
}

type Fields = Record<string, unknown>

/** @returns null where the text has no such row; '' where the cell is empty */
export function jsonCell(text: string, place: JsonPlace): string | null {
  const row = findRow(readJson(text), place)
  if (row === null) return null
  const value = row[place.column]
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : (stringify(value) ?? '')
}

/**
 * What is typed is written as text, which the server reads as a number where
 * the column holds numbers; an empty one as null.
 */
export function correctJson(
  text: string,
  corrections: readonly { place: JsonPlace; value: string }[],
): string {
  const json = readJson(text)
  for (const { place, value } of corrections) {
    const row = findRow(json, place)
    if (row) row[place.column] = value === '' ? null : value
  }
  return `${stringify(json, undefined, 2) ?? ''}\n`
}

/** @returns null for text that is not JSON */
function readJson(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}

function findRow(json: unknown, { body, row }: JsonPlace): Fields | null {
  const bodies = isFields(json) ? json['bodies'] : null
  let found = rowOf(bodies, body)
  for (const [, table = '', key = ''] of steps(row)) {
    found = rowOf(found?.[table], key)
  }
  return found
}

function steps(row: string | null): Iterable<RegExpExecArray> {
  return (row ?? '').matchAll(/([^.[\]]+)\[([^\]]*)\]/g)
}

/** By its id, or by its number where rows have none. */
function rowOf(rows: unknown, key: string): Fields | null {
  if (!Array.isArray(rows)) return null
  const fields = rows.filter(isFields)
  const named = fields.find((row) => String(row['id']) === key)
  return named ?? (/^\d+$/.test(key) ? (fields[Number(key) - 1] ?? null) : null)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
