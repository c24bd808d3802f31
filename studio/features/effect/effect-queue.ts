/**
 * What the worker does next: the newest setting, then the newest text, then the
 * newest draws. What was overtaken is given up and never answered.
 */
import type {
  EffectAnswer,
  EffectNews,
  EffectRequest,
} from './effect-answer.js'
import { NotComputable } from './effect-data.js'
import { EffectSession } from './effect-session.js'
import { Overtaken, pauseOf, type Turns } from './turns.js'

/** Milliseconds after which a sign is given. */
const SILENCE = 2000

type Waiting = {
  [Kind in EffectRequest['kind']]?: Extract<EffectRequest, { kind: Kind }>
}

export class EffectQueue {
  readonly #turns: Turns
  readonly #answer: (answer: EffectAnswer) => void
  #waiting: Waiting = {}
  #session: EffectSession | null = null
  #isWorking = false

  constructor(turns: Turns, answer: (answer: EffectAnswer) => void) {
    this.#turns = turns
    this.#answer = answer
  }

  /** @returns when nothing waits any more */
  async receive(request: EffectRequest): Promise<void> {
    this.#waiting =
      request.kind === 'open'
        ? { open: request }
        : { ...this.#waiting, [request.kind]: request }
    if (this.#isWorking) return
    this.#isWorking = true
    for (let next = this.#next(); next; next = this.#next()) {
      await this.#work(next)
      await this.#turns.hear()
    }
    this.#isWorking = false
  }

  #next(): EffectRequest | undefined {
    const { open, text, draws } = this.#waiting
    const next = open ?? text ?? draws
    if (next) this.#waiting = { ...this.#waiting, [next.kind]: undefined }
    return next
  }

  async #work(request: EffectRequest): Promise<void> {
    const { id } = request
    try {
      await this.#tell(request)
    } catch (error) {
      if (error instanceof Overtaken) return
      if (error instanceof NotComputable) {
        this.#answer({ kind: 'not-computable', id, ...error.obstacle })
        return
      }
      const message = error instanceof Error ? error.message : String(error)
      this.#answer({ kind: 'failed', id, message })
    }
  }

  async #tell(request: EffectRequest): Promise<void> {
    const { id } = request
    const isOvertaken = () => this.#isOvertaken(request)
    const pause = pauseOf(this.#turnsOf(id), isOvertaken)
    const tell = (news: EffectNews) => this.#answer({ ...news, id })
    if (request.kind === 'open') {
      this.#session = null
      this.#session = await EffectSession.open(request.setting, pause)
      tell({ kind: 'opened' })
      return
    }
    const session = this.#session
    // Why there is none was said when it was opened.
    if (!session) return
    if (request.kind === 'draws') {
      tell(await session.intervals(request, pause))
      return
    }
    for await (const news of session.effectOf(request.text, pause)) {
      tell(news)
      await this.#turns.hear()
      if (isOvertaken()) return
    }
  }

  /** Turns in which a sign is given that it goes on. */
  #turnsOf(id: number): Turns {
    const { now, hear } = this.#turns
    let last = now()
    return {
      now,
      hear: () => {
        if (now() - last > SILENCE) {
          last = now()
          this.#answer({ kind: 'working', id })
        }
        return hear()
      },
    }
  }

  /** Draws wait until a text is done with. */
  #isOvertaken({ kind }: EffectRequest): boolean {
    const { open, text, draws } = this.#waiting
    if (kind === 'draws') return Boolean(open ?? text ?? draws)
    return Boolean(kind === 'text' ? (open ?? text) : open)
  }
}
