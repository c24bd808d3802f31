/** Completion of a formula: the list of choices as CodeMirror shows it, with the help of each. */
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

import { signature } from '../../../../engine/index.js'
import { titleText } from '../../../language/title-text.js'
import { listChoices, type Choice, type ChoiceSource } from './list-choices.js'

export interface CompletionWords extends ChoiceSource {
  /** What a name is, in the language that is shown. */
  readonly kindOf: (choice: Choice) => string
}

/** @param words - asked each time, since names and language change */
export function formulaCompletion(words: () => CompletionWords): Extension {
  return autocompletion({
    override: [(context) => complete(context, words())],
    icons: false,
    defaultKeymap: true,
    aboveCursor: false,
  })
}

function complete(
  context: CompletionContext,
  words: CompletionWords,
): CompletionResult | null {
  const before = context.state.sliceDoc(0, context.pos)
  const found = listChoices(before, words)
  if (!found || found.choices.length === 0) return null
  if (found.from === context.pos && !context.explicit) return null
  return {
    from: found.from,
    filter: false,
    options: found.choices.map((choice) => option(choice, words)),
  }
}

function option(choice: Choice, words: CompletionWords): Completion {
  const title = titleOf(choice, words)
  return {
    label: choice.text,
    detail: title === '' ? words.kindOf(choice) : title,
    info: () => help(choice, words),
    apply: (view, _, from, to) => {
      put(view, choice, from, to)
    },
  }
}

function titleOf(choice: Choice, words: CompletionWords): string {
  if (choice.kind === 'function') return words.functionTitle(choice.text)
  if (choice.kind === 'level') return ''
  return titleText(choice.name.title, words.language)?.text ?? ''
}

/** A function gets its brackets, with the cursor between them. */
function put(view: EditorView, choice: Choice, from: number, to: number): void {
  const hasBracket = view.state.sliceDoc(to, to + 1) === '('
  const brackets = choice.kind === 'function' && !hasBracket ? '()' : ''
  const step = choice.kind === 'function' ? 1 : 0
  view.dispatch({
    changes: { from, to, insert: `${choice.text}${brackets}` },
    selection: { anchor: from + choice.text.length + step },
    userEvent: 'input.complete',
  })
}

function help(choice: Choice, words: CompletionWords): HTMLElement {
  const all = document.createElement('div')
  const add = (text: string, language?: string): void => {
    const line = document.createElement('p')
    line.textContent = text
    if (language !== undefined) line.lang = language
    all.append(line)
  }
  if (choice.kind === 'function') {
    for (const declared of choice.functions) {
      add(signature(declared), 'en')
      add(declared.says, 'en')
      add(declared.absence, 'en')
    }
    return all
  }
  add(words.kindOf(choice))
  if (choice.kind === 'level') return all
  const { title, unit, type } = choice.name
  const shown = titleText(title, words.language)
  if (shown) add(shown.text, shown.language)
  if (unit !== null) add(unit, 'en')
  if (type && type.values.length > 0) add(type.values.join(' · '))
  return all
}
