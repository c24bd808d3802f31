/** What a command reads and writes besides files; tests run commands on one in memory. */
import type { Readable } from 'node:stream'

export interface Io {
  readonly out: Sink
  readonly err: Sink
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Standard input. */
  readonly input: () => Readable
  /** Aborted by Ctrl-C, which from the first call on does not end the process by itself. */
  readonly interruption: () => AbortSignal
  /** Aborted by Ctrl-C or SIGTERM, which from the first call on do not end the process by themselves. */
  readonly ending: () => AbortSignal
  /** The folder of the programs that worker threads run. */
  readonly programs: URL
}

export interface Sink {
  /** Resolves when the text has left the process, or nobody reads any more. */
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** True where nobody reads any more. */
  readonly isClosed: () => boolean
  readonly isTerminal: boolean
}
