/**
 * A workbook with some cells changed: every other cell, sheet, style and formula
 * stays as it was written, so that what is read of them stays the same.
 */
import { zipSync } from 'fflate'

import { openArchive } from './archive.js'
import { placeText, type CellPlace } from './cell-place.js'
import { escaped } from './escaped-text.js'
import { readSheet, type WrittenCell } from './read-sheet.js'
import type { Runtime } from './runtime.js'

export interface CellChange {
  readonly place: CellPlace
  /** What stands there instead. */
  readonly text: string
}

/** Part of a sheet -> its cells that are changed, each once. */
export type SheetChanges = ReadonlyMap<string, readonly CellChange[]>

/** The day of the archive's own calendar: the earliest that it can say. */
const NO_DAY = new Date(1980, 0, 1)

/** @throws WorkbookFault */
export async function changeCells(
  bytes: Uint8Array,
  changes: SheetChanges,
  runtime: Runtime,
): Promise<Uint8Array> {
  const archive = openArchive(bytes, runtime)
  const files: Record<string, Uint8Array> = {}
  for (const name of archive.names) {
    const content = (await archive.read(name)) ?? new Uint8Array(0)
    const own = changesOf(changes, name)
    if (own) files[name] = await changeSheet(content, name, own, runtime)
    else if (!isChain(name)) files[name] = withoutChain(name, content)
  }
  return zipSync(files, { mtime: NO_DAY })
}

/** Capitals of names are not told apart in an archive. */
function changesOf(changes: SheetChanges, name: string) {
  const key = [...changes.keys()].find(
    (each) => each.toLowerCase() === name.toLowerCase(),
  )
  return key === undefined ? undefined : changes.get(key)
}

async function changeSheet(
  bytes: Uint8Array,
  part: string,
  changes: readonly CellChange[],
  runtime: Runtime,
): Promise<Uint8Array> {
  const xml = new TextDecoder().decode(bytes)
  const rows = new Map<number, WrittenCell[]>(
    changes.map(({ place }) => [place.row, []]),
  )
  await readSheet(bytes, part, runtime, (cell) => {
    rows.get(cell.place.row)?.push(cell)
  })
  // Sorting by place keeps those in their order that are put in side by side.
  const inOrder = changes.toSorted((a, b) => a.place.column - b.place.column)
  const pieces = inOrder.flatMap((change) =>
    pieceOf(xml, rows.get(change.place.row) ?? [], change),
  )
  return new TextEncoder().encode(withPieces(xml, pieces))
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly xml: string
}

/** In the place of the cell, or between those around it; a row without any has nothing to change. */
function pieceOf(
  xml: string,
  row: readonly WrittenCell[],
  { place, text }: CellChange,
): readonly Piece[] {
  const { column } = place
  const own = row.find((cell) => cell.place.column === column)
  const beside =
    own ?? row.find((cell) => cell.place.column > column) ?? row.at(-1)
  if (!beside) return []
  const start = xml.lastIndexOf('<', beside.within - 1)
  const [, prefix = ''] = /^<([^\s:/>]+:)?c/.exec(xml.slice(start)) ?? []
  const written = cellXml(prefix, place, own?.style ?? 0, text)
  if (own) return [{ from: start, to: own.end, xml: written }]
  const at = beside.place.column > column ? start : beside.end
  return [{ from: at, to: at, xml: written }]
}

/** As text: what somebody typed is read as it is typed, as in a CSV file. */
function cellXml(
  prefix: string,
  place: CellPlace,
  style: number,
  text: string,
): string {
  const tag = `${prefix}c r="${placeText(place)}"${style === 0 ? '' : ` s="${style}"`}`
  if (text === '') return `<${tag}/>`
  const inside = `<${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t>`
  return `<${tag} t="inlineStr"><${prefix}is>${inside}</${prefix}is></${prefix}c>`
}

function withPieces(xml: string, pieces: readonly Piece[]): string {
  const parts: string[] = []
  let kept = 0
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    parts.push(xml.slice(kept, piece.from), piece.xml)
    kept = piece.to
  }
  return `${parts.join('')}${xml.slice(kept)}`
}

/** In which order formulas are computed: made anew where it is not there, a fault where it names a cell without one. */
function isChain(name: string): boolean {
  return /(^|\/)calcChain\.xml$/i.test(name)
}

function withoutChain(name: string, content: Uint8Array): Uint8Array {
  if (!/\.rels$|^\[Content_Types\]\.xml$/i.test(name)) return content
  const xml = new TextDecoder().decode(content)
  const told =
    /<((?:[^\s:/>]+:)?(?:Override|Relationship))\s[^>]*calcChain\.xml"[^>]*?(?:\/>|>\s*<\/\1\s*>)/gi
  return new TextEncoder().encode(xml.replace(told, ''))
}
