/** Data sets, their tables and what of them changes, as the screens show them. */
import { describe, expect, it } from 'vitest'

import type { DataSet, ListedVersion } from '../../../studio/api/answers.js'
import { actorOf } from '../../../studio/session/actor.js'
import {
  correctionsOf,
  versionOfYear,
} from '../../../studio/features/data/data-sets.js'
import {
  dataTables,
  rowsWith,
  type CanonicalRow,
} from '../../../studio/features/data/data-tables.js'
import { differenceOf } from '../../../studio/features/data/difference.js'

const row = (given: Partial<CanonicalRow>): CanonicalRow => ({
  ...{ id: null, name: null, cells: {}, tables: {} },
  ...given,
})

const bodies = [
  row({
    id: 'almaty',
    name: 'Алматы',
    cells: { goals: '80.125', extra: true },
    tables: {
      goals: [
        row({ id: 'g1', tables: { parts: [row({ cells: { x: '1' } })] } }),
      ],
    },
  }),
  row({ id: 'astana', cells: { extra: false } }),
]

describe('tables of a data set', () => {
  const order = (table: string) =>
    table === 'bodies' ? ['orgdev', 'goals'] : []
  const tables = dataTables(bodies, order)

  it('have the columns of the methodology first, in its order, filled or not', () => {
    expect(tables[0]?.columns).toEqual(['orgdev', 'goals', 'extra'])
  })

  it('have each row below a body with the ids around it', () => {
    expect(tables.map(({ name }) => name)).toEqual([
      ...['bodies', 'goals', 'goals.parts'],
    ])
    expect(tables[2]).toMatchObject({
      above: ['body', 'goals'],
      hasIds: false,
      rows: [{ above: ['almaty', 'g1'], row: { cells: { x: '1' } } }],
    })
  })

  it('are searched by ids, names and values, whatever the case', () => {
    const found = (sought: string) =>
      tables[0] ? rowsWith(tables[0], sought).map((each) => each.row.id) : []
    expect(found('АЛМА')).toEqual(['almaty'])
    expect(found('80.1')).toEqual(['almaty'])
    expect(found(' ')).toEqual(['almaty', 'astana'])
  })
})

describe('a data set', () => {
  it('is replaced by those that say so', () => {
    const set = (id: string, replaces: string | null) =>
      ({ id, replaces }) as DataSet
    const sets = [set('c', 'a'), set('b', 'a'), set('a', null)]
    expect(correctionsOf('a', sets).map(({ id }) => id)).toEqual(['c', 'b'])
  })

  it('is described by the published version that assesses its year', () => {
    const version = (name: string, from: number, to: number | null) =>
      ({
        ...{ version: name, status: 'published', withdrawn: null },
        years: { kind: 'range', from, to },
      }) as ListedVersion
    const versions = [version('2010', 2010, 2017), version('2018', 2018, null)]
    const draft = { ...version('2019', 2018, null), status: 'draft' as const }
    const among = [...versions, draft]
    expect(versionOfYear(among, 2017)?.version).toBe('2010')
    expect(versionOfYear(among, 2020)?.version).toBe('2018')
    expect(versionOfYear(among, 1990)?.version).toBe('2018')
    expect(versionOfYear([], 2020)).toBeNull()
  })

  it('was loaded by somebody who is named where the name may be known', () => {
    const named = (actor: string) => actorOf(actor, { 'user:7': 'Aigul' })
    expect(named('user:7')).toEqual({ kind: 'named', name: 'Aigul' })
    expect(named('user:8')).toEqual({ kind: 'named', name: 'user:8' })
    expect(named('key:7')).toEqual({ kind: 'named', name: 'key:7' })
    expect(named('server')).toEqual({ kind: 'server' })
  })
})

describe('a difference', () => {
  it('is of a cell, or of a row that one of the two sets lacks', () => {
    const place = { body: 'almaty', row: 'goals[g1]' }
    const whole = 'a row of the data'
    const kind = (
      column: string | null,
      before: string | null,
      after: string | null,
    ) => differenceOf({ ...place, column, before, after }).kind
    expect(kind('plan', '1', null)).toBe('cell')
    expect(kind(null, null, whole)).toBe('added')
    expect(kind(null, whole, null)).toBe('removed')
  })
})
