/** An empty form as a workbook: a sheet for each table, and notes on a sheet that no reader of data looks at. */
import type {
  AssessedBody,
  DescribedColumn,
  DescribedTable,
} from '../../engine/index.js'
import {
  EMPTY,
  textCell,
  type Cell,
  type ColumnFormat,
  type Sheet,
} from '../xlsx/sheet.js'
import { writeWorkbook } from '../xlsx/write-workbook.js'
import { COLUMN_HEADER, columnWords, tableName } from './column-list.js'
import { askedColumns } from './data-form.js'

/** Sheets whose name begins with # are not read. */
const NOTES = '#notes'

/** @throws ServiceRefusal `FORM_CANNOT_HOLD` where a table has no name that a sheet can have */
export function xlsxForm(
  tables: readonly DescribedTable[],
  bodies: readonly AssessedBody[],
): readonly [{ readonly name: string; readonly text: Uint8Array }] {
  const sheets = tables.map((table) => tableSheet(table, bodies))
  const text = writeWorkbook([...sheets, notes(tables)])
  return [{ name: 'data.xlsx', text }]
}

function tableSheet(
  { path, columns }: DescribedTable,
  bodies: readonly AssessedBody[],
): Sheet {
  const asked = askedColumns(columns)
  const isBodies = path.length === 0
  const keys = isBodies ? ['id', 'name'] : ['body', ...path.slice(0, -1), 'id']
  const rows = bodies.map(({ id, name }): readonly Cell[] => [
    textCell(id),
    textCell(name),
    ...asked.map(() => EMPTY),
  ])
  return {
    name: tableName(path),
    header: [...keys, ...asked.map(({ name }) => name)],
    rows: isBodies ? rows : [],
    // Text is kept as it is typed: 007 stays an id, and 1-2 does not become a day.
    formats: [...keys.map(() => 'text' as const), ...asked.map(formatOf)],
  }
}

function formatOf({ type }: DescribedColumn): ColumnFormat {
  switch (type) {
    case 'date':
      return 'date'
    case 'text':
    case 'level':
      return 'text'
    default:
      return 'general'
  }
}

function notes(tables: readonly DescribedTable[]): Sheet {
  const rows = tables.flatMap(({ path, columns }) =>
    columns.map((column) =>
      [tableName(path), column.name, ...columnWords(column)].map(textCell),
    ),
  )
  return { name: NOTES, header: ['table', ...COLUMN_HEADER], rows }
}
