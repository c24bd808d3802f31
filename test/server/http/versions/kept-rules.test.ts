/** The rules of a server are those of its folder and of the database as they are at each request. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import { sha256 } from '../../../../engine/index.js'
import type { Database } from '../../../../server/database/tables.js'
import { actingNow, SERVER } from '../../../../server/http/acting.js'
import { importFolder } from '../../../../server/methodology-store/import-folder.js'
import { insertMethodologyVersion } from '../../../../server/repository/methodology-versions.js'
import { putText } from '../../../../server/repository/texts.js'
import { DATABASES } from '../../../helpers/databases.js'
import { testedApp, type TestedApp } from '../../../helpers/http-app.js'
import { tiny } from '../../commands/tiny-methodology.js'
import { keptFolder } from '../kept-folder.js'

const AT = '2026-11-22T10:00:00.000Z'

describe.each(DATABASES)('the rules of a server on $kind', ({ open }) => {
  const ends: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  async function server() {
    const { database, close } = await open()
    const rules = await keptFolder({ 'tiny/2020.yaml': tiny() })
    await importFolder(database, rules, actingNow(SERVER))
    const store = { database, rules }
    const app = await testedApp({ rules }, undefined, { store })
    ends.push(
      close,
      () => app.close(),
      () => rm(rules, { recursive: true }),
    )
    return { app, database, file: join(rules, 'tiny/2020.yaml') }
  }

  it('refuse a published file that was changed for as long as it is, on every address that uses it', async () => {
    const { app, file } = await server()
    const text = await readFile(file, 'utf8')
    expect(await scored(app, { year: 2021 })).toMatchObject({ total: 3 })
    await writeFile(file, text.replace('Tiny index', 'Tiny lndex'))
    const refused = { status: 409, code: 'VERSION_CHANGED' }
    expect(await scored(app, { year: 2021 })).toMatchObject(refused)
    for (const path of [
      '/versions/2020',
      '/versions/2020/template',
      '/versions/2020/input-schema',
      '/in-force?year=2021',
      '/diff?from=2020&to=2020',
    ]) {
      expect(await asked(app, `/v1/methodologies/tiny${path}`)).toMatchObject(
        refused,
      )
    }
    await writeFile(file, text)
    expect(await scored(app, { year: 2021 })).toMatchObject({ total: 3 })
  })

  it('have a version that another server published, at once and without a file', async () => {
    const { app, database } = await server()
    const unknown = { status: 404, code: 'VERSION_UNKNOWN' }
    const next = { year: 2024, version: '2023' }
    expect(await scored(app, next)).toMatchObject(unknown)
    const { version, hash } = await publish(database)
    expect(await scored(app, next)).toMatchObject({ version, sha256: hash })
    // It is in force for its years too.
    expect(await scored(app, { year: 2024 })).toMatchObject({ version })
    const yaml = await app.ask({
      url: '/v1/methodologies/tiny/versions/2023',
      headers: { accept: 'application/yaml' },
    })
    expect(await sha256(yaml.body)).toBe(hash)
  })

  it('use no version that was withdrawn, and list it as such', async () => {
    const { app, database } = await server()
    await database
      .updateTable('methodology_versions')
      .set({
        status: 'withdrawn',
        withdrawn_at: AT,
        withdrawn_because: 'court',
      })
      .execute()
    expect(await scored(app, { year: 2021, version: '2020' })).toMatchObject({
      status: 409,
      code: 'VERSION_WITHDRAWN',
    })
    expect(await scored(app, { year: 2021 })).toMatchObject({ status: 404 })
    const list = await asked(app, '/v1/methodologies/tiny')
    expect(list).toMatchObject({
      versions: [{ withdrawn: { at: AT, because: 'court' } }],
    })
  })

  it('refuse a file that says otherwise than the database, though the folder has no lock', async () => {
    const { app, database, file } = await server()
    await publish(database)
    const other = LATER.replace('Tiny index', 'Another index')
    await writeFile(file.replace('2020', '2023'), other)
    expect(await scored(app, { year: 2024 })).toMatchObject({
      status: 409,
      code: 'VERSION_CHANGED',
    })
  })
})

const LATER = tiny({ version: '2023', years: '{ from: 2023 }' })

/** As another server does it. */
async function publish(database: Database) {
  const hash = await putText(database, 'methodology', LATER, AT)
  await insertMethodologyVersion(database, {
    methodology: 'tiny',
    version: '2023',
    sha256: hash,
    status: 'published',
    edition: null,
    origin: 'published',
    publishedAt: AT,
    withdrawnAt: null,
    withdrawnBecause: null,
  })
  return { version: '2023', hash }
}

interface Asked {
  readonly year: number
  readonly version?: string
}

/** 1 + 2, by the rules that are served. */
async function scored(app: TestedApp, options: Asked) {
  const bodies = [{ id: 'x', a: 1, b: 2 }]
  const response = await app.ask({
    method: 'POST',
    url: '/v1/score',
    payload: { methodology: 'tiny', ...options, bodies },
  })
  if (response.statusCode !== 200) return problemOf(response)
  const { methodology, results } = response.json<{
    methodology: { version: string; sha256: string }
    results: { outputs: { total: number } }[]
  }>()
  return { ...methodology, total: results[0]?.outputs.total }
}

async function asked(app: TestedApp, url: string): Promise<unknown> {
  const response = await app.ask({ url })
  return response.statusCode === 200 ? response.json() : problemOf(response)
}

function problemOf(response: { statusCode: number; json: () => unknown }) {
  return { ...(response.json() as object), status: response.statusCode }
}
