/**
 * What differs in meaning between two versions of a methodology. Compared is the
 * full form, so that a setting that `defaults` says, one that the entry says and
 * one that the language means are the same. Order, comments, spaces, brackets
 * that change nothing and the writing of numbers are no differences; the ids of
 * the file are none either.
 */
import { fullForm, type FullForm } from '../full-form/full-form.js'
import type { Methodology } from '../methodology/methodology.js'
import { parseYaml } from '../source/parse-yaml.js'
import { pathKey, type Path } from '../source/path.js'
import type { Source } from '../source/source.js'
import { compareForms } from './compare-forms.js'
import type { VersionDifference } from './version-difference.js'
import { findRenames, type Rename } from './find-renames.js'
import type { TableForm } from './form.js'
import type { NameKind, Renames } from './names.js'
import { readForm } from './read-form.js'

/** A renamed entry may let another one be seen as renamed that refers to it. */
const MOST_ROUNDS = 8

/** @returns in the order of the new file, what is gone in the order of the old one */
export function compareMethodologies(
  was: Methodology,
  is: Methodology,
): readonly VersionDifference[] {
  const forms = [fullForm(was), fullForm(is)] as const
  const [before, after] = [
    parseYaml(was.source.file, forms[0].text).source,
    parseYaml(is.source.file, forms[1].text).source,
  ]
  const renames = acceptedRenames(before, after)
  const found = compareForms(
    withNames(readForm(before, renamesOf(renames)), renames),
    readForm(after, renamesOf([])),
  )
  return [...renames.map(renameDifference), ...gathered(found, forms)]
}

/** Renames that leave fewer differences than taking the entries as others does. */
function acceptedRenames(before: Source, after: Source): readonly Rename[] {
  const is = readForm(after, renamesOf([]))
  let accepted: readonly Rename[] = []
  const countWith = (renames: readonly Rename[]) => {
    const form = withNames(readForm(before, renamesOf(renames)), renames)
    return compareForms(form, is).length + renames.length
  }
  let count = countWith(accepted)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const known = accepted
    const form = withNames(readForm(before, renamesOf(known)), known)
    for (const rename of findRenames(form, is)) {
      const next = countWith([...accepted, rename])
      if (next >= count) continue
      accepted = [...accepted, rename]
      count = next
    }
    if (accepted === known) return accepted
  }
  return accepted
}

function renamesOf(renames: readonly Rename[]): Renames {
  const kinds = new Map<NameKind, Map<string, string>>()
  for (const { kind, path, from, to } of renames) {
    if (kind === null) continue
    const names = kinds.get(kind) ?? new Map<string, string>()
    kinds.set(kind, names)
    const [a, b] = path[0] === 'computed' ? lastSteps(from, to) : [from, to]
    names.set(a, b)
  }
  return kinds
}

/** Of a column that stays in its table, the name in that table. */
function lastSteps(from: string, to: string): readonly [string, string] {
  const [a, b] = [from.split('.'), to.split('.')]
  return [a.at(-1) ?? from, b.at(-1) ?? to]
}

/** The form with its keys called as they are now, where reading it has not done so. */
function withNames(form: TableForm, renames: readonly Rename[]): TableForm {
  return renames.reduce<TableForm>(
    (table, { path, from, to }) => rename(table, path, from, to),
    form,
  )
}

function rename(
  table: TableForm,
  [step, ...rest]: Path,
  from: string,
  to: string,
): TableForm {
  const entries = [...table.entries].map(([key, form]) => {
    if (step === undefined) return [key === from ? to : key, form] as const
    return key === step && form.kind === 'table'
      ? ([key, rename(form, rest, from, to)] as const)
      : ([key, form] as const)
  })
  return { ...table, entries: new Map(entries) }
}

function renameDifference({ path, from, to }: Rename): VersionDifference {
  return {
    path: [...path, to],
    kind: 'renamed',
    was: from,
    is: to,
    cite: null,
    title: null,
    entry: path.length + 1,
    of: [],
  }
}

/** What `defaults` says differently for all entries of a section is one difference. */
function gathered(
  found: readonly VersionDifference[],
  forms: readonly [FullForm, FullForm],
): readonly VersionDifference[] {
  const groups = new Map<string, VersionDifference[]>()
  for (const each of found) {
    const from = borrowedFrom(each, forms)
    const key = from
      ? pathKey(['defaults', ...from, each.kind, each.was ?? '', each.is ?? ''])
      : pathKey(['own', String(groups.size)])
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].flatMap((group) => {
    const [first, second] = group
    const from = first && borrowedFrom(first, forms)
    if (!first || !second || !from) return group
    const of = group.map(({ path, entry }) => path.slice(0, entry).join('.'))
    return [{ ...first, path: from, entry: 2, title: null, of }]
  })
}

/** The place in `defaults` of what differs, where it does not stand in the entry itself. */
function borrowedFrom(
  { path, kind }: VersionDifference,
  [was, is]: readonly [FullForm, FullForm],
): Path | null {
  for (let length = path.length; length > 0; length -= 1) {
    const key = pathKey(path.slice(0, length))
    const [a, b] = [was.borrowed.get(key), is.borrowed.get(key)]
    const from = kind === 'added' ? b : kind === 'removed' ? a : a && b
    if (from) return [...from, ...path.slice(length)]
  }
  return null
}
