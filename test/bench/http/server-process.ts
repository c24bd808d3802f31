/** A server as a process of its own, as users run it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  readonly address: URL
  readonly stop: () => Promise<void>
}

/** @param words - of Node; the program says `answers at URL` on stderr */
export async function startServer(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  const lines = createInterface({ input: child.stderr })
  const address = await new Promise<URL>((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line)
      const [, found] = /answers at (\S+)$/.exec(line) ?? []
      if (found !== undefined) resolve(new URL(found))
    })
    child.once('close', () => reject(new Error(said.join('\n'))))
  })
  const stop = async () => {
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  }
  return { address, stop }
}
