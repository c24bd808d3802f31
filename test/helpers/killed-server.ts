/** The built server as a process that is ended without notice. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createInterface } from 'node:readline'

import { builtPrograms } from './built-programs.js'

export interface ServerFolders {
  readonly data: string
  readonly rules: string
}

export interface RunningServer {
  readonly address: string
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>
}

const HURRIED_MILLISECONDS = 150

/** Resolves when it answers. */
export async function startServer(
  folders: ServerFolders,
): Promise<RunningServer> {
  const child = await begin(folders)
  const said: string[] = []
  const lines = createInterface({ input: child.stderr })
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line)
      const [, found] = /^Olshem answers at (\S+)$/.exec(line) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('close', (status) =>
      reject(new Error(`The server ended with ${status}: ${said.join(' ')}`)),
    )
  })
  return { address, kill: () => kill(child) }
}

/** Killed while it makes or changes its tables: at a random moment after SQLite has opened its log of writes. */
export async function killWhileMigrating(
  folders: ServerFolders,
): Promise<void> {
  const child = await begin(folders)
  while (!existsSync(`${folders.data}/olshem.db-wal`)) {
    if (child.exitCode !== null) throw new Error('The server did not start')
    await wait(1)
  }
  await wait(Math.random() * HURRIED_MILLISECONDS)
  await kill(child)
}

async function begin({ data, rules }: ServerFolders) {
  const programs = await builtPrograms()
  const { PATH, HOME } = process.env
  return spawn(process.execPath, [`${programs}/olshem.js`, 'serve'], {
    env: {
      ...{ PATH, HOME, PORT: '0', OLSHEM_LOG_LEVEL: 'silent' },
      ...{ OLSHEM_DATA: data, OLSHEM_RULES: rules },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error('The server had ended before it was killed')
  }
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}
