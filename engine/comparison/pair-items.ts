/** Which items of two lists of entries are the same entry. */
import { meaningOf, textOf, type Form } from './form.js'

export interface ItemPair {
  readonly a: Form | null
  readonly b: Form | null
  /** In the new list, or in the old one where it is gone. */
  readonly index: number
}

/** Keys by which the entries of a list are known. */
const KNOWN_BY = ['name', 'title', 'number']

/**
 * Entries are known by what they are called, where no two are called the same;
 * others by what they say, and what is left by where it stands between these.
 */
export function pairItems(
  was: readonly Form[],
  is: readonly Form[],
): readonly ItemPair[] {
  const key = callingKey(was, is)
  return key === undefined ? pairByPlace(was, is) : pairBy(key, was, is)
}

/** What the entries of both lists are called by, in the order of each; null: by nothing. */
export function calledInOrder(
  was: readonly Form[],
  is: readonly Form[],
): readonly [readonly string[], readonly string[]] | null {
  const key = callingKey(was, is)
  if (key === undefined) return null
  const called = (forms: readonly Form[]) =>
    forms.map((form) => calledBy(form, key) ?? '')
  return [called(was), called(is)]
}

function callingKey(was: readonly Form[], is: readonly Form[]) {
  return KNOWN_BY.find((each) => areCalled(was, each) && areCalled(is, each))
}

function pairBy(
  key: string,
  was: readonly Form[],
  is: readonly Form[],
): readonly ItemPair[] {
  const keyOf = (form: Form) => calledBy(form, key) ?? ''
  const before = new Map(was.map((form) => [keyOf(form), form]))
  const after = new Set(is.map(keyOf))
  const gone = was.filter((form) => !after.has(keyOf(form)))
  const come = is.filter((form) => !before.has(keyOf(form)))
  const otherwise = calledOtherwise(key, gone, come)
  const left = gone
    .filter((form) => ![...otherwise.values()].includes(form))
    .map((a) => ({ a, b: null, index: was.indexOf(a) }))
  const there = is.map((b, index) => {
    const a = before.get(keyOf(b)) ?? otherwise.get(b) ?? null
    return { a, b, index }
  })
  return [...left, ...there]
}

/** Entries that say the same but for what they are called. */
function calledOtherwise(
  key: string,
  gone: readonly Form[],
  come: readonly Form[],
): ReadonlyMap<Form, Form> {
  const rest = (form: Form) => {
    if (form.kind !== 'table') return meaningOf(form)
    const entries = [...form.entries].filter(([each]) => each !== key)
    return meaningOf({ ...form, entries: new Map(entries) })
  }
  const alike = (form: Form, forms: readonly Form[]) =>
    forms.filter((each) => rest(each) === rest(form))
  return new Map(
    come.flatMap((form) => {
      const [only, second] = alike(form, gone)
      const isOne = only && !second && alike(form, come).length === 1
      return isOne ? [[form, only] as const] : []
    }),
  )
}

function pairByPlace(
  was: readonly Form[],
  is: readonly Form[],
): readonly ItemPair[] {
  const left = was.map(meaningOf)
  const right = is.map(meaningOf)
  const pairs: ItemPair[] = []
  let [i, j] = [0, 0]
  const flush = (toI: number, toJ: number) => {
    for (; i < toI && j < toJ; i += 1, j += 1) {
      pairs.push({ a: was[i] ?? null, b: is[j] ?? null, index: j })
    }
    for (; i < toI; i += 1) pairs.push({ a: was[i] ?? null, b: null, index: i })
    for (; j < toJ; j += 1) pairs.push({ a: null, b: is[j] ?? null, index: j })
  }
  while (i < left.length && j < right.length) {
    const next = nextEqual(left, right, i, j)
    if (!next) break
    flush(next[0], next[1])
    i += 1
    j += 1
  }
  flush(left.length, right.length)
  return pairs
}

/** The nearest pair of equal items, counted from where both lists stand. */
function nextEqual(
  left: readonly string[],
  right: readonly string[],
  i: number,
  j: number,
): readonly [number, number] | null {
  for (
    let distance = 0;
    i + distance < left.length || j + distance < right.length;
    distance += 1
  ) {
    for (let more = 0; more <= distance; more += 1) {
      const same = (a: number, b: number) =>
        left[a] !== undefined && left[a] === right[b]
      if (same(i + distance, j + more)) return [i + distance, j + more]
      if (same(i + more, j + distance)) return [i + more, j + distance]
    }
  }
  return null
}

function areCalled(forms: readonly Form[], key: string): boolean {
  const called = forms.map((form) => calledBy(form, key))
  return !called.includes(null) && new Set(called).size === called.length
}

function calledBy(form: Form, key: string): string | null {
  const found = form.kind === 'table' ? form.entries.get(key) : undefined
  return found ? textOf(found) : null
}
