/** Ctrl+Z and Ctrl+Y take back and repeat wherever the focus is, except in a dialog. */
import { onBeforeUnmount, onMounted } from 'vue'

import type { Editor } from './useEditor.js'

export function useEditorKeys(editor: Editor): void {
  onMounted(() => addEventListener('keydown', press))
  onBeforeUnmount(() => removeEventListener('keydown', press))

  function press(event: KeyboardEvent): void {
    const isAsked = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    const isInDialog =
      event.target instanceof Element && event.target.closest('dialog') !== null
    if (!isAsked || event.altKey || event.defaultPrevented || isInDialog) return
    if (key === 'z' || key === 'y') {
      event.preventDefault()
      if (key === 'y' || event.shiftKey) editor.redo()
      else editor.undo()
    }
  }
}
