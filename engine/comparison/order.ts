/** Where the order of entries means something: deductions, levels of a scale, steps. */
import type { Path } from '../source/path.js'
import type { Around } from './compare-forms.js'
import type { VersionDifference } from './version-difference.js'
import { meaningOf, type Form, type ListForm, type TableForm } from './form.js'
import { calledInOrder } from './pair-items.js'

/**
 * In a cap group earlier rules keep their points and later ones shrink, so the
 * order of the rules that deduct into one node is part of what they say.
 */
export function orderDifference(
  was: TableForm,
  is: TableForm,
  around: Around,
): VersionDifference | null {
  const groupOf = groupingOf(around.path)
  if (!groupOf) return null
  const groups = new Set<string>()
  const named = (table: TableForm, other: TableForm) =>
    [...table.entries].flatMap(([name, form]) => {
      const another = other.entries.get(name)
      const group = another && groupOf(form)
      if (!another || !group || group !== groupOf(another)) return []
      groups.add(group)
      return [{ name, group }]
    })
  const [before, after] = [named(was, is), named(is, was)]
  for (const group of groups) {
    const namesOf = (list: typeof before) =>
      list.filter((each) => each.group === group).map(({ name }) => name)
    const found = reordered(namesOf(before), namesOf(after), around)
    if (found) return found
  }
  return null
}

/** The order of entries that are known by a name. */
export function listOrderDifference(
  was: ListForm,
  is: ListForm,
  around: Around,
): VersionDifference | null {
  const called = calledInOrder(was.items, is.items)
  if (!called) return null
  const [before, after] = called
  return reordered(
    before.filter((name) => after.includes(name)),
    after.filter((name) => before.includes(name)),
    around,
  )
}

function reordered(
  before: readonly string[],
  after: readonly string[],
  { path, entry, cite, title }: Around,
): VersionDifference | null {
  const [was, is] = [before.join(', '), after.join(', ')]
  if (was === is) return null
  const at = [...path, 'order']
  return { path: at, kind: 'changed', was, is, cite, title, entry, of: [] }
}

/** What puts entries in one order with each other; null where order says nothing. */
function groupingOf(path: Path): ((form: Form) => string | null) | null {
  if (path.join('.') === 'rules') return deductedInto
  const [section, , key] = path
  const isOrdered =
    path.length === 3 &&
    ((section === 'scales' && key === 'levels') ||
      // Rules are made for rows in their order.
      (section === 'tables' && key === 'rows'))
  return isOrdered ? () => 'all' : null
}

function deductedInto(form: Form): string | null {
  const node = keyOf(keyOf(form, 'deduct'), 'into')
  return node ? meaningOf(node) : null
}

function keyOf(form: Form | undefined, key: string): Form | undefined {
  return form?.kind === 'table' ? form.entries.get(key) : undefined
}
