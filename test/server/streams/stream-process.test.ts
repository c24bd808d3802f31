/** `olshem score --ndjson` as a process: pipes that break, files that cannot be written, Ctrl-C. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { beforeAll, describe, expect, it } from 'vitest'

import { builtPrograms } from '../../helpers/built-programs.js'
import { goalsBody } from '../../helpers/goals-bodies.js'
import { linesOf } from '../../helpers/stream-in-memory.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Processes and threads wait for others on a busy machine. */
const SLOW = { timeout: 120_000 }

let programs: string

beforeAll(async () => {
  programs = await builtPrograms()
}, 120_000)

function start(options: readonly string[]) {
  const goals = ['score', 'kz-goals', '--year', '2012', '--ndjson']
  const asked = [...goals, '--rules', `${root}rules`]
  const child = spawn(
    process.execPath,
    [`${programs}/olshem.js`, ...asked, ...options],
    { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  // A command that has ended reads no more.
  child.stdin.on('error', () => undefined)
  const said: Buffer[] = []
  child.stderr.on('data', (part: Buffer) => said.push(part))
  const ended = async () => {
    const [status] = (await once(child, 'close')) as [number]
    return { status, err: Buffer.concat(said).toString('utf8') }
  }
  return { child, ended }
}

function text(bodies: number): string {
  const lines = Array.from({ length: bodies }, (_, index) => goalsBody(index))
  return lines.map((body) => `${JSON.stringify(body)}\n`).join('')
}

describe('a stream of bodies as a process', SLOW, () => {
  it('reads standard input, and writes a file that is there only when it is whole', async () => {
    const folder = await temporaryData({})
    const file = `${folder}/out.ndjson`
    const { child, ended } = start(['--data', '-', '--output', file])
    child.stdin.end(text(20))
    expect(await ended()).toEqual({ status: 0, err: '' })
    const { bodies } = linesOf(await readFile(file, 'utf8'))
    expect(bodies).toHaveLength(20)
    expect(await readdir(folder)).toEqual(['out.ndjson'])
  })

  it('ends quietly when nobody reads its output any more', async () => {
    const { child, ended } = start(['--data', '-'])
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.write(text(300))
    // Its input stays open: what ends it is that nobody reads.
    const { err } = await ended()
    expect(err).toBe('')
  })

  it('says which file cannot be written, before anything is scored', async () => {
    const output = '/no/such/folder/out.ndjson'
    const { child, ended } = start(['--data', '-', '--output', output])
    child.stdin.end(text(1))
    expect(await ended()).toEqual({
      status: 1,
      err: `${output} cannot be written: there is no such folder.\n`,
    })
    const toFolder = start(['--data', '-', '--output', root])
    toFolder.child.stdin.end(text(1))
    expect((await toFolder.ended()).err).toContain('it is a folder')
  })

  it('leaves no file and no last line behind after Ctrl-C', async () => {
    const folder = await temporaryData({})
    const { child, ended } = start([
      ...['--data', '-', '--output', `${folder}/out.ndjson`],
    ])
    child.stdin.write(text(200))
    await untilFile(folder, child)
    child.kill('SIGINT')
    const { status, err } = await ended()
    expect(status).toBe(130)
    expect(err).toBe('olshem: interrupted; the output is not complete\n')
    expect(await readdir(folder)).toEqual([])
  })
})

/** Until the command has begun to write. */
async function untilFile(
  folder: string,
  child: { readonly exitCode: number | null },
): Promise<void> {
  while (child.exitCode === null && (await readdir(folder)).length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
