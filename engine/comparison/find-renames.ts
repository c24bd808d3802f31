/** Entries that have another name and say the same. */
import type { Path } from '../source/path.js'
import { meaningOf, type Form } from './form.js'
import { declaredKind, type NameKind } from './names.js'

export interface Rename {
  readonly path: Path
  readonly from: string
  readonly to: string
  /** null where no other place refers to the name. */
  readonly kind: NameKind | null
}

/** What tells entries of one section apart; two columns of numbers are not the same column. */
const TELLING = ['title', 'cite', 'formula', 'when', 'under', 'value', 'note']

/** Entries that are gone and came with the same meaning, where nothing else is meant by it. */
export function findRenames(
  was: Form,
  is: Form,
  path: Path = [],
): readonly Rename[] {
  if (was.kind !== 'table' || is.kind !== 'table') return []
  const inside = [...was.entries].flatMap(([key, form]) => {
    const other = is.entries.get(key)
    return other ? findRenames(form, other, [...path, key]) : []
  })
  if (!was.isNamed || !is.isNamed) return inside
  const gone = only(was.entries, is.entries)
  const come = only(is.entries, was.entries)
  const own = gone.flatMap(([from, form]) => {
    const meaning = meaningOf(form)
    const alike = (entries: readonly (readonly [string, Form])[]) =>
      entries.filter(([, each]) => meaningOf(each) === meaning)
    const [to, second] = alike(come)
    if (!to || second || alike(gone).length > 1 || !isTelling(form, path))
      return []
    return [{ path, from, to: to[0], kind: kindAt(path) }]
  })
  return [...inside, ...own]
}

/** Variants, caps and levels are named as well, and nothing else names them so. */
function kindAt(path: Path): NameKind | null {
  const [section = ''] = path
  const isDeclared =
    path.length === 1 || section === 'inputs' || path.at(-1) === 'children'
  return isDeclared ? declaredKind(String(section)) : null
}

function only(
  entries: ReadonlyMap<string, Form>,
  of: ReadonlyMap<string, Form>,
) {
  return [...entries].filter(([key]) => !of.has(key))
}

function isTelling(form: Form, path: Path): boolean {
  if (form.kind !== 'table') return false
  if (path.at(-1) === 'rows') return true
  return (
    TELLING.some((key) => form.entries.has(key)) ||
    [...form.entries.values()].some((entry) => entry.kind === 'table')
  )
}
