/**
 * The draft on the screen: one text, one history over it, and the place that is
 * shown. Forms are views of the text, and write by changing it.
 */
import {
  computed,
  inject,
  shallowReadonly,
  shallowRef,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue'

import { isEventPlace } from './events/rule-event.js'
import { filePart, type FilePart } from './file/file-part.js'
import { editedPart } from './file/edited-part.js'
import { addEntry } from './text/add-entry.js'
import { editInTurn } from './text/compose-changes.js'
import { EditRefused } from './text/edit-refused.js'
import type { SyntaxMistake } from './text/outline/outline.js'
import { isWithin, placeKey, type Place } from './text/place.js'
import { readFile, type ReadFile } from './text/read-file.js'
import { removeValue } from './text/remove-value.js'
import { setValue } from './text/set-value.js'
import type { TextChange, TextEdit } from './text/text-change.js'
import type { TextHistory } from './text/text-history.js'
import type { Written } from './text/written.js'

export interface Editor {
  readonly text: Readonly<Ref<string>>
  /** What the text says; while it cannot be read, what it said before. */
  readonly root: ComputedRef<FilePart>
  /** The last text that could be read. */
  readonly file: ComputedRef<ReadFile>
  readonly syntax: ComputedRef<readonly SyntaxMistake[]>
  /** May be changed at all. */
  readonly isOpen: Readonly<Ref<boolean>>
  /** May be changed by forms: the text can be read. */
  readonly isFormOpen: ComputedRef<boolean>
  readonly selected: ComputedRef<Place>
  /** Why the last edit of a form was not written. */
  readonly refusal: Readonly<Ref<EditRefused | null>>
  readonly canUndo: ComputedRef<boolean>
  readonly canRedo: ComputedRef<boolean>
  readonly select: (place: Place) => void
  /** @param group - successive edits of one group are one step of the history */
  readonly edit: (edits: readonly TextEdit[], group?: string) => boolean
  readonly set: (place: Place, value: Written) => boolean
  readonly remove: (place: Place) => boolean
  readonly add: (map: Place, key: string, value: Written) => boolean
  /** The text itself was typed in. */
  readonly write: (changes: readonly TextChange[], group?: string) => void
  readonly undo: () => void
  readonly redo: () => void
}

export const EDITOR: InjectionKey<Editor> = Symbol('editor')

export interface EditorOptions {
  readonly history: TextHistory
  readonly isOpen: Readonly<Ref<boolean>>
  /** As the address has it, as far as the file has such a place. */
  readonly placeIn: (root: FilePart) => Place
  readonly select: (place: Place) => void
}

export function openEditor(options: EditorOptions): Editor {
  const { history, isOpen, select } = options
  const { text } = history
  const refusal = shallowRef<EditRefused | null>(null)
  const now = computed(() => readFile(text.value))
  const isReadable = computed(() => now.value.errors.length === 0)
  const file = computed<ReadFile>((before) =>
    isReadable.value || !before ? now.value : before,
  )
  const root = computed(() => filePart(file.value.tree))
  const isFormOpen = computed(() => isOpen.value && isReadable.value)

  const editor: Editor = {
    text,
    root,
    file,
    syntax: computed(() => now.value.errors),
    isOpen,
    isFormOpen,
    selected: computed(() =>
      editedPart(options.placeIn(root.value), root.value),
    ),
    refusal: shallowReadonly(refusal),
    canUndo: computed(() => isOpen.value && history.canUndo.value),
    canRedo: computed(() => isOpen.value && history.canRedo.value),
    select,
    edit(edits, group) {
      if (!isFormOpen.value) return false
      refusal.value = null
      try {
        const changes = editInTurn(text.value, edits)
        history.apply(changes, group === undefined ? {} : { group })
        return true
      } catch (error) {
        if (!(error instanceof EditRefused)) throw error
        refusal.value = error
        return false
      }
    },
    set: (place, value) =>
      editor.edit([(each) => setValue(each, place, value)], placeKey(place)),
    remove: (place) => {
      const keepEmpty = isEventPlace(place.slice(0, -1))
      return editor.edit([(each) => removeValue(each, place, { keepEmpty })])
    },
    add: (map, key, value) =>
      editor.edit([(each) => addEntry(each, map, key, value)]),
    write(changes, group) {
      if (!isOpen.value) return
      history.apply(changes, group === undefined ? {} : { group })
    },
    undo: () => show(isOpen.value ? history.undo() : null),
    redo: () => show(isOpen.value ? history.redo() : null),
  }
  return editor

  /** What is undone unseen is not believed. */
  function show(changes: readonly TextChange[] | null): void {
    refusal.value = null
    const [first] = changes ?? []
    if (!first || !isReadable.value) return
    const place = now.value.placeAt(first.from)
    const part = editedPart(place, root.value)
    if (!isWithin(part, editor.selected.value) || part.length > 0) select(part)
  }
}

export function useEditor(): Editor {
  const editor = inject(EDITOR)
  if (!editor) throw new Error('useEditor is for parts of the draft editor.')
  return editor
}
