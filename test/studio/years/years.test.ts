/** What there is for a year, and which rules are in force. */
import { describe, expect, it } from 'vitest'

import type { DataSet } from '../../../studio/api/answers.js'
import {
  groupYears,
  listYears,
} from '../../../studio/features/years/list-years.js'
import { versionsOfYear } from '../../../studio/features/years/versions-of-year.js'
import { yearsText } from '../../../studio/methodology/reporting-years.js'
import { inventedVersion, since } from './invented-versions.js'

const first = inventedVersion('2023', since(2023), { supersededBy: '2025' })
const second = inventedVersion('2025', since(2025))
const methodologies = [{ id: 'm', versions: [first, second] }]

const inForce = (year: number, versions = [first, second]) => {
  const [found] = versionsOfYear([{ id: 'm', versions }], year)
  return {
    versions: found?.versions.map(({ version }) => version),
    nearest: found?.nearest.map(({ version }) => version),
  }
}

describe('the version in force', () => {
  it('is the one that covers the year, until another supersedes it', () => {
    expect(inForce(2024)).toEqual({ versions: ['2023'], nearest: [] })
    expect(inForce(2025)).toEqual({ versions: ['2025'], nearest: [] })
    expect(inForce(2030)).toEqual({ versions: ['2025'], nearest: [] })
  })

  it('is none before the first, and the nearest is named', () => {
    expect(inForce(2020)).toEqual({ versions: [], nearest: ['2023'] })
  })

  it('is never a draft or a withdrawn one', () => {
    const draft = inventedVersion('2025', since(2025), { status: 'draft' })
    expect(inForce(2025, [first, draft]).versions).toEqual(['2023'])
    const withdrawn = { at: '2025-02-01', because: 'a mistake' }
    const gone = inventedVersion('2025', since(2025), { withdrawn })
    expect(inForce(2025, [first, gone]).versions).toEqual(['2023'])
    expect(inForce(2025, [gone])).toEqual({ versions: [], nearest: [] })
  })

  it('may be several editions', () => {
    const editions = ['a', 'b'].map((edition) =>
      inventedVersion(`2025${edition}`, since(2025), { edition }),
    )
    expect(inForce(2025, editions).versions).toEqual(['2025a', '2025b'])
  })
})

describe('the list of years', () => {
  const dataSet: DataSet = {
    ...{ id: 'd', name: 'Data', methodology: 'm', year: 2019, source: '' },
    ...{ loadedAt: '', loadedBy: '', replaces: null, bodies: 3 },
  }

  it('has every year with anything, newest first, and none in between', () => {
    const years = listYears(methodologies, [dataSet], [], 2026)
    expect(years.map(({ year }) => year)).toEqual([
      ...[2026, 2025, 2024, 2023, 2019],
    ])
    expect(years.at(-1)).toMatchObject({ versions: [], dataSets: 1, runs: 0 })
  })

  it('puts adjacent years together that have the same rules and nothing else', () => {
    const data = { ...dataSet, year: 2025 }
    const years = listYears(methodologies, [data], [], 2028)
    expect(groupYears(years).map((group) => group.years)).toEqual([
      ...[[2028, 2027, 2026], [2025], [2024, 2023]],
    ])
  })
})

describe('the years of a version', () => {
  const from = (year: number) => `from ${year}`
  it('are a range, a year, a list, or have no end', () => {
    expect(yearsText({ kind: 'range', from: 2012, to: 2013 }, from)).toBe(
      '2012–2013',
    )
    expect(yearsText({ kind: 'range', from: 2018, to: 2018 }, from)).toBe(
      '2018',
    )
    expect(yearsText(since(2025), from)).toBe('from 2025')
    expect(yearsText({ kind: 'list', years: [2018, 2020] }, from)).toBe(
      '2018, 2020',
    )
  })
})
