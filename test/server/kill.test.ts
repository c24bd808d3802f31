/**
 * A server that is killed (SIGKILL) at random moments, most of them with requests
 * under way, loses nothing that it acknowledged, and leaves nothing half-written.
 * This does not prove that nothing is lost when the power fails: what a killed
 * process has written is still with the system, which then writes it to the disk.
 *
 * OLSHEM_TEST_KILLS says how often; default 20, and 100 under CI=true.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  closeDatabase,
  openDatabase,
} from '../../server/database/open-database.js'
import { builtPrograms } from '../helpers/built-programs.js'
import { findHalves } from '../helpers/half-written.js'
import { REQUEST_KINDS, type Acknowledged } from '../helpers/kill-requests.js'
import {
  killFirstStart,
  startServer,
  type RunningServer,
  type ServerFolders,
} from '../helpers/killed-server.js'
import { tiny } from './commands/tiny-methodology.js'
import { keptFolder } from './http/kept-folder.js'

const KILLS = Number(
  process.env['OLSHEM_TEST_KILLS'] ??
    (process.env['CI'] === 'true' ? '100' : '20'),
)

/** Servers at a time, each with folders of its own. */
const LANES = 2
/** Of one database: the first while it is made, the others with requests under way. */
const KILLS_OF_ONE = 10
/** Requests at a time. */
const ASKERS = 4
/** What is acknowledged before the kill, at most, and how long is waited after that. */
const MOST_ANSWERS = 12
const MOST_MILLISECONDS = 50
const LATEST_MILLISECONDS = 3_000

const folders: string[] = []
let rules: string

beforeAll(async () => {
  await builtPrograms()
  rules = await keptFolder({ 'tiny/2020.yaml': tiny() })
  folders.push(rules)
}, 120_000)

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

interface Tally {
  kills: number
  inFlight: number
  acknowledged: number
}

it('loses nothing that was acknowledged, however often it is killed', async () => {
  const tally: Tally = { kills: 0, inFlight: 0, acknowledged: 0 }
  const lane = async () => {
    while (tally.kills < KILLS) await killOver(tally)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const { kills, inFlight, acknowledged } = tally
  process.stderr.write(
    `kill test: ${kills} kills, ${inFlight} in flight (${acknowledged} requests acknowledged)\n`,
  )
  expect(kills).toBe(KILLS)
  expect(inFlight).toBeGreaterThanOrEqual(0.8 * KILLS)
  expect(acknowledged).toBeGreaterThan(inFlight)
}, 900_000)

/** The kills of one database, from its making on. */
async function killOver(tally: Tally): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'olshem-kill-'))
  folders.push(data)
  const place = { data: join(data, 'data'), rules }
  const known: Acknowledged[] = []
  tally.kills += 1
  await killFirstStart(place)
  for (let count = 1; count < KILLS_OF_ONE && tally.kills < KILLS; count += 1) {
    tally.kills += 1
    const server = await startServer(place)
    await check(place, known)
    // Not `+= await`: the other lane counts meanwhile.
    const wasInFlight = await killAtWork(server, known)
    if (wasInFlight) tally.inFlight += 1
  }
  const last = await startServer(place)
  await check(place, known)
  await last.kill()
  tally.acknowledged += known.length
}

/** @returns whether a request was under way when the server was killed */
async function killAtWork(
  { address, kill }: RunningServer,
  known: Acknowledged[],
): Promise<boolean> {
  let underWay = 0
  const killing = new AbortController()
  const isOver = () => killing.signal.aborted
  const ask = async () => {
    while (!isOver()) {
      const kind =
        REQUEST_KINDS[Math.floor(Math.random() * REQUEST_KINDS.length)]
      underWay += 1
      try {
        const done = await kind?.send(address, known)
        if (done) known.push(done)
      } catch (error) {
        if (!isOver()) throw error
      } finally {
        underWay -= 1
      }
    }
  }
  const asking = Array.from({ length: ASKERS }, ask)
  const enough = known.length + Math.floor(Math.random() * MOST_ANSWERS)
  const latest = Date.now() + LATEST_MILLISECONDS
  while (known.length < enough && Date.now() < latest) await wait(1)
  await wait(Math.random() * MOST_MILLISECONDS)
  killing.abort()
  const isAtWork = underWay > 0
  await kill()
  await Promise.all(asking)
  return isAtWork
}

async function check(
  { data }: ServerFolders,
  known: readonly Acknowledged[],
): Promise<void> {
  const database = await openDatabase({ file: join(data, 'olshem.db') })
  try {
    expect(await findHalves(database)).toEqual([])
    const lost: string[] = []
    for (const { kind, id, isKept } of known) {
      if (!(await isKept(database))) lost.push(`${kind} ${id}`)
    }
    expect(lost).toEqual([])
  } finally {
    await closeDatabase(database)
  }
}
