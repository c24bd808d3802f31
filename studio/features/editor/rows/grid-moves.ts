/** Where the keys lead from cell to cell. */
export interface GridSpot {
  /** The index of the row in the table. */
  readonly row: number
  /** The position among all columns of the table. */
  readonly column: number
}

/** What is on the screen, in its order. */
export interface GridExtent {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

export interface GridKey {
  readonly key: string
  /** With Ctrl: as far as it goes. */
  readonly isFar: boolean
}

const PAGE = 10

/** @returns null for a key that leads nowhere */
export function movedSpot(
  spot: GridSpot,
  { key, isFar }: GridKey,
  extent: GridExtent,
): GridSpot | null {
  const far = Number.MAX_SAFE_INTEGER
  const one = isFar ? far : 1
  switch (key) {
    case 'ArrowUp':
      return stepped(spot, extent, -one, 0)
    case 'ArrowDown':
      return stepped(spot, extent, one, 0)
    case 'ArrowLeft':
      return stepped(spot, extent, 0, -one)
    case 'ArrowRight':
      return stepped(spot, extent, 0, one)
    case 'PageUp':
      return stepped(spot, extent, -PAGE, 0)
    case 'PageDown':
      return stepped(spot, extent, PAGE, 0)
    case 'Home':
      return stepped(spot, extent, isFar ? -far : 0, -far)
    case 'End':
      return stepped(spot, extent, isFar ? far : 0, far)
    default:
      return null
  }
}

/** The spot itself where it is on the screen, otherwise the nearest that is. */
export function nearestSpot(
  spot: GridSpot,
  { rows, columns }: GridExtent,
): GridSpot | null {
  const row = rows.findLast((each) => each <= spot.row) ?? rows[0]
  const column = columns.includes(spot.column) ? spot.column : columns[0]
  return row === undefined || column === undefined ? null : { row, column }
}

function stepped(
  spot: GridSpot,
  { rows, columns }: GridExtent,
  down: number,
  right: number,
): GridSpot {
  return {
    row: at(rows, rows.indexOf(spot.row) + down) ?? spot.row,
    column: at(columns, columns.indexOf(spot.column) + right) ?? spot.column,
  }
}

function at(list: readonly number[], position: number): number | undefined {
  return list[Math.max(0, Math.min(list.length - 1, position))]
}
