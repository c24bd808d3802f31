import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

async function diff(later: string, ...options: readonly string[]) {
  const files = { 'tiny/2020.yaml': tiny(), 'tiny/2023.yaml': later }
  const { rules } = await tinyFolder({}, files)
  return run(['diff', 'tiny@2020', 'tiny@2023', '--rules', rules, ...options])
}

const same = tiny({ version: '2023' })

describe('olshem diff', () => {
  it('says so where nothing differs', async () => {
    const { status, out } = await diff(same)
    expect(status).toBe(0)
    expect(out).toBe('tiny@2020 and tiny@2023 say the same.\n')
  })

  it('lists what differs as an amending act does, and that is no error', async () => {
    const text = tiny({ version: '2023', years: '{ from: 2023 }' })
    const { status, out } = await diff(
      text.replace('aggregate: sum', 'aggregate: max'),
    )
    expect(status).toBe(0)
    expect(out).toBe(`tiny@2020 -> tiny@2023: 2 differences

the methodology
  1. years: was 2020-2022, is from 2023

criteria
  2. total "Total": aggregate (paragraph 2): was sum, is max
`)
  })

  it('gives the same as JSON', async () => {
    const { out } = await diff(
      same.replace('aggregate: sum', 'aggregate: max'),
      '--json',
    )
    expect(JSON.parse(out)).toEqual([
      {
        path: 'criteria.total.aggregate',
        kind: 'changed',
        was: 'sum',
        is: 'max',
        cite: 'paragraph 2',
        title: 'Total',
      },
    ])
  })

  it('names the mistakes of a file that cannot be compared', async () => {
    const { status, err } = await diff(`${same}nonsense: 1\n`)
    expect(status).toBe(1)
    expect(err).toContain('UNKNOWN_KEY')
  })

  it('prints no control characters of a file', async () => {
    const { out } = await diff(same.replace('title: Total', 'title: "T\\e[2J"'))
    expect(out).toContain('is T\\u{001b}[2J')
  })
})
