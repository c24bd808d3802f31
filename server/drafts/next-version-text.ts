/**
 * The text of a version as the beginning of the next one: its version, status
 * and `supersedes` are replaced where they stand, and nothing else is touched,
 * so that comments, order and line breaks stay.
 */
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml'

import { canonicalJson, loadMethodology } from '../../engine/index.js'

export interface NextVersionText {
  readonly text: string
  /** False where the text is kept as it was: the identity has to be changed by hand. */
  readonly isAdapted: boolean
}

export interface NextIdentity {
  /** Of the new version. */
  readonly version: string
  /** The version that it replaces. */
  readonly supersedes: string
}

export function nextVersionText(
  text: string,
  { version, supersedes }: NextIdentity,
): NextVersionText {
  const wanted = { version, status: 'draft', supersedes }
  const adapted = replaced(text, {
    version: JSON.stringify(version),
    status: 'draft',
    supersedes: JSON.stringify(supersedes),
  })
  const isAdapted = adapted !== null && saysOnly(text, adapted, wanted)
  return isAdapted ? { text: adapted, isAdapted } : { text, isAdapted: false }
}

type Values = Readonly<Record<'version' | 'status' | 'supersedes', string>>

/** A piece of the text, and what takes its place. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** null where the text is not laid out in the plain way. */
function replaced(text: string, values: Values): string | null {
  const { contents, errors } = parseDocument(text)
  if (errors.length > 0 || !isMap(contents) || contents.flow) return null
  const edits: Edit[] = []
  for (const [key, by] of Object.entries(values)) {
    const edit =
      editOf(contents, key, by) ?? lineAfterStatus(text, contents, key, by)
    if (!edit) return null
    edits.push(edit)
  }
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce(
      (all, { from, to, by }) => all.slice(0, from) + by + all.slice(to),
      text,
    )
}

function editOf(map: YAMLMap, key: string, by: string): Edit | null {
  const value = map.items.find(
    (pair) => isScalar(pair.key) && pair.key.value === key,
  )?.value
  if (!isScalar(value) || !value.range) return null
  const [from, to] = value.range
  return { from, to, by }
}

/** A key that is not there yet gets a line of its own. */
function lineAfterStatus(
  text: string,
  map: YAMLMap,
  key: string,
  by: string,
): Edit | null {
  if (key !== 'supersedes' || map.has(key)) return null
  const status = editOf(map, 'status', '')
  if (!status) return null
  const end = text.indexOf('\n', status.to)
  if (end < 0) return null
  const isWindows = text[end - 1] === '\r'
  const at = end + 1
  return { from: at, to: at, by: `supersedes: ${by}${isWindows ? '\r' : ''}\n` }
}

/** The new text says the same as the old one but for the identity. */
function saysOnly(was: string, is: string, wanted: Values): boolean {
  const before = tableOf(was)
  const after = tableOf(is)
  if (!before || !after) return false
  const expected = new Map([...before, ...Object.entries(wanted)])
  const textOf = (table: ReadonlyMap<string, unknown>) =>
    canonicalJson(Object.fromEntries(table))
  return textOf(expected) === textOf(after)
}

function tableOf(text: string): ReadonlyMap<string, unknown> | null {
  const { tree } = loadMethodology('text', text).source
  const isTable =
    typeof tree === 'object' && tree !== null && !Array.isArray(tree)
  return isTable ? new Map<string, unknown>(Object.entries(tree)) : null
}
