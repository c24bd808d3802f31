/** Versions over the reporting years: gaps, overlaps, lists of years, open ends. */
import { describe, expect, it } from 'vitest'

import {
  axisOf,
  columnsOf,
} from '../../../studio/features/methodologies/axis.js'
import {
  timelineOf,
  type DatedVersion,
} from '../../../studio/features/methodologies/timeline.js'

const TODAY = 2026

function range(
  version: string,
  from: number,
  to: number | null,
  more: Partial<DatedVersion> = {},
): DatedVersion {
  return {
    ...{ version, years: { kind: 'range', from, to }, edition: null },
    ...{ status: 'published', withdrawn: null, supersededBy: null },
    ...more,
  }
}

function list(version: string, ...years: readonly number[]): DatedVersion {
  return range(version, 0, 0, { years: { kind: 'list', years: [...years] } })
}

function statesOf(...versions: readonly DatedVersion[]) {
  return timelineOf(versions, TODAY).rows.map(({ version, state }) => [
    version,
    state,
  ])
}

describe('versions over the reporting years', () => {
  it('names the years between two versions that neither covers', () => {
    // The Human Development Index of rules/: 1975-2007, and from 2013 on.
    const { gaps, overlaps } = timelineOf(
      [range('2007', 1975, 2007), range('2014', 2013, null)],
      TODAY,
    )
    expect(gaps).toEqual([{ from: 2008, to: 2012 }])
    expect(overlaps).toEqual([])
  })

  it('finds neither a gap nor an overlap where years follow each other', () => {
    const { gaps, overlaps } = timelineOf(
      [range('2025', 2025, null), range('2023', 2023, 2024)],
      TODAY,
    )
    expect([...gaps, ...overlaps]).toEqual([])
  })

  it('finds no gap inside a long version because a short one ends in it', () => {
    const { gaps } = timelineOf(
      [range('a', 2000, 2010), list('b', 2003), range('c', 2012, 2013)],
      TODAY,
    )
    expect(gaps).toEqual([{ from: 2011, to: 2011 }])
  })

  it('names the years that two versions cover, also without an end', () => {
    const { overlaps } = timelineOf(
      [range('a', 2010, 2014), range('b', 2013, null), range('c', 2020, null)],
      TODAY,
    )
    expect(overlaps).toEqual([
      {
        span: { from: 2013, to: 2014 },
        versions: ['a', 'b'],
        areEditions: false,
      },
      {
        span: { from: 2020, to: null },
        versions: ['b', 'c'],
        areEditions: false,
      },
    ])
  })

  it('says of editions that they cover the same years on purpose', () => {
    const { overlaps } = timelineOf(
      [
        range('a', 2020, 2021, { edition: 'spring' }),
        range('b', 2021, 2022, { edition: 'autumn' }),
      ],
      TODAY,
    )
    expect(overlaps).toEqual([
      {
        span: { from: 2021, to: 2021 },
        versions: ['a', 'b'],
        areEditions: true,
      },
    ])
  })

  it('makes one span of listed years that follow each other', () => {
    const { rows, gaps } = timelineOf([list('a', 2018, 2014, 2015)], TODAY)
    expect(rows[0]?.spans).toEqual([
      { from: 2014, to: 2015 },
      { from: 2018, to: 2018 },
    ])
    expect(gaps).toEqual([{ from: 2016, to: 2017 }])
  })

  it('ends a version without a last year where its successor begins', () => {
    const { rows, overlaps } = timelineOf(
      [range('a', 2010, null, { supersededBy: 'b' }), range('b', 2020, null)],
      TODAY,
    )
    expect(rows[0]?.spans).toEqual([{ from: 2010, to: 2019 }])
    expect(overlaps).toEqual([])
  })

  it('says which version is in force, and of the others why not', () => {
    expect(
      statesOf(
        range('past', 2010, 2011),
        range('superseded', 2012, null, { supersededBy: 'now' }),
        range('now', 2020, 2026),
        range('future', 2027, null),
        range('withdrawn', 2030, null, {
          withdrawn: { at: '2026-01-01T00:00:00.000Z', because: 'a mistake' },
        }),
        range('draft', 2031, null, { status: 'draft' }),
      ),
    ).toEqual([
      ['past', 'past'],
      ['superseded', 'superseded'],
      ['now', 'in-force'],
      ['future', 'future'],
      ['withdrawn', 'withdrawn'],
      ['draft', 'draft'],
    ])
  })

  it('counts neither withdrawn versions nor drafts of files as covering a year', () => {
    const withdrawn = { at: '2026-01-01T00:00:00.000Z', because: 'a mistake' }
    const { gaps, overlaps } = timelineOf(
      [
        range('a', 2010, 2011),
        range('b', 2011, 2013, { withdrawn }),
        range('c', 2011, 2013, { status: 'draft' }),
        range('d', 2014, null),
      ],
      TODAY,
    )
    expect(gaps).toEqual([{ from: 2012, to: 2013 }])
    expect(overlaps).toEqual([])
  })
})

describe('the axis', () => {
  it('reaches from the first year of any methodology to a year behind today', () => {
    const axis = axisOf(
      [
        timelineOf([range('a', 1975, 2007)], TODAY),
        timelineOf([list('b', 2018)], TODAY),
      ],
      TODAY,
    )
    expect(axis).toMatchObject({ first: 1975, last: 2027 })
    // 53 years, at most 12 written: every fifth.
    expect(axis.ticks).toEqual([
      1975, 1980, 1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025,
    ])
  })

  it('gives a column to each year and the last one to what has no end', () => {
    const axis = { first: 2020, last: 2027, ticks: [] }
    expect(columnsOf({ from: 2020, to: 2020 }, axis)).toEqual({
      start: 1,
      end: 2,
    })
    expect(columnsOf({ from: 2025, to: null }, axis)).toEqual({
      start: 6,
      end: 9,
    })
  })
})
