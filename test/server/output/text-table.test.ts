import { describe, expect, it } from 'vitest'

import { cut, textTable } from '../../../server/output/text-table.js'

describe('textTable', () => {
  it('aligns Latin, Kazakh and combined letters by what is seen', () => {
    const lines = textTable([
      { head: 'name', align: 'left', cells: ['Өскемен', 'Й', '東京'] },
      { head: 'x', align: 'right', cells: ['1', '10', '100'] },
    ])
    expect(lines).toEqual([
      'name       x',
      'Өскемен    1',
      'Й         10',
      '東京     100',
    ])
  })

  it('has no lines without columns', () => {
    expect(textTable([])).toEqual([])
  })

  it('shows control characters and overrides of direction as their numbers', () => {
    const cells = ['a\u001b[31m\u202eb\n']
    expect(textTable([{ head: '', align: 'left', cells }])[1]).toBe(
      'a\\u{001b}[31m\\u{202e}b\\u{000a}',
    )
  })
})

describe('cut', () => {
  it('says that a figure goes on, and never rounds it', () => {
    expect(cut('0.66666666666666', 8)).toBe('0.66666…')
    expect(cut('0.666666', 8)).toBe('0.666666')
  })
})
