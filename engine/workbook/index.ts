/** Everything of workbooks that the rest of the program uses; nothing else is imported from outside. */
export {
  ARCHIVE_LIMITS,
  openArchive,
  type Archive,
  type ArchiveLimits,
} from './archive.js'
export {
  columnLetters,
  MOST_COLUMNS,
  MOST_ROWS,
  placeText,
  type CellPlace,
} from './cell-place.js'
export {
  changeCells,
  type CellChange,
  type SheetChanges,
} from './change-cells.js'
export { attributeText, escaped } from './escaped-text.js'
export { fitsCell, numberText } from './number-text.js'
export { readGrids, type NamedGrid } from './read-grids.js'
export type { Runtime } from './runtime.js'
export { serialOfDate } from './serial-date.js'
export { MOST_SIGNS, type SheetCell } from './sheet-cell.js'
export type { Grid, GridRow } from './sheet-grid.js'
export { WorkbookFault } from './workbook-fault.js'
