/**
 * Typing over a selection, done by the editor itself. Left to it, Chromium keeps
 * the look of what was selected by a style attribute, which the policy of the
 * page refuses and reports.
 */
import { EditorSelection, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

export function typedOver(): Extension {
  return EditorView.domEventHandlers({
    beforeinput(event, view) {
      const { state, composing } = view
      const isTyped = event.inputType === 'insertText' && event.data !== null
      if (!isTyped || composing || state.readOnly) return false
      const selected = state.selection.ranges.filter(({ empty }) => !empty)
      // The editor learns of a selection a moment after the page does.
      const over = selected.length > 0 ? state.selection : targetOf(event, view)
      if (!over) return false
      event.preventDefault()
      view.dispatch(
        state.update({ selection: over }).state.replaceSelection(event.data),
        { userEvent: 'input.type', scrollIntoView: true },
      )
      return true
    },
  })
}

/** What the browser is about to replace; null where that is nothing. */
function targetOf(event: InputEvent, view: EditorView): EditorSelection | null {
  const range = event.getTargetRanges()[0] ?? selectedRange(view)
  if (!range || range.collapsed) return null
  const from = view.posAtDOM(range.startContainer, range.startOffset)
  const to = view.posAtDOM(range.endContainer, range.endOffset)
  return from < to ? EditorSelection.single(from, to) : null
}

/** Of the page: what is put in by an input method or a tool comes without target ranges. */
function selectedRange(view: EditorView): Range | null {
  const selection = view.contentDOM.ownerDocument.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return view.contentDOM.contains(range.commonAncestorContainer) ? range : null
}
