/** The worker in which effects are computed, so that typing never waits. */
import type { EffectRequest } from './effect-answer.js'
import { EffectQueue } from './effect-queue.js'

/** A message to oneself comes after those that have arrived, sooner than any timer. */
function hear(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

const queue = new EffectQueue(
  { now: () => performance.now(), hear },
  (answer) => postMessage(answer),
)

addEventListener('message', ({ data }: MessageEvent<EffectRequest>) => {
  void queue.receive(data)
})
