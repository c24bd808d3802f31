/** The server with the studio as users have them, a database of its own and, where they are named, users. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { build } from 'vite'

import type { Role } from '../../../server/people/roles.js'
import { builtPrograms } from '../../helpers/built-programs.js'
import { startServer } from '../../helpers/server-process.js'

export interface StudioServer {
  readonly address: string
  readonly close: () => Promise<void>
}

export interface StudioUser {
  readonly name: string
  readonly role: Role
}

export const PASSWORD = 'one two three four'

/** Demonstrations that the first start of a server runs. */
const DEMONSTRATIONS = 7

const STUDIO = fileURLToPath(new URL('../../../studio', import.meta.url))

let built: Promise<string> | null = null

/** Resolves when the demonstrations are there. */
export async function startStudio(
  users: readonly StudioUser[] = [],
): Promise<StudioServer> {
  built ??= buildStudio()
  const programs = await built
  const data = await mkdtemp(join(tmpdir(), 'olshem-studio-'))
  const environment = { OLSHEM_DATA: data, OLSHEM_RATE_LIMIT: '1000000' }
  const password = join(data, 'password')
  await writeFile(password, PASSWORD, { mode: 0o600 })
  const server = await startServer(environment)
  await demonstrated(server.address)
  for (const { name, role } of users) {
    await promisify(execFile)(
      process.execPath,
      [
        join(programs, 'olshem.js'),
        ...['user', 'add', name, '--role', role],
        ...['--password-file', password],
      ],
      { env: { ...process.env, ...environment } },
    )
  }
  return {
    address: server.address,
    close: async () => {
      await server.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}

async function buildStudio(): Promise<string> {
  const programs = await builtPrograms()
  const outDir = join(programs, 'studio')
  await build({ root: STUDIO, logLevel: 'error', build: { outDir } })
  return programs
}

/** Asked while there are no users yet, so that anybody at this machine may. */
async function demonstrated(address: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const response = await fetch(`${address}/v1/runs`)
    const { items } = (await response.json()) as { items: readonly unknown[] }
    if (items.length >= DEMONSTRATIONS) return
    await pause(100)
  }
  throw new Error('The demonstrations were not loaded within 40 s')
}
