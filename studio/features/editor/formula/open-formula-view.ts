/** The CodeMirror of one formula. It has no history of its own: undo and redo are passed on. */
import { completionKeymap } from '@codemirror/autocomplete'
import { standardKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

import type { Span } from '../../../../engine/index.js'
import { codeTheme } from '../code/code-theme.js'
import { historyKeys } from '../code/history-keys.js'
import {
  problemMarks,
  showProblems,
  type SaidProblem,
} from '../code/problem-marks.js'
import { changeBetween } from '../code/replace-text.js'
import {
  formulaCompletion,
  type CompletionWords,
} from './formula-completion.js'
import { formulaLanguage } from './formula-language.js'

export interface FormulaViewSetting {
  readonly formula: string
  /** The id of the label. */
  readonly labelledBy: string
  readonly change: (text: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly words: () => CompletionWords
}

export interface FormulaViewState {
  /** Ids of what describes the field. */
  readonly describedBy: string
  readonly isWrong: boolean
  readonly isReadOnly: boolean
  /** What the list of choices is called. */
  readonly choices: string
}

export interface FormulaView {
  readonly replace: (formula: string) => void
  readonly show: (problems: readonly Omit<SaidProblem, 'severity'>[]) => void
  readonly set: (state: FormulaViewState) => void
  readonly focus: (at?: Span) => void
  readonly close: () => void
}

/** Marks a change that came from outside and is not told to the outside again. */
const FROM_OUTSIDE = Annotation.define<boolean>()

export function openFormulaView(
  parent: HTMLElement,
  { formula, labelledBy, change, undo, redo, words }: FormulaViewSetting,
): FormulaView {
  const state = new Compartment()
  const view = new EditorView({
    parent,
    doc: formula,
    extensions: [
      codeTheme(),
      formulaLanguage,
      bracketMatching(),
      EditorView.lineWrapping,
      problemMarks(),
      formulaCompletion(words),
      historyKeys(undo, redo),
      keymap.of([...completionKeymap, ...standardKeymap]),
      EditorView.contentAttributes.of({
        'aria-labelledby': labelledBy,
        spellcheck: 'false',
        autocapitalize: 'off',
      }),
      state.of([]),
      EditorView.updateListener.of(({ docChanged, transactions, state }) => {
        const isOwn = transactions.every(
          (each) => each.annotation(FROM_OUTSIDE) !== true,
        )
        if (docChanged && isOwn) change(state.doc.toString())
      }),
    ],
  })
  return {
    replace(text) {
      const changes = changeBetween(view.state.doc.toString(), text)
      if (!changes) return
      view.dispatch({ changes, annotations: FROM_OUTSIDE.of(true) })
    },
    show(problems) {
      const severity = 'error'
      showProblems(
        view,
        problems.map((each) => ({ ...each, severity })),
      )
    },
    set({ describedBy, isWrong, isReadOnly, choices }) {
      const extensions = [
        EditorState.readOnly.of(isReadOnly),
        EditorState.phrases.of({ Completions: choices }),
        EditorView.contentAttributes.of({
          'aria-describedby': describedBy,
          'aria-invalid': String(isWrong),
        }),
      ]
      view.dispatch({ effects: state.reconfigure(extensions) })
    },
    focus(at) {
      view.focus()
      if (at) view.dispatch({ selection: { anchor: at.from, head: at.to } })
    },
    close: () => view.destroy(),
  }
}
