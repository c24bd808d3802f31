/** Runs a command without a process: what it printed, and its exit status. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

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
  /** Standard input. */
  readonly input?: Readable
  /** Stands for Ctrl-C. */
  readonly interruption?: AbortSignal
  /** Where the built programs of worker threads lie. */
  readonly programs?: URL
}

/** Texts of runs of the tests, named by their hashes, so that nothing is kept beside the code. */
const STORE = join(tmpdir(), 'olshem-test-store')

export async function run(
  args: readonly string[],
  surroundings: Surroundings = {},
): Promise<Ran> {
  const { environment = {}, isTerminal = false } = surroundings
  const out = memorySink(isTerminal)
  const err = memorySink(isTerminal)
  const io: Io = {
    out,
    err,
    environment: { OLSHEM_STORE: STORE, ...environment },
    input: () => surroundings.input ?? Readable.from([]),
    interruption: () =>
      surroundings.interruption ?? new AbortController().signal,
    ending: () => surroundings.interruption ?? new AbortController().signal,
    programs: surroundings.programs ?? new URL('file:///no-programs/'),
  }
  const status = await runCommand(args, io)
  return { status, out: out.text(), err: err.text() }
}

/** A sink that keeps what is written. */
export function memorySink(
  isTerminal = false,
): Io['out'] & { readonly text: () => string } {
  const parts: Buffer[] = []
  return {
    isTerminal,
    isClosed: () => false,
    write: (text) => {
      parts.push(Buffer.from(text))
      return Promise.resolve()
    },
    text: () => Buffer.concat(parts).toString('utf8'),
  }
}
