/** The way to the worker in which examples are made. */
import type { MakerAnswer, MakerRequest, MakerResults } from './maker-worker.js'

export interface MakerClient {
  /** Rejects where the worker breaks down. */
  readonly ask: <Kind extends MakerRequest['kind']>(
    request: Extract<MakerRequest, { kind: Kind }>,
  ) => Promise<MakerResults[Kind]>
  readonly close: () => void
}

export function openMakerClient(): MakerClient {
  const worker = new Worker(new URL('./maker-worker.ts', import.meta.url), {
    type: 'module',
  })
  const waiting = new Set<(error: Error) => void>()
  worker.onerror = ({ message }) => {
    for (const reject of waiting) reject(new Error(message))
    waiting.clear()
  }
  return {
    ask: <Kind extends MakerRequest['kind']>(
      request: Extract<MakerRequest, { kind: Kind }>,
    ) =>
      new Promise<MakerResults[Kind]>((resolve, reject) => {
        const { port1, port2 } = new MessageChannel()
        waiting.add(reject)
        port1.onmessage = ({ data }: MessageEvent<MakerAnswer>) => {
          port1.close()
          waiting.delete(reject)
          // Each request has a channel of its own, and its answer is of its kind.
          if (data.kind === 'done') resolve(data.result as MakerResults[Kind])
          else reject(new Error(data.message))
        }
        worker.postMessage(request, [port2])
      }),
    close: () => worker.terminate(),
  }
}
