import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sha256 } from '../../../engine/index.js'
import type { MethodologyStore } from '../../../server/methodology-store/methodology-store.js'
import { ServiceRefusal } from '../../../server/service-refusal.js'
import { getText } from '../../../server/repository/texts.js'
import { loadDataSet } from '../../../server/runs/load-data-set.js'
import { readDataText } from '../../../server/runs/read-data-text.js'
import { DATABASES, type TestDatabase } from '../../helpers/databases.js'
import { ACTING, load, tinyStore } from './stored-runs.js'

describe.each(DATABASES)('a data set on $kind', ({ open }) => {
  let opened: TestDatabase
  let store: MethodologyStore

  beforeAll(async () => {
    opened = await open()
    store = await tinyStore(opened.database)
  })
  afterAll(() => opened.close())

  it('is kept under the hash of its canonical data, with who loaded it from where', async () => {
    const { dataSet, isNew } = await load(store, 'id,a,b\nm1,1,2.50\n', 2021)
    const canonical =
      '{"bodies":[{"cells":{"a":"1","b":"2.5"},"id":"m1","name":null,"tables":{}}],"year":2021}'
    expect(isNew).toBe(true)
    expect(dataSet).toEqual({
      ...{ id: await sha256(canonical), name: 'Data of 2021', bodies: 1 },
      ...{ methodology: 'tiny', year: 2021, source: 'hand', replaces: null },
      ...{ loadedAt: ACTING.at, loadedBy: 'Aigul' },
    })
    const { text } = await getText(store.database, dataSet.id)
    expect(text).toBe(canonical)
  })

  it('is one, however the same data are written, and keeps its first name', async () => {
    const csv = await load(store, 'id,b,a\nm2,2,1\nm1,,3\n', 2020)
    const text =
      '{"year": 2020, "bodies": [{"id": "m1", "a": 3.0}, {"id": "m2", "a": "1", "b": 2}]}'
    const data = readDataText({ format: 'json', text, file: 'x.json' }, 2020)
    const json = await loadDataSet(
      store,
      { methodology: 'tiny', year: 2020, data, name: 'Second', source: '' },
      ACTING,
    )
    expect(json).toMatchObject({ isNew: false, dataSet: csv.dataSet })
  })

  it('keeps a missing value, an empty text and zero apart', async () => {
    const of = async (cell: string) => {
      const text = `{"year": 2019, "bodies": [{"id": "m1"${cell}}]}`
      const data = readDataText({ format: 'json', text, file: 'x.json' }, 2019)
      const request = { methodology: 'tiny', year: 2019, data, name: '' }
      const done = loadDataSet(store, { ...request, source: '' }, ACTING)
      return done.then(
        ({ dataSet }) => dataSet.id,
        (error: unknown) => (error as ServiceRefusal).code,
      )
    }
    const absent = await of('')
    expect(await of(', "a": null')).toBe(absent)
    const zero = await of(', "a": 0')
    expect(zero).not.toBe(absent)
    expect(await of(', "a": "0"')).toBe(zero)
    expect(await of(', "a": ""')).toBe('DATA_REFUSED')
  })

  it('is refused with every bad cell at once', async () => {
    const text = 'id,a,b\nm1,one,2\nm2,1,two\nm2,3,4\n'
    const refused = load(store, text, 2021)
    const error = await refused.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ServiceRefusal)
    const { code, problems } = error as ServiceRefusal
    expect(code).toBe('DATA_REFUSED')
    const places = problems.map(({ line, body, column }) => [
      line,
      body,
      column,
    ])
    expect(places).toEqual([
      [2, 'm1', 'a'],
      [3, 'm2', 'b'],
      [4, 'm2', 'id'],
    ])
  })

  it('that corrects another says which and lists the cells that differ', async () => {
    const wrong = await load(store, 'id,a,b\nm1,1,2\nm2,3,4\nm3,5,6\n', 2022)
    const replaces = wrong.dataSet.id
    const right = 'id,name,a,b\nm1,,1,2\nm2,Second,,4.5\nm4,,7,8\n'
    const { dataSet, differences } = await load(store, right, 2022, {
      replaces,
    })
    expect(dataSet.replaces).toBe(replaces)
    const on = { row: null }
    expect(differences).toEqual([
      { ...on, body: 'm2', column: 'a', before: '3', after: null },
      { ...on, body: 'm2', column: 'b', before: '4', after: '4.5' },
      { ...on, body: 'm2', column: 'name', before: null, after: 'Second' },
      {
        ...{ ...on, body: 'm3', column: null },
        ...{ before: 'a body of the data', after: null },
      },
      {
        ...{ ...on, body: 'm4', column: null },
        ...{ before: null, after: 'a body of the data' },
      },
    ])
    await expect(
      load(store, right, 2022, { replaces: dataSet.id }),
    ).rejects.toMatchObject({ code: 'DATA_SET_SAME' })
    await expect(
      load(store, right, 2022, { replaces: 'f'.repeat(64) }),
    ).rejects.toMatchObject({ code: 'DATA_SET_UNKNOWN' })
  })
})
