/** Columns of files are matched with inputs by name and title, and by what was chosen before. */
import { describe, expect, it } from 'vitest'

import {
  choiceKey,
  inputOf,
  namingOf,
  readTwice,
  renameColumns,
  type Input,
} from '../../../studio/features/data/load/column-names.js'
import { readCsvFile } from '../../../studio/features/data/load/csv-file.js'

const inputs: readonly Input[] = [
  { name: 'id', title: null },
  { name: 'name', title: null },
  {
    name: 'goals',
    title: { ru: 'Достижение целей', en: 'Achieving the goals' },
  },
]

describe('a column of a file', () => {
  it.each([
    ['goals', 'goals'],
    ['Goals ', 'goals'],
    ['достижение  целей', 'goals'],
    ['Achieving the goals', 'goals'],
    ['Примечание', ''],
    [' ', ''],
  ])('%s is read as "%s"', (column, input) => {
    expect(inputOf('bodies', column, inputs, {})).toBe(input)
  })

  it('is read as what was chosen before, unless the methodology has that no more', () => {
    const key = choiceKey('bodies', 'Орган')
    expect(inputOf('bodies', 'Орган', inputs, { [key]: 'name' })).toBe('name')
    expect(inputOf('bodies', 'Орган', inputs, { [key]: 'title' })).toBe('')
    expect(inputOf('goals', 'Орган', inputs, { [key]: 'name' })).toBe('')
  })

  it('is renamed in the header alone', () => {
    const bytes = new TextEncoder().encode(
      'id;"Достижение целей";Примечание\r\n"a";"1,50";"x"\r\n',
    )
    const sent = renameColumns(
      readCsvFile(bytes),
      namingOf('bodies', inputs, {}),
    )
    expect(new TextDecoder().decode(sent.bytes)).toBe(
      'id;goals;Примечание\r\n"a";"1,50";"x"\r\n',
    )
  })

  it('is told apart from another one that is read as the same input', () => {
    expect(readTwice(['id', 'goals', '', '', 'goals'])).toEqual(['goals'])
  })
})
