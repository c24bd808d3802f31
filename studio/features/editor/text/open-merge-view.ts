/** Two texts side by side with their differences: the left one is only read, the right one is edited. */
import { history, historyKeymap, standardKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { MergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'

import { codeTheme } from '../code/code-theme.js'
import { changeBetween } from '../code/replace-text.js'

export interface MergeSetting {
  readonly theirs: string
  readonly mine: string
  /** Ids of the two labels. */
  readonly theirsLabel: string
  readonly mineLabel: string
  /** Of the button that takes one of their parts over. */
  readonly take: string
  /** With $ for how many. */
  readonly unchanged: string
  readonly change: (mine: string) => void
}

export interface OpenMerge {
  readonly replaceMine: (text: string) => void
  readonly close: () => void
}

export function openMergeView(
  parent: HTMLElement,
  setting: MergeSetting,
): OpenMerge {
  const { theirs, mine, theirsLabel, mineLabel, take, unchanged } = setting
  const shared: readonly Extension[] = [
    codeTheme(),
    yaml(),
    lineNumbers(),
    EditorView.lineWrapping,
    EditorState.phrases.of({ '$ unchanged lines': unchanged }),
  ]
  const merge = new MergeView({
    parent,
    a: {
      doc: theirs,
      extensions: [
        ...shared,
        keymap.of(standardKeymap),
        EditorState.readOnly.of(true),
        labelled(theirsLabel),
      ],
    },
    b: {
      doc: mine,
      extensions: [
        ...shared,
        // The text of a lost race is nobody's draft yet, and so has a history of its own.
        history(),
        keymap.of([...historyKeymap, ...standardKeymap]),
        labelled(mineLabel),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) setting.change(state.sliceDoc())
        }),
      ],
    },
    revertControls: 'a-to-b',
    renderRevertControl: () => takeButton(take),
    collapseUnchanged: { margin: 3, minSize: 6 },
    gutter: true,
  })
  return {
    replaceMine(text) {
      const changes = changeBetween(merge.b.state.sliceDoc(), text)
      if (changes) merge.b.dispatch({ changes })
    },
    close: () => merge.destroy(),
  }
}

function labelled(id: string): Extension {
  return EditorView.contentAttributes.of({
    'aria-labelledby': id,
    spellcheck: 'false',
  })
}

function takeButton(words: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = '→'
  button.title = words
  button.setAttribute('aria-label', words)
  return button
}
