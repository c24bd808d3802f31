/** Walks two forms side by side and lists where they differ in meaning. */
import type { Path } from '../source/path.js'
import type { VersionDifference } from './version-difference.js'
import {
  meaningOf,
  textOf,
  type Form,
  type ListForm,
  type TableForm,
} from './form.js'
import { listOrderDifference, orderDifference } from './order.js'
import { pairItems } from './pair-items.js'

/** What stands around the place that is looked at. */
export interface Around {
  readonly path: Path
  readonly entry: number
  readonly cite: string | null
  readonly title: string | null
}

const OUTSIDE: Around = { path: [], entry: 0, cite: null, title: null }

export function compareForms(
  was: Form,
  is: Form,
  around: Around = OUTSIDE,
): readonly VersionDifference[] {
  if (meaningOf(was) === meaningOf(is) && !mayDifferInOrder(was, is)) return []
  if (was.kind === 'table' && is.kind === 'table') {
    return compareTables(was, is, around)
  }
  if (was.kind === 'list' && is.kind === 'list') {
    return compareLists(was, is, around)
  }
  const isRestated =
    was.kind === 'value' &&
    is.kind === 'value' &&
    (was.isExpression || is.isExpression)
  return [difference(around, isRestated ? 'restated' : 'changed', was, is)]
}

export function difference(
  { path, entry, cite, title }: Around,
  kind: VersionDifference['kind'],
  was: Form | null,
  is: Form | null,
): VersionDifference {
  return {
    path,
    kind,
    was: was && textOf(was),
    is: is && textOf(is),
    cite,
    title,
    entry,
    of: [],
  }
}

function mayDifferInOrder(was: Form, is: Form): boolean {
  return was.kind === 'table' && is.kind === 'table'
}

function compareTables(
  was: TableForm,
  is: TableForm,
  around: Around,
): readonly VersionDifference[] {
  const keys = new Set([...was.entries.keys(), ...is.entries.keys()])
  const found = [...keys].flatMap((key) => {
    const [a, b] = [was.entries.get(key), is.entries.get(key)]
    const inside = within(around, was.isNamed || is.isNamed, key, b ?? a)
    if (a && b) return compareForms(a, b, inside)
    const meant = (b ? was : is).standard.get(key)
    const one = a ?? b
    if (!one) return []
    if (meant && meaningOf(meant) === meaningOf(one)) return []
    if (meant) {
      const [before, after] = [a ?? meant, b ?? meant]
      const changed = difference(inside, 'changed', before, after)
      const note = (text: string | null) => `${text ?? ''} (by default)`
      return a
        ? { ...changed, is: note(changed.is) }
        : { ...changed, was: note(changed.was) }
    }
    return difference(inside, b ? 'added' : 'removed', a ?? null, b ?? null)
  })
  const order = orderDifference(was, is, around)
  return order ? [...found, order] : found
}

function compareLists(
  was: ListForm,
  is: ListForm,
  around: Around,
): readonly VersionDifference[] {
  const items = [...was.items, ...is.items]
  const isPlain = items.every((item) => item.kind === 'value')
  if (isPlain) return [difference(around, 'changed', was, is)]
  if (around.path.join('.') === 'examples') {
    return compareExamples(was, is, around)
  }
  const found = pairItems(was.items, is.items).flatMap(({ a, b, index }) => {
    const inside = within(around, true, index, b ?? a ?? undefined)
    if (a && b) return compareForms(a, b, inside)
    return difference(inside, b ? 'added' : 'removed', a, b)
  })
  const order = was.isSet ? null : listOrderDifference(was, is, around)
  return order ? [...found, order] : found
}

/** Examples set no rules: they are counted, by title. */
function compareExamples(
  was: ListForm,
  is: ListForm,
  around: Around,
): readonly VersionDifference[] {
  const pairs = pairItems(was.items, is.items)
  return pairs.flatMap(({ a, b, index }) => {
    const one = b ?? a ?? undefined
    const inside = within(around, true, index, one)
    if (!a || !b) {
      const what = difference(inside, b ? 'added' : 'removed', a, b)
      return { ...what, was: a && titleOf(a), is: b && titleOf(b) }
    }
    if (meaningOf(a) === meaningOf(b)) return []
    const what = difference(inside, 'changed', a, b)
    return { ...what, was: titleOf(a), is: titleOf(b) }
  })
}

/** The surroundings of what stands behind a key. */
function within(
  around: Around,
  isEntry: boolean,
  key: string | number,
  form: Form | undefined,
): Around {
  const path = [...around.path, stepOf(key, form)]
  if (!isEntry || form?.kind !== 'table') return { ...around, path }
  return {
    path,
    entry: path.length,
    cite: citeOf(form) ?? around.cite,
    title: titleOf(form),
  }
}

function titleOf(form: Form): string | null {
  return form.kind === 'table' ? firstText(form.entries.get('title')) : null
}

function firstText(form: Form | undefined): string | null {
  if (form?.kind !== 'table') return form ? textOf(form) : null
  const [first] = form.entries.values()
  return first ? textOf(first) : null
}

/** An item of a list by its name, where it has one. */
function stepOf(key: string | number, form: Form | undefined) {
  const name =
    typeof key === 'number' && form?.kind === 'table'
      ? form.entries.get('name')
      : undefined
  return name ? textOf(name) : key
}

/** The paragraph, with the act where it is another one. */
function citeOf(form: TableForm): string | null {
  const cite = form.entries.get('cite')
  if (cite?.kind !== 'table') return null
  const part = (key: string) => {
    const found = cite.entries.get(key)
    return found ? textOf(found) : null
  }
  const paragraph = part('paragraph')
  const place =
    paragraph !== null && /^\d/.test(paragraph)
      ? `paragraph ${paragraph}`
      : paragraph
  return [part('act'), place].filter((text) => text !== null).join(', ') || null
}
