/** The built server as a process. */
import {
  spawn,
  type ChildProcess,
  type ChildProcessByStdio,
} from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { createInterface } from 'node:readline'

import { builtPrograms } from './built-programs.js'

export type Environment = Readonly<Record<string, string>>

export interface RunningServer {
  readonly address: string
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>
  /** SIGTERM; resolves with the exit status, null where a signal ended it. */
  readonly stop: () => Promise<number | null>
}

/** Resolves when it answers. */
export async function startServer(
  environment: Environment,
): Promise<RunningServer> {
  const child = await spawnServer(environment)
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
  const kill = () => killServer(child)
  return { address, kill, stop: () => stop(child) }
}

/** At any free port of this machine, and with nothing of the tests' own environment. */
export async function spawnServer(
  environment: Environment,
): Promise<ChildProcessByStdio<null, null, Readable>> {
  const programs = await builtPrograms()
  const { PATH = '', HOME = '' } = process.env
  const own = { PATH, HOME, PORT: '0', OLSHEM_LOG_LEVEL: 'silent' }
  return spawn(process.execPath, [`${programs}/olshem.js`, 'serve'], {
    env: { ...own, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

export async function killServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error('The server had ended before it was killed')
  }
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}

async function stop(child: ChildProcess): Promise<number | null> {
  const gone = once(child, 'close')
  child.kill('SIGTERM')
  const [status] = (await gone) as [number | null]
  return status
}
