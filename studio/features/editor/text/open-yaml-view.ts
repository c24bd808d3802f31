/** The CodeMirror of a whole file: its changes are told, and its history is kept by whoever is told. */
import { standardKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { indentUnit } from '@codemirror/language'
import { search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'

import { codeTheme } from '../code/code-theme.js'
import { historyKeys } from '../code/history-keys.js'
import {
  problemMarks,
  showProblems,
  type SaidProblem,
} from '../code/problem-marks.js'
import { changeBetween } from '../code/replace-text.js'
import type { TextChange } from './text-change.js'

export interface YamlViewSetting {
  readonly text: string
  readonly labelledBy: string
  /** In the order of the text, each in the places of the text before all of them. */
  readonly change: (changes: readonly TextChange[], text: string) => void
  readonly undo: () => void
  readonly redo: () => void
}

export interface YamlViewState {
  readonly describedBy: string
  readonly isReadOnly: boolean
  /** The words of the search panel. */
  readonly phrases: Readonly<Record<string, string>>
}

export interface YamlView {
  /** Takes a text from outside; the cursor stays where its own text stays. */
  readonly replace: (text: string) => void
  readonly show: (problems: readonly SaidProblem[]) => void
  readonly set: (state: YamlViewState) => void
  /** Shows a place of the text and puts the cursor there. */
  readonly focus: (at: number) => void
  readonly lineOf: (at: number) => number
  readonly close: () => void
}

const FROM_OUTSIDE = Annotation.define<boolean>()

export function openYamlView(
  parent: HTMLElement,
  { text, labelledBy, change, undo, redo }: YamlViewSetting,
): YamlView {
  const setting = new Compartment()
  const view = new EditorView({
    parent,
    doc: text,
    extensions: [
      codeTheme(),
      yaml(),
      indentUnit.of('  '),
      lineNumbers(),
      highlightActiveLineGutter(),
      EditorState.tabSize.of(2),
      // The text is kept as it is: its line breaks with it.
      EditorState.lineSeparator.of('\n'),
      problemMarks(),
      search({ top: true }),
      historyKeys(undo, redo),
      keymap.of([...searchKeymap, ...standardKeymap]),
      EditorView.contentAttributes.of({
        'aria-labelledby': labelledBy,
        spellcheck: 'false',
        // What scrolls has to hold something that is said to take the focus.
        tabindex: '0',
      }),
      setting.of([]),
      EditorView.updateListener.of((update) => {
        const isOwn = update.transactions.every(
          (each) => each.annotation(FROM_OUTSIDE) !== true,
        )
        if (!update.docChanged || !isOwn) return
        const changes: TextChange[] = []
        update.changes.iterChanges((from, to, _from, _to, inserted) => {
          changes.push({
            from,
            to,
            insert: inserted.sliceString(0, undefined, '\n'),
          })
        })
        change(changes, update.state.sliceDoc())
      }),
    ],
  })
  return {
    replace(after) {
      const changes = changeBetween(view.state.sliceDoc(), after)
      if (!changes) return
      view.dispatch({ changes, annotations: FROM_OUTSIDE.of(true) })
    },
    show: (problems) => showProblems(view, problems),
    set({ describedBy, isReadOnly, phrases }) {
      const extensions = [
        EditorState.readOnly.of(isReadOnly),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ 'aria-describedby': describedBy }),
      ]
      view.dispatch({ effects: setting.reconfigure(extensions) })
    },
    focus(at) {
      const anchor = Math.min(at, view.state.doc.length)
      const effects = EditorView.scrollIntoView(anchor, { y: 'center' })
      view.dispatch({ selection: { anchor }, effects })
      view.focus()
    },
    lineOf: (at) =>
      view.state.doc.lineAt(Math.min(at, view.state.doc.length)).number,
    close: () => view.destroy(),
  }
}
