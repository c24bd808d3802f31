/** What keys, the pointer and the clipboard do in a grid; a cell that is typed into has keys of its own. */
import { useEditor } from '../useEditor.js'
import { cellText } from './cell-value.js'
import type { GridSpot } from './grid-moves.js'
import type { KeyedTable } from './keyed-table.js'
import { copiedCell, pastedBlock } from './pasted-block.js'
import type { RowGrid } from './useRowGrid.js'

export function useGridKeys(grid: RowGrid, table: () => KeyedTable) {
  const editor = useEditor()
  return { press, click, doubleClick, focus, copy, paste }

  function isTyping(): boolean {
    return grid.editing.value !== null
  }

  function press(event: KeyboardEvent): void {
    if (isTyping() || !spotOf(event)) return
    const isDone = go(event) || (editor.isFormOpen.value && act(event))
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
    if (!isTyping()) grid.refocus()
  }

  function go({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    return !altKey && grid.go(key, ctrlKey || metaKey)
  }

  function act(event: KeyboardEvent): boolean {
    const { key, altKey } = event
    const isFar = event.ctrlKey || event.metaKey
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      grid.moveRow(key === 'ArrowUp' ? -1 : 1)
      return true
    }
    if (altKey) return false
    // Where the grid has the whole window nobody else takes back.
    if (isFar && key.toLowerCase() === 'z' && !event.shiftKey) editor.undo()
    else if (isFar && /^[zy]$/i.test(key)) editor.redo()
    else if (key === 'Enter' && isFar) grid.addRow()
    else if (key === 'Enter' || key === 'F2') grid.begin(null)
    else if (isErasing(key) && isFar) grid.removeRow()
    else if (isErasing(key)) grid.clear()
    else if (key.length === 1 && !isFar) grid.begin(key)
    else return false
    return true
  }

  function click(event: MouseEvent): void {
    const spot = spotOf(event)
    if (spot) grid.choose(spot)
  }

  function doubleClick(event: MouseEvent): void {
    if (!isTyping() && spotOf(event)) grid.begin(null)
  }

  function focus(event: FocusEvent): void {
    const spot = spotOf(event)
    if (spot) grid.choose(spot)
  }

  function copy(event: ClipboardEvent): void {
    const { value: spot } = grid.active
    const hasSelection = String(getSelection()) !== ''
    if (!spot || isTyping() || hasSelection) return
    const cell = table().rows[spot.row]?.cells[spot.column]
    event.clipboardData?.setData('text/plain', copiedCell(cellText(cell)))
    event.preventDefault()
  }

  function paste(event: ClipboardEvent): void {
    if (isTyping()) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text !== '') grid.paste(pastedBlock(text))
    event.preventDefault()
  }
}

function isErasing(key: string): boolean {
  return key === 'Delete' || key === 'Backspace'
}

function spotOf({ target }: Event): GridSpot | null {
  const cell =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-row][data-column]')
      : null
  return cell
    ? {
        row: Number(cell.dataset['row']),
        column: Number(cell.dataset['column']),
      }
    : null
}
