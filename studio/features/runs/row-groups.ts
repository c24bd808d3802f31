/** Rows in groups that are drawn one after another: so many at once would stop the page. */

export interface RowGroup<Row> {
  /** The position of its first row among all. */
  readonly from: number
  readonly rows: readonly Row[]
}

/** So many rows are drawn within a frame. */
const SIZE = 25

export function rowGroups<Row>(rows: readonly Row[]): readonly RowGroup<Row>[] {
  const count = Math.ceil(rows.length / SIZE)
  return Array.from({ length: count }, (_, index) => {
    const from = index * SIZE
    return { from, rows: rows.slice(from, from + SIZE) }
  })
}
