/** Which bodies a reader asks for. */
import type { ShownName } from '../../bodies/shown-name.js'

export interface RowFilter {
  /** In the name that is shown, or the id of the body; empty for all. */
  readonly text: string
  readonly status: string
  /** The name of a flag. */
  readonly flag: string
}

/** What is looked at of a row. */
export interface Filtered {
  readonly id: string
  readonly name: ShownName | null
  readonly status: string
  readonly flags: readonly { readonly flag: string }[]
}

export function filterRows<Row extends Filtered>(
  rows: readonly Row[],
  { text, status, flag }: RowFilter,
): readonly Row[] {
  return rows.filter(
    (row) =>
      isNamed(row, text) &&
      (status === '' || row.status === status) &&
      (flag === '' || row.flags.some((each) => each.flag === flag)),
  )
}

/** Whether text stands in the name or the id of a body, in capitals or not. */
function isNamed(
  { id, name }: Pick<Filtered, 'id' | 'name'>,
  text: string,
): boolean {
  const wanted = plain(text)
  return wanted === '' || plain(`${name?.text ?? ''} ${id}`).includes(wanted)
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().trim()
}
