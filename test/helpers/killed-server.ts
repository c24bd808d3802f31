/** A server on folders of its own that is killed while it starts. */
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import {
  killServer,
  spawnServer,
  startServer,
  type RunningServer,
} from './server-process.js'

export interface ServerFolders {
  readonly data: string
  readonly rules: string
}

const HURRIED_MILLISECONDS = 100

/** Resolves when it answers. */
export function startOn(folders: ServerFolders): Promise<RunningServer> {
  return startServer(environmentOf(folders))
}

/** Killed while it makes or changes its tables: at a random moment after SQLite has opened its log of writes. */
export async function killWhileMigrating(
  folders: ServerFolders,
): Promise<void> {
  const child = await spawnServer(environmentOf(folders))
  while (!existsSync(`${folders.data}/olshem.db-wal`)) {
    if (child.exitCode !== null) throw new Error('The server did not start')
    await wait(1)
  }
  await wait(Math.random() * HURRIED_MILLISECONDS)
  await killServer(child)
}

function environmentOf({ data, rules }: ServerFolders) {
  return { OLSHEM_DATA: data, OLSHEM_RULES: rules }
}
