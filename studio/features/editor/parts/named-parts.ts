/** Parts of an entry that rules call by name: the caps of a deduction, the variants of a criterion. */
import { tableAt, textAt, type FilePart } from '../file/file-part.js'
import type { Place } from '../text/place.js'
import { renameKey } from '../text/rename-key.js'
import { setValue } from '../text/set-value.js'
import type { TextEdit } from '../text/text-change.js'
import type { Written } from '../text/written.js'

interface PartsKind {
  /** The key without which such a part says nothing. */
  readonly value: string
  /** What people look for in one. */
  readonly main: readonly string[]
  /** How a rule calls it: the event, the entry that it is a part of, and its name. */
  readonly event: string
  readonly owner: string
  readonly name: string
}

const PARTS = {
  caps: {
    ...{ value: 'at_most', event: 'deduct', owner: 'into', name: 'cap' },
    main: ['at_most', 'over', 'cite', 'mark'],
  },
  variants: {
    ...{ value: 'formula', event: 'choose', owner: 'of', name: 'variant' },
    main: ['title', 'formula', 'cite', 'mark'],
  },
} as const satisfies { readonly [key: string]: PartsKind }

export type PartsKey = keyof typeof PARTS

export function isPartsKey(key: unknown): key is PartsKey {
  return typeof key === 'string' && Object.hasOwn(PARTS, key)
}

export function partsKind(key: PartsKey): PartsKind {
  return PARTS[key]
}

/** Rules that call a part by its name. */
export function rulesCalling(
  root: FilePart,
  parts: Place,
  part: string,
): readonly string[] {
  const [owner, key] = parts.slice(-2)
  if (!isPartsKey(key)) return []
  const { event, owner: of, name } = PARTS[key]
  return Object.keys(tableAt(root, ['rules'])).filter((rule) => {
    const said = (each: string) => textAt(root, ['rules', rule, event, each])
    return said(of) === owner && said(name) === part
  })
}

/** Another name for a part, at its place and in the rules that call it. */
export function renamePartEdits(
  root: FilePart,
  parts: Place,
  part: string,
  name: string,
): readonly TextEdit[] {
  const key = parts.at(-1)
  if (!isPartsKey(key)) return []
  const { event, name: called } = PARTS[key]
  return [
    ...rulesCalling(root, parts, part).map(
      (rule): TextEdit =>
        (text) =>
          setValue(text, ['rules', rule, event, called], name),
    ),
    (text) => renameKey(text, [...parts, part], name),
  ]
}

/** What a new one says at first. @param paragraph - of the act that states it; empty where none is told */
export function newPart(
  key: PartsKey,
  value: Written,
  paragraph: string,
): Written {
  const cited: Written =
    paragraph === '' ? {} : { cite: paragraph, mark: 'given' }
  return { [PARTS[key].value]: value, ...cited }
}
