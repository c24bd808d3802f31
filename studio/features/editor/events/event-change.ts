/**
 * A rule with another event: the key is renamed where it stands, and of the old
 * settings the new event takes over what has a place in it.
 */
import { isTable, partAt, tableAt, type FilePart } from '../file/file-part.js'
import { withVariants } from '../forms/element-names.js'
import { inLine, namesAt } from '../forms/form-fields.js'
import { addEntry } from '../text/add-entry.js'
import type { Place } from '../text/place.js'
import { removeValue } from '../text/remove-value.js'
import { renameKey } from '../text/rename-key.js'
import { setValue } from '../text/set-value.js'
import type { TextEdit } from '../text/text-change.js'
import type { Written, WrittenMap } from '../text/written.js'
import { eventsOf, type EventKind } from './rule-event.js'

/** Settings of an event that another one has no place for. */
export interface LostSettings {
  readonly kind: EventKind
  readonly settings: readonly {
    readonly key: string
    readonly text: string
  }[]
}

/** The edits by which a rule with one event or none has the event. */
export function eventEdits(
  root: FilePart,
  rule: Place,
  to: EventKind,
): readonly TextEdit[] {
  const [from] = eventsOf(root, rule)
  const value = firstSettings(root, to, carriedOver(root, rule, to))
  const place = [...rule, to]
  if (from !== undefined) {
    return [
      (text) => renameKey(text, [...rule, from], to),
      (text) => setValue(text, place, value),
    ]
  }
  const after = Object.hasOwn(tableAt(root, rule), 'when')
  const options = after ? { after: 'when' } : {}
  return [(text) => addEntry(text, rule, to, value, options)]
}

/** The edits by which a rule with several events keeps one. */
export function keepEdits(
  root: FilePart,
  rule: Place,
  kept: EventKind,
): readonly TextEdit[] {
  return eventsOf(root, rule)
    .filter((each) => each !== kept)
    .map(
      (each): TextEdit =>
        (text) =>
          removeValue(text, [...rule, each], { keepEmpty: true }),
    )
}

/** What is lost of the event that a rule has where it gets another; null where nothing is. */
export function lostSettings(
  root: FilePart,
  rule: Place,
  to: EventKind,
): LostSettings | null {
  const [kind] = eventsOf(root, rule)
  if (kind === undefined || kind === to) return null
  const written = partAt(root, [...rule, kind]) ?? null
  const taken = Object.values(carriedOver(root, rule, to)).map(String)
  const all = isTable(written)
    ? Object.entries(written)
    : [[kind, written] as const]
  const settings = all.flatMap(([key, part]) => {
    const text = inLine(part)
    const isLost = text !== '' && !(SHARED.has(key) && taken.includes(text))
    return isLost ? [{ key, text }] : []
  })
  return settings.length === 0 ? null : { kind, settings }
}

/** Keys by which events name the same: nodes of the tree, and rankings. */
const SHARED: ReadonlySet<string> = new Set([
  ...['criterion', 'of', 'ranking', 'about'],
])

function carriedOver(root: FilePart, rule: Place, to: EventKind): WrittenMap {
  const [from] = eventsOf(root, rule)
  if (from === undefined) return {}
  const event = [...rule, from]
  const names = (key: string) => namesAt(root, [...event, key])
  const nodes = [...names('criterion'), ...names('of')]
  const rankings = [...names('ranking'), ...names('about')]
  switch (to) {
    case 'exclude':
      return { ...named('criterion', nodes), ...named('ranking', rankings) }
    case 'limit':
      return named('of', nodes)
    case 'choose': {
      const fitting = withVariants(root).map(({ name }) => name)
      return named(
        'of',
        nodes.filter((each) => each.startsWith('$') || fitting.includes(each)),
      )
    }
    case 'flag':
      return named('about', rankings)
    case 'deduct':
      return {}
  }
}

/** Of several names none is the one that is meant. */
function named(key: string, names: readonly string[]): WrittenMap {
  const [only, second] = names
  return only === undefined || second !== undefined ? {} : { [key]: only }
}

/** The least that the event asks for, as far as the file leaves no choice. */
export function firstSettings(
  root: FilePart,
  kind: EventKind,
  carried: WrittenMap = {},
): Written {
  if (kind === 'deduct') {
    const deductions = Object.keys(tableAt(root, ['deductions']))
    return { points: '', ...named('into', deductions) }
  }
  if (kind === 'choose' && carried['of'] === undefined) {
    return named(
      'of',
      withVariants(root).map(({ name }) => name),
    )
  }
  return carried
}
