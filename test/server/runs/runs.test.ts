import { readFile } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sha256 } from '../../../engine/index.js'
import type { MethodologyStore } from '../../../server/methodology-store/methodology-store.js'
import type { AuditedAction } from '../../../server/repository/acting.js'
import { getRunResult, listRuns } from '../../../server/repository/runs.js'
import { createRun, type CreatedRun } from '../../../server/runs/create-run.js'
import { explainRun } from '../../../server/runs/explain-run.js'
import { exportRun } from '../../../server/runs/export-run.js'
import { importRun } from '../../../server/runs/import-run.js'
import { replayRun } from '../../../server/runs/replay-run.js'
import { DATABASES, type TestDatabase } from '../../helpers/databases.js'
import { run as command } from '../commands/run-in-memory.js'
import { tinyFolder } from '../commands/tiny-methodology.js'
import { ACTING, load, TINY, tinyStore } from './stored-runs.js'

const CSV = {
  2021: 'id,a,b\nm1,1,2\nm2,3,\n',
  2020: 'id,a,b\nm1,0.5,1\nm2,1,1\n',
  2019: 'id,year,b\nm1,2019,7\nm2,2019,8\n',
}

describe.each(DATABASES)('a run on $kind', ({ open }) => {
  const opened: TestDatabase[] = []
  let store: MethodologyStore
  let made: CreatedRun
  let before: CreatedRun

  beforeAll(async () => {
    const test = await open()
    opened.push(test)
    store = await tinyStore(test.database)
    const id = async (year: 2019 | 2020 | 2021) =>
      (await load(store, CSV[year], year)).dataSet.id
    const of = { methodology: 'tiny' }
    const data = await id(2020)
    before = await createRun(
      store,
      { ...of, year: 2020, dataSet: data },
      ACTING,
    )
    made = await createRun(
      store,
      {
        ...{ ...of, year: 2021, dataSet: await id(2021) },
        previous: [await id(2019)],
        history: [before.stored.id],
      },
      ACTING,
    )
  })
  afterAll(async () => {
    for (const each of opened) await each.close()
  })

  it('has the results, rankings and hashes of the command line', async () => {
    const { folder, rules } = await tinyFolder(
      { '2021.csv': CSV[2021], '2020.csv': CSV[2020], '2019.csv': CSV[2019] },
      { 'tiny/2020.yaml': TINY },
    )
    const score = async (year: string, ...more: readonly string[]) => {
      const output = `${folder}/run-${year}.json`
      const data = ['--year', year, '--data', `${folder}/${year}.csv`]
      const to = ['--rules', rules, '--no-store', '--json', '--output', output]
      await command(['score', 'tiny', ...data, ...more, ...to])
      return JSON.parse(await readFile(output, 'utf8')) as object
    }
    const earlier = await score('2020')
    const expected = await score(
      ...(['2021', '--previous', `${folder}/2019.csv`] as const),
      ...['--history', `${folder}/run-2020.json`],
    )
    const stored = async ({ stored: { id } }: CreatedRun) =>
      JSON.parse(await getRunResult(store.database, id)) as object
    expect(await stored(before)).toEqual(earlier)
    expect(await stored(made)).toEqual(expected)
    // m1: 3 - 1.5 + 2 - 7
    expect(made.result.results[0]?.exact['change']).toBe('-3.5')
  })

  it('is listed with what it was computed from', async () => {
    const { items } = await listRuns(store.database, { limit: 10, year: 2021 })
    expect(items).toEqual([made.stored])
    expect(made.stored).toMatchObject({
      ...{ methodology: 'tiny', version: '2020', year: 2021, edition: null },
      ...{ methodologySha256: await sha256(TINY), createdBy: 'Aigul' },
      ...{ basedOn: [before.stored.id], resultSha256: made.result.sha256 },
    })
  })

  it('is replayed from its texts alone, whatever became of the rules folder', async () => {
    const { sha256: hash } = made.result
    expect(await replayRun(store.database, made.stored.id)).toMatchObject({
      ...{ kind: 'identical', written: hash, computed: hash },
    })
  })

  it('that was changed in the database is named by its first value that differs', async () => {
    const { database } = store
    const { dataSet } = made.stored
    const request = { methodology: 'tiny', year: 2021, dataSet }
    const { stored } = await createRun(store, request, ACTING)
    const result = await getRunResult(database, stored.id)
    const changed = result.replace('"total": "3"', '"total": "4"')
    expect(changed).not.toBe(result)
    await database
      .updateTable('runs')
      .set({ result: changed } as object)
      .where('id', '=', stored.id)
      .execute()
    expect(await replayRun(database, stored.id)).toMatchObject({
      kind: 'different',
      difference: {
        ...{ body: 'm1', what: 'total', written: '"4"', computed: '"3"' },
      },
    })
    await expect(
      explainRun(database, stored.id, 'm1', 'total'),
    ).rejects.toMatchObject({ code: 'RUN_DIFFERS' })
    const year = { methodology: 'tiny', year: 2022 }
    const later = await load(store, 'id,a,b\nm1,1,2\n', 2022)
    await expect(
      createRun(
        store,
        { ...year, dataSet: later.dataSet.id, history: [stored.id] },
        ACTING,
      ),
    ).rejects.toMatchObject({ code: 'RUN_NOT_USABLE' })
  })

  it('is explained, figure by figure, from the stored texts', async () => {
    const { id } = made.stored
    const explained = await explainRun(store.database, id, 'm1', 'change')
    expect(JSON.stringify(explained)).toContain('3 - 1.5 + 2 - 7')
    const ask = (body: string, output: string) =>
      explainRun(store.database, id, body, output)
    await expect(ask('m9', 'total')).rejects.toMatchObject({
      code: 'BODY_UNKNOWN',
    })
    await expect(ask('m1', 'totl')).rejects.toMatchObject({
      code: 'FIGURE_UNKNOWN',
      message: expect.stringContaining('Did you mean "total"?') as string,
    })
  })

  it('is not stored where its log entry fails, and neither are its texts', async () => {
    const { dataSet } = await load(store, 'id,a,b\nm1,9,9\n', 2022)
    const count = () =>
      store.database
        .selectFrom('runs')
        .select((select) => select.fn.countAll<number>().as('runs'))
        .executeTakeFirstOrThrow()
    const earlier = await count()
    const entries: AuditedAction[] = []
    const audit = (entry: AuditedAction) => {
      entries.push(entry)
      return Promise.reject(new Error('the log is full'))
    }
    const request = { methodology: 'tiny', year: 2022, dataSet: dataSet.id }
    await expect(
      createRun(store, request, { ...ACTING, audit }),
    ).rejects.toThrow('the log is full')
    expect(await count()).toEqual(earlier)
    expect(entries).toMatchObject([
      {
        ...{ action: 'run.created', actor: 'Aigul', at: ACTING.at },
        details: { version: 'tiny@2020', year: 2022, data: dataSet.id },
      },
    ])
  })

  it('takes the data and the runs of the years that are meant, and no others', async () => {
    const { dataSet, id } = made.stored
    const ask = (more: object) =>
      createRun(
        store,
        { methodology: 'tiny', year: 2021, dataSet, ...more },
        ACTING,
      )
    await expect(ask({ year: 2020 })).rejects.toMatchObject({
      code: 'DATA_REFUSED',
      problems: [{ code: 'DATA_YEAR_MISMATCH' }],
    })
    for (const more of [
      { history: [id] },
      { from: [id] },
      { previous: [dataSet] },
      { history: [before.stored.id, before.stored.id] },
    ]) {
      await expect(ask(more)).rejects.toMatchObject({ code: 'RUN_NOT_USABLE' })
    }
    await expect(ask({ history: ['nothing'] })).rejects.toMatchObject({
      code: 'RUN_UNKNOWN',
    })
    await expect(ask({ register: 'f'.repeat(64) })).rejects.toMatchObject({
      code: 'REGISTER_NOT_USED',
    })
  })

  describe.each(DATABASES)('exported to an empty $kind', (there) => {
    let other: TestDatabase
    let document: string

    beforeAll(async () => {
      other = await there.open()
      opened.push(other)
      document = JSON.stringify(await exportRun(store.database, made.stored.id))
    })

    it('is refused where a byte of a text was changed, with both hashes', async () => {
      const changed = document.replace('Tiny index', 'Tiny Index')
      const expected = await sha256(TINY)
      const found = await sha256(TINY.replace('Tiny index', 'Tiny Index'))
      await expect(
        importRun(other.database, changed, ACTING),
      ).rejects.toMatchObject({
        code: 'EXPORT_CONTRADICTS',
        message: `A text of it (methodology) was changed: sha256 ${expected} was expected, and ${found} was found. Ask for a new export.`,
      })
    })

    it('is refused where a figure was changed, or a text was taken out', async () => {
      const figure = document.replace('-3.5', '-4.5')
      await expect(
        importRun(other.database, figure, ACTING),
      ).rejects.toMatchObject({ code: 'EXPORT_CONTRADICTS' })
      const less = JSON.parse(document) as { texts: unknown[] }
      less.texts.shift()
      await expect(
        importRun(other.database, JSON.stringify(less), ACTING),
      ).rejects.toMatchObject({
        message: `The document lacks the methodology tiny@2020: sha256 ${await sha256(TINY)} was expected.`,
      })
    })

    it('is refused where it is no exported run', async () => {
      for (const text of ['', '[]', '{"olshemRun": 2}', '{"olshemRun": 1}']) {
        await expect(
          importRun(other.database, text, ACTING),
        ).rejects.toMatchObject({ code: 'EXPORT_UNREADABLE' })
      }
    })

    it('replays identical, and is imported once', async () => {
      const acting = { actor: 'Bolat', at: '2027-01-01T00:00:00.000Z' }
      const first = await importRun(other.database, document, acting)
      expect(first).toEqual({
        isNew: true,
        stored: {
          ...made.stored,
          ...{ createdAt: acting.at, createdBy: 'Bolat' },
        },
      })
      const again = await importRun(other.database, document, ACTING)
      expect(again).toEqual({ ...first, isNew: false })
      const replay = await replayRun(other.database, made.stored.id)
      expect(replay.kind).toBe('identical')
      const exported = await exportRun(other.database, made.stored.id)
      expect(JSON.stringify(exported)).toBe(document)
    })
  })
})
