/**
 * A server that is killed (SIGKILL) at random moments, most of them with requests
 * under way, loses nothing that it acknowledged, and leaves nothing half-written:
 * while it makes its tables or brings up older ones, while a version is
 * published, and while data, runs and jobs are stored.
 * This does not prove that nothing is lost when the power fails: what a killed
 * process has written is still with the system, which then writes it to the disk.
 *
 * OLSHEM_TEST_KILLS says how often; default 20, and 100 under CI=true.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  closeDatabase,
  openDatabase,
} from '../../server/database/open-database.js'
import { builtPrograms } from '../helpers/built-programs.js'
import { findHalves } from '../helpers/half-written.js'
import { killAtWork } from '../helpers/kill-at-work.js'
import { publications } from '../helpers/kill-publishing.js'
import {
  addPeople,
  type Acknowledged,
  type People,
} from '../helpers/kill-request.js'
import {
  killWhileMigrating,
  startOn,
  type ServerFolders,
} from '../helpers/killed-server.js'
import {
  copyOlder,
  findFaultyCopies,
  isBeforeItsMigrations,
  olderDatabase,
  type OlderDatabase,
} from '../helpers/older-database.js'
import { tiny } from './commands/tiny-methodology.js'
import { keptFolder } from './http/kept-folder.js'

const KILLS = Number(
  process.env['OLSHEM_TEST_KILLS'] ??
    (process.env['CI'] === 'true' ? '100' : '20'),
)

/** Servers at a time, each with folders of its own. */
const LANES = 2
/** Of one database: the first while its tables are made, the others with requests under way. */
const KILLS_OF_ONE = 10
/** One of so many kills waits for a publication. */
const PUBLISHING = 3

const folders: string[] = []
let rules: string
let older: OlderDatabase

beforeAll(async () => {
  await builtPrograms()
  rules = await keptFolder({ 'tiny/2020.yaml': tiny() })
  older = await olderDatabase()
  folders.push(rules, older.folder)
}, 120_000)

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

class Tally {
  kills = 0
  /** Databases that were begun. */
  begun = 0
  inFlight = 0
  publishing = 0
  migrating = 0
  acknowledged = 0
}

it('loses nothing that was acknowledged, however often it is killed', async () => {
  const tally = new Tally()
  const lane = async () => {
    while (tally.kills < KILLS) await killOver(tally)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const { kills, inFlight, publishing, migrating, acknowledged } = tally
  process.stderr.write(
    `kill test: ${kills} kills, ${inFlight} with a request in flight (${publishing} of them publishing), ${migrating} while migrating; ${acknowledged} requests acknowledged, none lost\n`,
  )
  expect(kills).toBe(KILLS)
  expect(inFlight).toBeGreaterThanOrEqual(0.8 * KILLS)
  expect(publishing).toBeGreaterThan(0)
  expect(migrating).toBeGreaterThan(0)
  expect(acknowledged).toBeGreaterThan(inFlight)
}, 1_800_000)

/** The kills of one database, from its making on: of an empty folder, or of older tables. */
async function killOver(tally: Tally): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'olshem-kill-'))
  folders.push(folder)
  const place = { data: join(folder, 'data'), rules }
  tally.begun += 1
  const isOlder = tally.begun % 2 === 0
  if (isOlder) await copyOlder(older, place.data)
  tally.kills += 1
  await killWhileMigrating(place)
  if (await isBeforeItsMigrations(place.data)) tally.migrating += 1
  if (isOlder) expect(await findFaultyCopies(place.data, older)).toEqual([])
  const known = isOlder ? [...older.known] : []
  let people = isOlder ? older.people : null
  for (let count = 1; count < KILLS_OF_ONE && tally.kills < KILLS; count += 1) {
    tally.kills += 1
    const server = await startOn(place)
    people ??= await newPeople(place)
    await check(place, known)
    const isForPublishing = count % PUBLISHING === 1
    const work = { people, known, isForPublishing }
    const underWay = await killAtWork(server, work)
    if (underWay.length > 0) tally.inFlight += 1
    if (underWay.includes(publications.kind)) tally.publishing += 1
  }
  const last = await startOn(place)
  await check(place, known)
  await last.kill()
  tally.acknowledged += known.length
}

/** Added to a server that runs, as the command adds them. */
async function newPeople({ data }: ServerFolders): Promise<People> {
  const database = await openDatabase({ file: join(data, 'olshem.db') })
  try {
    return await addPeople(database)
  } finally {
    await closeDatabase(database)
  }
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
