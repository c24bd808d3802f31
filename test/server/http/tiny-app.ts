/** A server on a database with a tiny methodology, and ways to give it data and runs. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  closeDatabase,
  openDatabase,
} from '../../../server/database/open-database.js'
import { actingNow, SERVER } from '../../../server/http/acting.js'
import { Signer } from '../../../server/installation/signer.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import type { DatabaseKind } from '../../helpers/databases.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'
import { tiny } from '../commands/tiny-methodology.js'
import { keptFolder } from './kept-folder.js'

export interface TinyApp extends TestedApp {
  readonly post: (
    url: string,
    body: object | string,
    type?: string,
  ) => ReturnType<TestedApp['ask']>
  /** Loads CSV of a year and scores it; gives the id of the run. */
  readonly run: (csv: string, year?: number) => Promise<string>
}

export interface TinyServers {
  /** The rules folder. */
  readonly rules: string
  /** Where the key is. */
  readonly dataFolder: string
  readonly database: Awaited<ReturnType<typeof openDatabase>>
  /** A server with a connection of its own. */
  readonly start: () => Promise<TinyApp>
  readonly close: () => Promise<void>
}

export async function tinyServers({
  open,
}: DatabaseKind): Promise<TinyServers> {
  const { database, place, close } = await open()
  const rules = await keptFolder({ 'tiny/2020.yaml': tiny() })
  const dataFolder = await mkdtemp(join(tmpdir(), 'olshem-data-'))
  await importFolder(database, rules, actingNow(SERVER))
  const start = async () => {
    const own = await openDatabase(place)
    const signer = await Signer.open(own, { dataFolder, environment: {} })
    const store = { database: own, rules }
    const server = await testedApp({ rules }, undefined, { store, signer })
    const closeBoth = async () => {
      await server.close()
      await closeDatabase(own)
    }
    return { ...withRuns(server), close: closeBoth }
  }
  const closeAll = async () => {
    await close()
    for (const folder of [rules, dataFolder]) {
      await rm(folder, { recursive: true })
    }
  }
  return { rules, dataFolder, database, start, close: closeAll }
}

function withRuns(server: TestedApp): TinyApp {
  const post: TinyApp['post'] = (url, body, type = 'application/json') =>
    server.ask({
      method: 'POST',
      url,
      payload: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': type },
    })
  const run = async (csv: string, year = 2021) => {
    const about = `methodology=tiny&year=${year}&name=Data&source=hand`
    const loaded = await post(`/v1/data-sets?${about}`, csv, 'text/csv')
    const dataSet = loaded.json<{ dataSet: { id: string } }>().dataSet.id
    const asked = { methodology: 'tiny', year, dataSet }
    const made = await post('/v1/runs', asked)
    return made.json<{ run: { id: string } }>().run.id
  }
  return { ...server, post, run }
}
