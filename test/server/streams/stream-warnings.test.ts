import { describe, expect, it } from 'vitest'

import type { DataProblem } from '../../../engine/index.js'
import { StreamWarnings } from '../../../server/streams/stream-warnings.js'

function warning(
  code: DataProblem['code'],
  more: Partial<DataProblem> = {},
): DataProblem {
  const place = { file: 'x.ndjson', line: 1, body: null, row: null }
  return { code, ...place, column: null, message: 'words', ...more }
}

describe('warnings of a stream', () => {
  it('say once what every block finds of the same column', () => {
    const warnings = new StreamWarnings()
    const unknown = warning('COLUMN_UNKNOWN', { column: 'c' })
    expect(warnings.add([unknown])).toEqual([
      'x.ndjson:1 COLUMN_UNKNOWN c: words',
    ])
    expect(warnings.add([{ ...unknown, line: 500 }])).toEqual([])
    expect(warnings.summary()).toEqual({ COLUMN_UNKNOWN: 1 })
  })

  it('say that a table is empty only where no block has a row of it', () => {
    const warnings = new StreamWarnings()
    const always = warning('TABLE_EMPTY', { message: 'no risks' })
    const once = warning('TABLE_EMPTY', { message: 'no goals' })
    expect(warnings.add([always, once])).toEqual([])
    expect(warnings.add([always])).toEqual([])
    expect(warnings.finish()).toEqual(['x.ndjson:1 TABLE_EMPTY no risks'])
    expect(warnings.summary()).toEqual({ TABLE_EMPTY: 1 })
  })

  it('tell the first twenty of many bodies, and count the others', () => {
    const warnings = new StreamWarnings()
    const told = Array.from({ length: 30 }, (_, index) =>
      warnings.add([warning('CELL_NOT_USED', { body: `b${index}` })]),
    ).flat()
    expect(told).toHaveLength(20)
    expect(warnings.finish()).toEqual(['and 10 more warnings'])
    expect(warnings.summary()).toEqual({ CELL_NOT_USED: 30 })
  })
})
