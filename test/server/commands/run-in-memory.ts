/** Runs a command without a process: what it printed, and its exit status. */
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

export async function run(
  args: readonly string[],
  { environment = {}, isTerminal = false }: Surroundings = {},
): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const io: Io = { out: sink(out), err: sink(err), environment }
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
