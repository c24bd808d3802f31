/** A score result as a workbook: the bodies, a sheet for each ranking, and the rules it was made by. */
import type { ShownPlace, ShownResult } from '../../engine/index.js'
import { isSheetName, textCell, type Cell, type Sheet } from '../xlsx/sheet.js'
import { writeWorkbook } from '../xlsx/write-workbook.js'
import { RESTRICTED_CELL, scoreRows } from './score-rows.js'

/** What is to be said of a result beside its figures: name and value. */
export type Remark = readonly [name: string, value: string]

const LONGEST_NAME = 31

/** How the table is to be read. */
const READING: readonly Remark[] = [
  ['an empty figure', 'missing; the column "reasons" says why'],
  ['not-applicable', 'a rule took the figure away; "reasons" names it'],
  ['restricted', 'withheld, as restricted values stand behind it'],
  ['0', 'a figure like others'],
  ['a figure that is text', 'has more than the 15 digits that a cell keeps'],
]

/** @throws ServiceRefusal `FORM_CANNOT_HOLD` */
export function resultWorkbook(
  result: ShownResult,
  remarks: readonly Remark[],
): Uint8Array {
  const names = new Set(['bodies', 'rules'])
  const rankings = Object.entries(result.rankings).map(([ranking, places]) =>
    rankingSheet(freeName(`place ${ranking}`, names), places, result),
  )
  const rules: Sheet = {
    name: 'rules',
    header: ['what', 'is'],
    rows: [...remarks, ...READING].map((remark) => remark.map(textCell)),
  }
  return writeWorkbook([
    { name: 'bodies', ...scoreRows(result) },
    ...rankings,
    rules,
  ])
}

function rankingSheet(
  name: string,
  places: readonly ShownPlace[],
  { results }: ShownResult,
): Sheet {
  const attributes = Object.keys(places[0]?.group ?? {})
  const bodies = new Map(results.map((body) => [body.id, body] as const))
  const rows = places.map(({ place, group, id, value }): Cell[] => [
    ...attributes.map((attribute) => textCell(group?.[attribute] ?? null)),
    { kind: 'decimal', text: String(place) },
    textCell(id),
    textCell(bodies.get(id)?.name ?? null),
    value === null
      ? textCell(RESTRICTED_CELL)
      : { kind: 'decimal', text: String(value) },
  ])
  return { name, header: [...attributes, 'place', 'id', 'name', 'value'], rows }
}

/** Cut to what a sheet can be called, and told from the others by a number. */
function freeName(wanted: string, names: Set<string>): string {
  const plain = wanted.replace(/[:\\/?*[\]']/g, ' ').slice(0, LONGEST_NAME)
  let name = plain
  for (let count = 2; names.has(name.toLowerCase()); count += 1) {
    const end = ` ${count}`
    name = `${plain.slice(0, LONGEST_NAME - end.length)}${end}`
  }
  names.add(name.toLowerCase())
  return isSheetName(name) ? name : `place ${names.size}`
}
