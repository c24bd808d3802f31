/**
 * Every rule of every shipped file is given every event, also with the line
 * breaks of Windows: nothing else of the file changes, and all of it is one step.
 */
import { createApp, ref } from 'vue'
import { describe, expect, it } from 'vitest'

import {
  eventsOf,
  RULE_EVENTS,
  type EventKind,
} from '../../../studio/features/editor/events/rule-event.js'
import { useEventChange } from '../../../studio/features/editor/events/useEventChange.js'
import { tableAt } from '../../../studio/features/editor/file/file-part.js'
import { createTextHistory } from '../../../studio/features/editor/text/text-history.js'
import type { Place } from '../../../studio/features/editor/text/place.js'
import {
  EDITOR,
  openEditor,
} from '../../../studio/features/editor/useEditor.js'
import { FILES, WINDOWS_FILES, type TextFile } from './files.js'

const SHIPPED = [...FILES, ...WINDOWS_FILES].filter(({ name }) =>
  name.startsWith('rules/'),
)

/** Every rule with every event that it has not got, in an editor of its own. */
const CASES = SHIPPED.flatMap((file) =>
  Object.keys(tableAt(opened(file).editor.root.value, ['rules'])).map(
    (rule) => ({ file, rule, place: ['rules', rule] }),
  ),
)

describe('in every rule of every shipped file', () => {
  it('there are rules to try', () => {
    expect(CASES.length).toBeGreaterThan(20)
  })

  it.each(CASES)(
    '$file.name $rule: another event changes the lines of the old one, and is undone at once',
    ({ file, place }) => {
      for (const kind of RULE_EVENTS) {
        const { editor, change } = opened(file, place)
        const before = editor.text.value
        const [old] = eventsOf(editor.root.value, place)
        change.choose(kind)
        expect(editor.refusal.value).toBeNull()
        expect(eventsOf(editor.root.value, place)).toEqual([kind])
        expectAround(before, editor.text.value, rangeOf(file, place, old))
        editor.undo()
        expect(editor.text.value).toBe(before)
      }
    },
  )

  it.each(CASES)(
    '$file.name $rule: going through all events and back leaves nothing to undo',
    ({ file, place }) => {
      const { editor, change } = opened(file, place)
      const before = editor.text.value
      const [old] = eventsOf(editor.root.value, place)
      const others = RULE_EVENTS.filter((kind) => kind !== old)
      for (const kind of others) change.choose(kind)
      expect(editor.text.value).not.toBe(before)
      if (old) change.choose(old)
      expect(editor.text.value).toBe(before)
      expect(editor.canUndo.value).toBe(false)
      for (const kind of others) change.choose(kind)
      editor.undo()
      expect(editor.text.value).toBe(before)
      expect(editor.canUndo.value).toBe(false)
    },
  )

  it.each(CASES)(
    '$file.name $rule: a setting changes the lines of the event alone, and its last one leaves it there',
    ({ file, place }) => {
      const { editor, change } = opened(file, place)
      change.choose('flag')
      const before = editor.text.value
      const event = [...place, 'flag']
      const around = editor.file.value.rangeOf(event)
      editor.set([...event, 'name'], 'told')
      expectAround(before, editor.text.value, around)
      for (const key of Object.keys(tableAt(editor.root.value, event))) {
        editor.remove([...event, key])
      }
      expect(eventsOf(editor.root.value, place)).toEqual(['flag'])
      const line = file.name.endsWith('CRLF') ? /[^\r]\n/ : /\r\n/
      expect(editor.text.value).not.toMatch(line)
    },
  )
})

function opened(file: TextFile, place: Place = []) {
  const editor = openEditor({
    history: createTextHistory(file.text),
    isOpen: ref(true),
    placeIn: () => place,
    select: () => undefined,
  })
  const app = createApp({}).provide(EDITOR, editor)
  const change = app.runWithContext(() => useEventChange(() => place))
  return { editor, change }
}

/** Of the event with its key, on its own lines. */
function rangeOf(
  file: TextFile,
  place: Place,
  kind: EventKind | undefined,
): Range | null {
  const { editor } = opened(file, place)
  const range = kind && editor.file.value.rangeOf([...place, kind])
  if (!range) return null
  const from = file.text.lastIndexOf(`${kind}:`, range.from)
  return { from, to: range.to }
}

interface Range {
  readonly from: number
  readonly to: number
}

function expectAround(before: string, after: string, range: Range | null) {
  if (!range) throw new Error('Every rule of these files has an event.')
  expect(after.startsWith(before.slice(0, range.from))).toBe(true)
  expect(after.endsWith(before.slice(range.to))).toBe(true)
}
