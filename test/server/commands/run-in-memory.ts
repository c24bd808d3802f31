/** Runs a command without a process: what it printed, and its exit status. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Io } from '../../../server/io.js'
import { runCommand } from '../../../server/run-command.js'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

export interface Surroundings {
  readonly environment?: Io['environment']
  readonly isTerminal?: boolean
}

/** Texts of runs of the tests, named by their hashes, so that nothing is kept beside the code. */
const STORE = join(tmpdir(), 'olshem-test-store')

export async function run(
  args: readonly string[],
  { environment = {}, isTerminal = false }: Surroundings = {},
): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const io: Io = {
    out: sink(out),
    err: sink(err),
    environment: { OLSHEM_STORE: STORE, ...environment },
  }
  const status = await runCommand(args, io)
  return { status, out: out.join(''), err: err.join('') }

  function sink(texts: string[]): Io['out'] {
    return {
      isTerminal,
      write: (text) => {
        texts.push(text)
        return Promise.resolve()
      },
    }
  }
}
