/** A CSV file is corrected in the cells that were typed, and stays as it was elsewhere. */
import { describe, expect, it } from 'vitest'

import {
  columnsOf,
  readCsvFile,
  recordText,
  rewriteCsv,
  rowCount,
} from '../../../studio/features/data/load/csv-file.js'

const file = (text: string) => readCsvFile(new TextEncoder().encode(text))
const text = ({ bytes }: { bytes: Uint8Array }) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

describe('a CSV file', () => {
  it('has the line of each row as the server counts them, also below a cell of two lines', () => {
    const read = file(
      'id,name\r\nalmaty,"Алматы\r\nқаласы"\r\n\r\nastana,Астана\r\n',
    )
    expect(read.records.map(({ line }) => line)).toEqual([1, 2, 4, 5])
    expect(rowCount(read)).toBe(2)
    expect(recordText(read, 1)).toBe('almaty,"Алматы\r\nқаласы"')
  })

  it('keeps separators, decimal commas, quotes and line ends of the lines that are not touched', () => {
    const read = file(
      '\ufeffid;"name";goals\r\n"a";"A; B";1,5\r\nb;C;xx\r\n"c";"D";2,50',
    )
    const corrected = rewriteCsv(read, new Map([[2, ['b', 'C', '7,25']]]))
    expect(text(corrected)).toBe(
      '\ufeffid;"name";goals\r\n"a";"A; B";1,5\r\nb;C;7,25\r\n"c";"D";2,50',
    )
    expect(columnsOf(corrected)).toEqual(['id', 'name', 'goals'])
  })

  it('quotes a cell that is typed with the separator in it', () => {
    const read = file('id,name\na,A\n')
    const corrected = rewriteCsv(read, new Map([[1, ['a', 'A, "B"']]]))
    expect(text(corrected)).toBe('id,name\na,"A, ""B"""\n')
  })

  it('takes a line that was written anew as it was typed', () => {
    const read = file('id,goals\na,1,5\nb,2\n')
    expect(text(rewriteCsv(read, new Map([[1, 'a,1.5']])))).toBe(
      'id,goals\na,1.5\nb,2\n',
    )
  })

  it('is read as far as a quote that is never closed', () => {
    const read = file('id,name\na,A\nb,"B\nc,C\n')
    expect(read.records.map(({ cells }) => cells[0])).toEqual(['id', 'a'])
  })
})
