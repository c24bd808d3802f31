/** What a command reads and writes besides files; tests run commands on one in memory. */
export interface Io {
  readonly out: Sink
  readonly err: Sink
  readonly environment: Readonly<Record<string, string | undefined>>
}

export interface Sink {
  /** Resolves when the text has left the process, or nobody reads any more. */
  readonly write: (text: string) => Promise<void>
  readonly isTerminal: boolean
}
