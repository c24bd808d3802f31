/** Workbooks, archives and registers that are sent, and data sets and runs as tables, on both databases. */
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DATA_LIMITS } from '../../../engine/index.js'
import { readCsv } from '../../../server/data/read-csv.js'
import { readXlsx } from '../../../server/data/read-xlsx.js'
import { verifyChain } from '../../../server/audit/verify-chain.js'
import { readWorkbook } from '../../../server/xlsx/read-workbook.js'
import { XLSX_TYPE } from '../../../server/xlsx/write-workbook.js'
import { DATABASES, type TestDatabase } from '../../helpers/databases.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'
import { rows, text, value, workbook } from '../../helpers/workbook.js'
import { tinyStore } from '../runs/stored-runs.js'

const LOAD =
  '/v1/data-sets?methodology=tiny&year=2021&name=Деректер&source=hand'
const HEADER =
  text('A1', 'id') + text('B1', 'name') + text('C1', 'a') + text('D1', 'b')

function bodies(...lines: readonly string[]): Uint8Array {
  return workbook({ sheets: { bodies: rows(HEADER, ...lines) } })
}

interface Loaded {
  readonly dataSet: { readonly id: string }
  readonly isNew: boolean
  readonly differences: readonly unknown[] | null
}

describe.each(DATABASES)('tables over HTTP on $kind', ({ open }) => {
  let opened: TestDatabase
  let app: TestedApp

  beforeAll(async () => {
    opened = await open()
    const store = await tinyStore(opened.database)
    app = await testedApp({}, undefined, { store })
  })
  afterAll(async () => {
    await app.close()
    await opened.close()
  })

  const post = (url: string, payload: Uint8Array | string, type: string) =>
    app.ask({
      method: 'POST',
      url: encodeURI(url),
      payload: Buffer.from(payload),
      headers: { 'content-type': type },
    })
  const get = (url: string) => app.ask({ url })
  const load = async (csv: string, more = '') => {
    const answer = await post(`${LOAD}${more}`, csv, 'text/csv')
    expect(answer.statusCode).toBe(201)
    return answer.json<Loaded>()
  }
  const score = async (dataSet: string) => {
    const asked = JSON.stringify({ methodology: 'tiny', year: 2021, dataSet })
    const answer = await post('/v1/runs', asked, 'application/json')
    expect(answer.statusCode).toBe(201)
    return answer.json<{ run: { id: string } }>().run.id
  }

  it('take a workbook, an archive and CSV of the same data as one data set', async () => {
    const csv = await load('id,name,a,b\nx1,Қаржы,1.1,2\n')
    const line = text('A2', 'x1') + text('B2', 'Қаржы')
    const sheet = bodies(
      line + value('C2', '1.1000000000000001') + value('D2', '2'),
    )
    const fromSheet = await post(LOAD, sheet, XLSX_TYPE)
    const csvFile = strToU8('id,name,a,b\nx1,Қаржы,1.1,2\n')
    const zip = zipSync({
      'data/bodies.csv': csvFile,
      'data/readme.txt': csvFile,
    })
    const fromZip = await post(LOAD, zip, 'application/zip')
    for (const answer of [fromSheet, fromZip]) {
      expect(answer.statusCode).toBe(201)
      expect(answer.json()).toMatchObject({
        isNew: false,
        dataSet: { id: csv.dataSet.id },
      })
    }
  })

  it('tell every bad cell of a workbook at once, and keep nothing', async () => {
    const sheet = bodies(
      text('A2', 'y1') + value('C2', '#N/A', 't="e"') + text('D2', 'two'),
      text('A3', 'y2') + '<c r="C3"><f>1+1</f></c>' + value('D3', '1'),
    )
    const answer = await post(LOAD, sheet, XLSX_TYPE)
    expect(answer.statusCode).toBe(422)
    const { code, errors } = answer.json<{
      code: string
      errors: { code: string; line: number; body: string; column: string }[]
    }>()
    expect(code).toBe('DATA_REFUSED')
    expect(
      errors.map((each) => [each.code, each.line, each.body, each.column]),
    ).toEqual([
      ['CELL_ERROR', 2, 'y1', 'a'],
      ['CELL_NOT_A_NUMBER', 2, 'y1', 'b'],
      ['CELL_NOT_COMPUTED', 3, 'y2', 'a'],
    ])
  })

  it('refuse a workbook with a decimal comma, which it cannot have', async () => {
    const answer = await post(
      `${LOAD}&decimal=comma`,
      bodies(text('A2', 'z')),
      XLSX_TYPE,
    )
    expect(answer.statusCode).toBe(422)
  })

  it('give a data set as CSV and as a workbook that are read back to the same data', async () => {
    const csv = 'id,name,a,b\n=m,\'=SUM(1),-5,0\nm2,"\'\'n, ""roll""",,0.1\n'
    const { dataSet } = await load(csv)
    const asCsv = await get(`/v1/data-sets/${dataSet.id}/data?format=csv`)
    expect(asCsv.body).toBe(
      'id,name,a,b\n\'=m,\'=SUM(1),-5,0\nm2,"\'\'n, ""roll""",,0.1\n',
    )
    expect(asCsv.headers['content-disposition']).toBe(
      'attachment; filename="________.csv"; filename*=UTF-8\'\'%D0%94%D0%B5%D1%80%D0%B5%D0%BA%D1%82%D0%B5%D1%80.csv',
    )
    expect((await load(asCsv.body)).dataSet.id).toBe(dataSet.id)
    const asXlsx = await get(`/v1/data-sets/${dataSet.id}/data?format=xlsx`)
    expect(asXlsx.headers['content-type']).toBe(XLSX_TYPE)
    const again = await post(LOAD, asXlsx.rawPayload, XLSX_TYPE)
    expect(again.json<Loaded>().dataSet.id).toBe(dataSet.id)
    const plain = await get(`/v1/data-sets/${dataSet.id}/data`)
    expect(plain.headers['content-type']).toContain('application/json')
  })

  it('name the tables of a data set where another one is asked for', async () => {
    const { dataSet } = await load('id,a,b\nt1,1,2\n')
    const url = `/v1/data-sets/${dataSet.id}/data`
    const unknown = await get(`${url}?format=csv&table=goals`)
    expect(unknown.json()).toMatchObject({ code: 'TABLE_UNKNOWN' })
    const shape = await get(`${url}?format=xlsx&table=bodies`)
    expect(shape.json()).toMatchObject({ code: 'REQUEST_SHAPE' })
  })

  it('show later which cells a correction changed', async () => {
    const first = await load('id,a,b\nc1,1,2\n')
    const second = await load(
      'id,a,b\nc1,1,3\n',
      `&replaces=${first.dataSet.id}`,
    )
    const asked = await get(`/v1/data-sets/${second.dataSet.id}/differences`)
    expect(asked.json()).toEqual({
      replaces: first.dataSet.id,
      differences: [
        { body: 'c1', row: null, column: 'b', before: '2', after: '3' },
      ],
    })
    const none = await get(`/v1/data-sets/${first.dataSet.id}/differences`)
    expect(none.json()).toEqual({ replaces: null, differences: null })
  })

  it('give a run as CSV, with zero and a missing figure told apart', async () => {
    const { dataSet } = await load('id,name,a,b\nr1,=x,0,0\nr2,,1,\n')
    const run = await score(dataSet.id)
    const answer = await get(`/v1/runs/${run}/result.csv`)
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="tiny-2020-2021.csv"',
    )
    const [header, r1, r2] = answer.body.split('\n')
    expect(header).toMatch(
      /^id,name,status,total,change,place\.total,flags,reasons$/,
    )
    expect(r1).toMatch(/^r1,'=x,scored,0,,1,,/)
    expect(r2).toMatch(/^r2,,not-scored,,,,,"?b: not given/)
  })

  it('give a run as a workbook with its rankings and its rules', async () => {
    const { dataSet } = await load('id,name,a,b\nw1,=x,0.5,0.25\nw2,,1,1\n')
    const run = await score(dataSet.id)
    const answer = await get(`/v1/runs/${run}/result.xlsx`)
    const { sheets, problems } = await readWorkbook(answer.rawPayload, 'run')
    expect(problems).toEqual([])
    expect(sheets.map(({ name }) => name)).toEqual([
      'bodies',
      'place total',
      'rules',
    ])
    const cells = sheets.map(({ read }) =>
      read.table.rows.map((row) => row.cells),
    )
    expect(cells[0]?.[0]?.slice(0, 4)).toEqual(['w1', '=x', 'scored', '0.75'])
    // The greater total comes first: 1 + 1 before 0.5 + 0.25.
    expect(cells[1]).toEqual([
      ['1', 'w2', '', '2'],
      ['2', 'w1', '=x', '0.75'],
    ])
    expect(cells[2]).toContainEqual(['methodology', 'tiny@2020'])
    expect(cells[2]).toContainEqual(['sha256 of the data', dataSet.id])
  })

  it('keep a register from CSV and from a workbook as one state', async () => {
    const url = '/v1/registers?id=units&name=Units'
    const csv =
      'id,valid_from,valid_to,successor,name_en\nu1,2012-01-19,,,Finance\n'
    const first = await post(url, csv, 'text/csv')
    expect(first.statusCode).toBe(201)
    const { register, isNew } = first.json<{
      register: { sha256: string }
      isNew: boolean
    }>()
    expect(isNew).toBe(true)
    const header = ['id', 'valid_from', 'valid_to', 'successor', 'name_en']
    const sheet = workbook({
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
      sheets: {
        Тізілім: rows(
          header.map((name, at) => text(`${'ABCDE'[at]}1`, name)).join(''),
          // 40927 days after 1899-12-30.
          text('A2', 'u1') +
            value('B2', '40927', 's="1"') +
            text('E2', 'Finance'),
        ),
      },
    })
    const again = await post(url, sheet, XLSX_TYPE)
    expect(again.json()).toMatchObject({ isNew: false, register })
    const states = await get('/v1/registers/units')
    expect(states.json()).toEqual({ items: [register], names: {} })
    const all = await get('/v1/registers')
    expect(all.json<{ items: unknown[] }>().items).toContainEqual(register)
    const state = await get(`/v1/registers/units/${register.sha256}`)
    expect(state.json()).toMatchObject({ register: 'units' })
  })

  it('tell what a register would change, and keep nothing of it', async () => {
    const header = 'id,valid_from,valid_to,successor,name_en\n'
    const check = (rows: string, id = 'offices') =>
      post(`/v1/registers/check?id=${id}`, header + rows, 'text/csv')
    const state = 'o1,2012-01-19,,,Finance\no2,2012-01-19,,,Health\n'
    const first = await check(state)
    expect(first.statusCode).toBe(200)
    expect(first.json()).toMatchObject({
      ...{ bodies: 2, isNew: true, before: null },
      differences: [
        { kind: 'body-added', body: 'o1', name: 'Finance' },
        { kind: 'body-added', body: 'o2', name: 'Health' },
      ],
    })
    const none = await get('/v1/registers/offices')
    expect(none.json()).toMatchObject({ code: 'REGISTER_UNKNOWN' })
    await post('/v1/registers?id=offices&name=O', header + state, 'text/csv')
    expect((await check(state)).json()).toMatchObject({
      ...{ isNew: false, differences: [] },
    })
    const renamed = await check(
      'o1,2012-01-19,,,Finance and economy\no3,2020-01-01,,,Water\n',
    )
    expect(renamed.json<{ differences: unknown }>().differences).toEqual([
      {
        ...{ kind: 'cell', body: 'o1', name: 'Finance and economy' },
        ...{ validFrom: '2012-01-19', validTo: null, column: 'name_en' },
        ...{ before: 'Finance', after: 'Finance and economy' },
      },
      {
        ...{ kind: 'body-removed', body: 'o2', name: 'Health' },
        ...{ validFrom: '2012-01-19', validTo: null },
      },
      {
        ...{ kind: 'body-added', body: 'o3', name: 'Water' },
        ...{ validFrom: '2020-01-01', validTo: null },
      },
    ])
    const wrong = await check('o1,2012,,,a\n,,,,b\n')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json<{ errors: unknown[] }>().errors.length).toBeGreaterThan(1)
  })

  it('tell every mistake of a register at once, and keep nothing', async () => {
    const csv =
      'id,valid_from,valid_to,successor\nbad,2012,,\n,2020-01-01,,\nb,2020-01-01,2019-01-01,nobody\n'
    const answer = await post('/v1/registers?id=broken&name=x', csv, 'text/csv')
    expect(answer.statusCode).toBe(422)
    const { code, errors } = answer.json<{ code: string; errors: unknown[] }>()
    expect(code).toBe('DATA_REFUSED')
    expect(errors.length).toBeGreaterThan(2)
    const none = await get('/v1/registers/broken')
    expect(none.json()).toMatchObject({ code: 'REGISTER_UNKNOWN' })
  })

  it('refuse other forms, and fields that are not known', async () => {
    const type = await post(
      '/v1/registers?id=a&name=a',
      '{}',
      'application/json',
    )
    expect(type.statusCode).toBe(415)
    const field = await post(
      '/v1/registers?id=a&name=a&x=1',
      'id\n',
      'text/csv',
    )
    expect(field.statusCode).toBe(400)
  })

  it('log what was loaded, in a chain that is whole', async () => {
    const verified = await verifyChain(opened.database)
    expect(verified).toMatchObject({ faults: [] })
  })

  it('give what readers of files read too', async () => {
    const { dataSet } = await load('id,name,a,b\nf1,@x,1,2\n')
    const csv = await get(`/v1/data-sets/${dataSet.id}/data?format=csv`)
    const xlsx = await get(`/v1/data-sets/${dataSet.id}/data?format=xlsx`)
    const options = {
      year: 2021,
      decimalMark: 'point',
      limits: DATA_LIMITS,
    } as const
    const fromCsv = readCsv(csv.body, 'x', options)
    const fromXlsx = await readXlsx(xlsx.rawPayload, 'x', options)
    for (const { dataset } of [fromCsv, fromXlsx]) {
      expect(dataset.bodies[0]).toMatchObject({
        name: '@x',
        cells: new Map([
          ['a', '1'],
          ['b', '2'],
        ]),
      })
    }
  })
})
