/** Checks texts beside the page, so that typing never waits for it. */
import { checkText, type CheckedText, type Mistake } from './check-text.js'

export interface CheckRequest {
  readonly id: number
  readonly text: string
}

export type CheckAnswer =
  | {
      readonly kind: 'checked'
      readonly id: number
      readonly checked: CheckedText
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

interface Scope {
  onmessage: ((event: MessageEvent<CheckRequest>) => void) | null
  postMessage: (answer: CheckAnswer) => void
}

const scope = globalThis as unknown as Scope

scope.onmessage = ({ data: { id, text } }) => {
  checkText(text).then(
    (checked) => {
      // Problems of the engine may hold what cannot be sent between threads.
      scope.postMessage({ kind: 'checked', id, checked: plain(checked) })
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      scope.postMessage({ kind: 'failed', id, message })
    },
  )
}

function plain({ mistakes, warnings, examples }: CheckedText): CheckedText {
  return {
    mistakes: mistakes.map(words),
    warnings: warnings.map(words),
    examples: examples.map((each) => ({
      ...each,
      mistakes: each.mistakes.map(words),
    })),
  }
}

function words(mistake: Mistake): Mistake {
  const { code, message, line, column, with: values } = mistake
  return { code, message, line, column, ...(values && { with: values }) }
}
