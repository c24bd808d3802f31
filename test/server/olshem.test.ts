/** The built command as a process: that it starts, writes all, and survives `head`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = `${root}node_modules/.cache/olshem-test`
const hdi = [
  'hdi',
  '--year',
  '2021',
  '--data',
  'rules/hdi/data/hdr-2021-22.csv',
]

beforeAll(() => build({ root, logLevel: 'error', build: { outDir } }))

function start(args: readonly string[]) {
  return spawn(process.execPath, [`${outDir}/olshem.js`, ...args], {
    cwd: root,
    env: { ...process.env, OLSHEM_STORE: `${outDir}/store` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe('the built command', () => {
  it('finds its rules and writes a whole result to a pipe', async () => {
    const command = start(['score', ...hdi, '--json'])
    const parts: Buffer[] = []
    command.stdout.on('data', (part: Buffer) => parts.push(part))
    const [status] = (await once(command, 'close')) as [number]
    expect(status).toBe(0)
    const result: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
    expect(result).toMatchObject({ methodology: { id: 'hdi' }, year: 2021 })
  })

  it('ends quietly when nobody reads its output any more', async () => {
    const command = start(['score', ...hdi, '--json'])
    const said: Buffer[] = []
    command.stderr.on('data', (part: Buffer) => said.push(part))
    command.stdout.once('data', () => command.stdout.destroy())
    const [status] = (await once(command, 'close')) as [number]
    expect(status).toBe(0)
    expect(Buffer.concat(said).toString('utf8')).not.toContain('EPIPE')
  })
})
