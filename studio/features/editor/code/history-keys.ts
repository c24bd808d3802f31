/** Undo belongs to whoever has the history of the whole text: the keys are passed on. */
import { Prec, type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'

export function historyKeys(undo: () => void, redo: () => void): Extension {
  const run = (act: () => void) => () => {
    act()
    return true
  }
  return Prec.highest(
    keymap.of([
      { key: 'Mod-z', run: run(undo), shift: run(redo), preventDefault: true },
      { key: 'Mod-y', run: run(redo), preventDefault: true },
    ]),
  )
}
