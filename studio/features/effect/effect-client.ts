/**
 * The way to the worker. One that breaks down or does not answer for long is
 * replaced; what it knew and the newest text are sent to the new one. A text
 * that breaks workers again and again is answered as such.
 */
import type {
  DrawRequest,
  EffectAnswer,
  EffectNews,
  EffectRequest,
} from './effect-answer.js'
import type { EffectSetting } from './effect-setting.js'

/** As much of a worker as is used here. */
export interface WorkerLike {
  postMessage(request: EffectRequest): void
  terminate(): void
  onmessage: ((event: MessageEvent<EffectAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface EffectClient {
  readonly open: (setting: EffectSetting) => void
  readonly text: (text: string) => void
  readonly draws: (request: DrawRequest) => void
  readonly close: () => void
}

/** Milliseconds without any answer to a text or setting. */
const LONGEST_SILENCE = 10_000
/** So many workers in a row may break down over one text. */
const MOST_BREAKDOWNS = 2

type Asked = Exclude<EffectRequest, { kind: 'draws' }>

export function openEffectClient(
  makeWorker: () => WorkerLike,
  hear: (news: EffectNews) => void,
): EffectClient {
  let worker: WorkerLike | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let id = 0
  let breakdowns = 0
  const newest: { open?: Asked; text?: Asked } = {}
  const awaited = new Set<number>()

  function running(): WorkerLike {
    if (worker) return worker
    const made = makeWorker()
    made.onmessage = ({ data }) => receive(data)
    made.onerror = (event) => breakDown(event.message)
    worker = made
    return made
  }

  function receive(answer: EffectAnswer): void {
    const { text, open } = newest
    if (isLast(answer)) {
      awaited.delete(answer.id)
      breakdowns = 0
    }
    watch()
    // An answer about what is no more would be shown as one about what is.
    const isStale = answer.id < (open?.id ?? 0)
    const isOfText = ['text-read', 'effect', 'changes'].includes(answer.kind)
    if (isStale || (isOfText && answer.id !== text?.id)) return
    if (answer.kind !== 'working') hear(answer)
  }

  function send(request: EffectRequest): void {
    if (request.kind !== 'draws') {
      for (const each of awaited)
        if (each !== newest.open?.id) awaited.delete(each)
      awaited.add(request.id)
    }
    running().postMessage(request)
    watch()
  }

  function watch(): void {
    clearTimeout(timer)
    if (awaited.size === 0) return
    timer = setTimeout(() => breakDown('No answer came.'), LONGEST_SILENCE)
  }

  function stop(): void {
    clearTimeout(timer)
    worker?.terminate()
    worker = null
    awaited.clear()
  }

  function breakDown(message: string): void {
    stop()
    breakdowns += 1
    if (breakdowns >= MOST_BREAKDOWNS) {
      hear({ kind: 'failed', message })
      // The next text is tried with a new worker.
      breakdowns = 0
      delete newest.text
      return
    }
    for (const request of [newest.open, newest.text]) {
      if (request) send(request)
    }
  }

  return {
    open(setting) {
      id += 1
      delete newest.text
      newest.open = { kind: 'open', id, setting }
      send(newest.open)
    },
    text(text) {
      id += 1
      newest.text = { kind: 'text', id, text }
      // A new worker has to be told everything.
      if (!worker && newest.open) send(newest.open)
      send(newest.text)
    },
    draws(request) {
      id += 1
      send({ kind: 'draws', id, ...request })
    },
    close: stop,
  }
}

/** Whether nothing more is awaited for what was asked. */
function isLast(answer: EffectAnswer): boolean {
  switch (answer.kind) {
    case 'text-read':
      return answer.mistakes.length > 0
    case 'effect':
    case 'working':
      return false
    case 'opened':
    case 'not-computable':
    case 'changes':
    case 'intervals':
    case 'failed':
      return true
  }
}

/** Loaded when it is first made. */
export function makeEffectWorker(): WorkerLike {
  return new Worker(new URL('./effect-worker.ts', import.meta.url), {
    type: 'module',
    name: 'effect',
  })
}
