/** The server as a process: ready in time, one line of log for each event, and a stop that loses nothing. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { builtPrograms } from '../../helpers/built-programs.js'
import { run } from './run-in-memory.js'

let programs: string

beforeAll(async () => {
  programs = await builtPrograms()
}, 120_000)

const folders: string[] = []

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'olshem-'))
  folders.push(folder)
  return folder
}

interface Server {
  readonly child: ChildProcess
  readonly address: string
  readonly log: readonly string[]
}

async function start(
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const child = spawn(process.execPath, [`${programs}/olshem.js`, 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      OLSHEM_DATA: await newFolder(),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => log.push(line))
  const [line] = (await once(
    createInterface({ input: child.stderr }),
    'line',
  )) as [string]
  const [, address = ''] = /^Olshem answers at (\S+)$/.exec(line) ?? []
  return { child, address, log }
}

describe('olshem serve', () => {
  it('answers until it is told to stop, and logs without what was sent', async () => {
    const { child, address, log } = await start()
    const ready = await fetch(`${address}/health/ready?secret=1`)
    expect(ready.status).toBe(200)
    child.kill('SIGTERM')
    const [status] = (await once(child, 'close')) as [number]
    expect(status).toBe(0)
    const events = log.map((line) => JSON.parse(line) as { msg: string })
    expect(events.map(({ msg }) => msg)).toContain('answered')
    expect(events.map(({ msg }) => msg)).toContain('stopping')
    expect(log.join('\n')).not.toContain('secret')
  })

  it('answers what it has begun before it stops', async () => {
    const { child, address } = await start()
    // The body is announced whole, and comes when the server is stopping.
    const bytes = '{"methodology":"hdi","year":2021,"bodies":[]}'
    const body = new ReadableStream({
      start: async (sending) => {
        sending.enqueue(Buffer.from(bytes.slice(0, 10)))
        await wait(500)
        child.kill('SIGTERM')
        await wait(500)
        sending.enqueue(Buffer.from(bytes.slice(10)))
        sending.close()
      },
    })
    const answer = await fetch(`${address}/v1/score`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    })
    expect(answer.status).toBe(200)
    const [status] = (await once(child, 'close')) as [number]
    expect(status).toBe(0)
  })

  it('says why it does not begin', async () => {
    const environment = { PORT: 'many', OLSHEM_RATE_LIMIT: 'some' }
    const { status, err } = await run(['serve'], { environment })
    expect(status).toBe(1)
    expect(err).toMatch(/PORT is "many"[^]*OLSHEM_RATE_LIMIT is "some"/)
  })

  it('listens for other machines only with users and https, though users are added with such settings', async () => {
    const folder = await newFolder()
    const password = join(folder, 'password')
    await writeFile(password, 'one two three four')
    const open = { HOST: '0.0.0.0', PORT: '0', OLSHEM_DATA: folder }
    const first = await run(['serve'], { environment: open })
    expect(first.status).toBe(1)
    expect(first.err).toMatch(
      /HOST is "0\.0\.0\.0"[^]*olshem user add[^]*PUBLIC_URL names no https/,
    )
    const add = ['user', 'add', 'Aigul', '--role', 'admin']
    const added = await run([...add, '--password-file', password], {
      environment: open,
    })
    expect(added.status).toBe(0)
    const second = await run(['serve'], { environment: open })
    expect(second.status).toBe(1)
    expect(second.err).not.toContain('olshem user add')
    const { child, address } = await start({
      ...open,
      PUBLIC_URL: 'https://rating.example',
    })
    const { port } = new URL(address)
    const answer = await fetch(`http://127.0.0.1:${port}/v1/runs`)
    expect(answer.status).toBe(401)
    child.kill('SIGTERM')
    const [status] = (await once(child, 'close')) as [number]
    expect(status).toBe(0)
  })

  it('says that another program listens at its port', async () => {
    const { child, address } = await start()
    const environment = { PORT: new URL(address).port }
    const { status, err } = await run(['serve'], { environment })
    expect(status).toBe(1)
    expect(err).toContain('another program listens there')
    child.kill('SIGINT')
    await once(child, 'close')
  })
})
