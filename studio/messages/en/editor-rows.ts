/** The rows of a table as a grid of cells. */
export const rows = {
  heading: 'Rows',
  otherCells: 'Rows with their other cells',
  keys: 'Arrow keys go from cell to cell, Enter edits one, Delete leaves it missing. Alt with an arrow moves the row, Ctrl+Enter adds one below it, Ctrl+Delete removes it. Cells of a spreadsheet can be pasted.',
  apart: 'Show the rows in the whole window',
  back: 'Back to the form',
  key: 'key',
  search: 'Search in the rows',
  count: 'Rows: {count}',
  found: 'Rows found: {found} of {count}',
  add: 'Add a row',
  remove: 'Remove the row',
  move: 'Move the row',
  cell: '{column}: {row}',
  removeName: 'Take away {name}',
  otherForm: 'This row is not written as cells. Edit it in the YAML view.',
  pasted: 'Cells pasted: {cells}. Rows added: {rows}.',
  tooWide:
    'What is pasted has {wide} columns, and the table has {room} from this cell on. Nothing was changed.',
  moved: 'The row now stands in place {place} of {all}.',
  removed: 'Row {place} was removed.',
} as const
