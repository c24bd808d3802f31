/** `POST /v1/score` of a server process beside Fastify that parses the same body and acknowledges it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'

import { goalsLines } from '../../helpers/goals-bodies.js'
import { timeRequests } from '../http/load.js'
import { startServer } from '../http/server-process.js'
import { wallTime } from '../measure/clocks.js'
import type { Extent } from '../measure/effort.js'
import { ratios, spreadOf, type Spread } from '../measure/statistics.js'
import { rounded, spreadText } from '../report/figures.js'
import type { Goal, Part, Table } from '../report/report.js'
import { YEAR } from '../workload/goals-columns.js'

const CONNECTIONS = 8
const SIZES = [1, 100]

/** Of the requests a second of bare Fastify. */
const LEAST_SHARE = 0.8

/** @param root - folder of the package, built before */
export async function http(root: string, extent: Extent): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'olshem-bench-'))
  const bare = await startServer([join(root, '.bench/bare-server.js')])
  const olshem = await startServer([join(root, 'dist/olshem.js'), 'serve'], {
    PORT: '0',
    OLSHEM_DATA: folder,
    OLSHEM_LOG_LEVEL: 'warn',
  })
  try {
    await demonstrationLoaded(olshem.address)
    const measured: Measured[] = []
    for (const bodies of SIZES) {
      const addresses = { bare: bare.address, olshem: olshem.address }
      measured.push(await sideBySide(bodies, addresses, extent))
    }
    const streamed = await bodiesPerSecond(olshem.address, extent.streamed / 10)
    return {
      tables: [tableOf(measured, streamed)],
      goals: measured.map(goalOf),
    }
  } finally {
    await Promise.all([bare.stop(), olshem.stop()])
    rmSync(folder, { recursive: true })
  }
}

interface Measured {
  readonly bodies: number
  /** Requests a second. */
  readonly bare: Spread
  readonly olshem: Spread
  /** Of the requests of bare Fastify, round by round. */
  readonly share: Spread
}

async function sideBySide(
  bodies: number,
  { bare, olshem }: { readonly bare: URL; readonly olshem: URL },
  { rounds, milliseconds, warmUp }: Extent,
): Promise<Measured> {
  const body = requestBody(bodies)
  const perSecond = async (address: URL, time: number) =>
    1000 / (await timeRequests(address, body, CONNECTIONS, time))
  const times = { bare: [] as number[], olshem: [] as number[] }
  for (const address of [bare, olshem]) await perSecond(address, 5 * warmUp)
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await perSecond(bare, 5 * milliseconds))
    times.olshem.push(await perSecond(olshem, 5 * milliseconds))
  }
  return {
    bodies,
    bare: spreadOf(times.bare),
    olshem: spreadOf(times.olshem),
    share: spreadOf(ratios(times.olshem, times.bare)),
  }
}

function requestBody(count: number): Buffer {
  const lines = [...goalsLines(count)].join('').trimEnd()
  const bodies = lines.replaceAll('\n', ',')
  return Buffer.from(
    `{"methodology":"kz-goals","version":"2012","year":${YEAR},"bodies":[${bodies}]}`,
  )
}

/** Its runs would be measured too. */
async function demonstrationLoaded(address: URL): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(new URL('/v1/runs?limit=1', address))
    const { items } = (await answer.json()) as { items: readonly unknown[] }
    if (items.length > 0) return
    await wait(100)
  }
  throw new Error('The server does not load its demonstration')
}

/** As application/x-ndjson, from the first byte sent to the last one read. */
async function bodiesPerSecond(address: URL, count: number): Promise<number> {
  const url = new URL(`/v1/score?methodology=kz-goals&year=${YEAR}`, address)
  const start = wallTime()
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(Readable.from(goalsLines(count))) as ReadableStream,
    duplex: 'half',
  })
  const lines = (await answer.text()).trimEnd().split('\n')
  const last = JSON.parse(lines.at(-1) ?? '') as { scored?: number }
  if (last.scored !== count) throw new Error(`The stream ends ${lines.at(-1)}`)
  return (1000 * count) / (wallTime() - start)
}

function tableOf(measured: readonly Measured[], streamed: number): Table {
  return {
    title: 'HTTP',
    says: `POST /v1/score with bodies of kz-goals@2012 over ${CONNECTIONS} connections, beside Fastify that parses the same request and acknowledges it; each server a process of its own, timed by the clock on the wall. As application/x-ndjson, sent and read by one client, the server scores ${rounded(streamed)} bodies a second.`,
    head: [
      'bodies',
      'bare Fastify, requests/s',
      'Olshem, requests/s',
      'share',
      'Olshem, bodies/s',
    ],
    rows: measured.map(({ bodies, bare, olshem, share }) => [
      String(bodies),
      rounded(bare.median),
      rounded(olshem.median),
      spreadText(share),
      rounded(bodies * olshem.median),
    ]),
  }
}

function goalOf({ bodies, share }: Measured): Goal {
  return {
    words: `POST /v1/score with ${bodies} ${bodies === 1 ? 'body' : 'bodies'}: at least ${LEAST_SHARE} of the requests of bare Fastify`,
    figure: rounded(share.median),
    holds: share.median >= LEAST_SHARE,
  }
}
