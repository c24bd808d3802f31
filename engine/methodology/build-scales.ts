/** Scales: the order of their levels, and intervals that meet without gap or overlap. */
import { problem } from '../errors.js'
import { compare } from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import type { Edge, Scale, ScaleLevel } from '../scales/scale.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import { nameFault } from './names.js'
import { readCitation } from './reading.js'
import { MOST_LEVELS } from './schema/scales.js'
import { isTable } from './tables.js'
import { reportUnknown } from './unknown.js'

const LONGEST_LEVEL = 100

type Level = Mutable<ScaleLevel>

export function buildScales(draft: Draft): void {
  for (const [name, entry] of draft.root.entries('scales')) {
    draft.scales.set(name, readScale(draft, name, entry))
  }
}

/** @returns null where there is a mistake, which has been reported */
function readScale(draft: Draft, name: string, entry: Entry): Scale | null {
  const mistakes = draft.problems.length
  const why = nameFault(name)
  if (why) draft.report('NAME_NOT_ALLOWED', entry.at, { name, why })
  const cite = readCitation(draft, entry)
  const listed = readLevels(draft, entry)
  const isBestFirst = entry.text('order') === 'best-first'
  const levels = isBestFirst ? listed.toReversed() : listed
  const isWhole = !draft.isBrokenEntry(entry)
  const says = levels.some(({ from, to }) => from !== null || to !== null)
  if (isWhole && draft.problems.length === mistakes && says) {
    for (const words of meet(levels)) {
      const at = entry.path('levels')
      draft.report('SCALE_INTERVALS', at, { name, words })
    }
  }
  if (!isWhole || draft.problems.length > mistakes) return null
  const title = entry.title('title')
  const note = entry.text('note')
  return { name, title, levels, cite, note, hasBands: says }
}

/** The levels as they are listed. */
function readLevels(draft: Draft, entry: Entry): readonly Level[] {
  const items = entry.items('levels')
  const table = entry.entry('levels')
  const written: readonly { readonly word: string; readonly entry: Entry }[] =
    isTable(entry.value('levels'))
      ? inFileOrder(draft, table).map((word) => ({
          word,
          entry: table.entry(word),
        }))
      : items.map((item) => ({ word: item.ownText() ?? '', entry: item }))
  if (draft.isBrokenEntry(entry)) return []
  if (written.length < 2 || written.length > MOST_LEVELS) {
    draft.report('WRONG_TYPE', entry.path('levels'), {
      received: `${written.length} levels`,
      expected: `a list or a table of 2 to ${MOST_LEVELS} levels`,
    })
    return []
  }
  const seen = new Set<string>()
  return written.map(({ word, entry: level }) => {
    const fault = levelFault(word)
    if (fault !== null) {
      draft.report('NAME_NOT_ALLOWED', level.at, { name: word, why: fault })
    }
    if (seen.has(word)) {
      const other = 'a level of this scale'
      draft.report('NAME_DUPLICATE', level.at, { name: word, other })
    }
    seen.add(word)
    return {
      name: word,
      title: level.title('title'),
      points: level.has('points') ? level.decimal('points') : null,
      from: readEdge(draft, level, 'at_least', 'above'),
      to: readEdge(draft, level, 'at_most', 'below'),
    }
  })
}

/** Keys that look like numbers lose their place in a table of a program; in the file they have it. */
function inFileOrder(draft: Draft, table: Entry): readonly string[] {
  const place = (word: string) =>
    draft.root.locate(problem('CYCLE', table.path(word), { members: [] }))
  return table
    .keys()
    .map((word) => ({ word, ...place(word) }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ word }) => word)
}

function levelFault(word: string): string | null {
  if (word.trim() === '' || word !== word.trim()) {
    return 'a level is a word without blanks around it'
  }
  if (word.length > LONGEST_LEVEL) {
    return `it is longer than ${LONGEST_LEVEL} characters`
  }
  if (/["\\\p{Cc}]/u.test(word)) {
    return 'formulas put levels into double quotes, so that it can hold none itself'
  }
  return word === 'not-applicable'
    ? 'examples write it for a figure that an exclusion took away'
    : null
}

function readEdge(
  draft: Draft,
  level: Entry,
  closed: string,
  open: string,
): Edge | null {
  if (level.has(closed) && level.has(open)) {
    const why = `"${closed}" says where this level ${closed === 'at_least' ? 'begins' : 'ends'} already`
    draft.report('SETTING_NOT_USED', level.path(open), { key: open, why })
    return null
  }
  const key = level.has(closed) ? closed : open
  if (!level.has(key)) return null
  const value = level.fraction(key)
  return value && { value, closed: key === closed }
}

/** Fills in the edges that only the neighbour says; what is wrong between two levels, in words. */
function meet(levels: readonly Level[]): readonly string[] {
  const faults: string[] = []
  for (const [index, upper] of levels.entries()) {
    const lower = levels[index - 1]
    if (!lower) continue
    const fault = joinFault(lower, upper)
    if (fault !== null) faults.push(fault)
    else if (lower.to) upper.from = opposite(lower.to)
    else if (upper.from) lower.to = opposite(upper.from)
  }
  const empty = levels.filter(isEmpty)
  return faults.length > 0
    ? faults
    : empty.map(
        ({ name, from, to }) =>
          `"${name}" would begin at ${from ? decimalText(from.value) : ''} and end at ${to ? decimalText(to.value) : ''}; a better level has the larger numbers`,
      )
}

function joinFault(lower: Level, upper: Level): string | null {
  const { to } = lower
  const { from } = upper
  if (!to && !from) {
    return `nothing says where "${lower.name}" ends and "${upper.name}" begins; write at_least, above, at_most or below`
  }
  if (!to || !from) return null
  const order = compare(to.value, from.value)
  const value = decimalText(to.value)
  if (order === 0 && to.closed !== from.closed) return null
  if (order === 0) {
    return to.closed
      ? `${value} belongs to both "${lower.name}" and "${upper.name}"; say the edge once`
      : `${value} belongs neither to "${lower.name}" nor to "${upper.name}"; say the edge once`
  }
  const between = `${value} (end of "${lower.name}") and ${decimalText(from.value)} (begin of "${upper.name}")`
  return order < 0
    ? `there is a gap between ${between}`
    : `they overlap between ${between}`
}

function opposite({ value, closed }: Edge): Edge {
  return { value, closed: !closed }
}

function isEmpty({ from, to }: Level): boolean {
  if (!from || !to) return false
  const order = compare(from.value, to.value)
  return order > 0 || (order === 0 && !(from.closed && to.closed))
}

/** True where the levels of an input are those of a scale: its own `values` win over the scale of `defaults`. */
export function usesScale(entry: Entry): boolean {
  return entry.has('scale') && (entry.says('scale') || !entry.says('values'))
}

/**
 * The scale that a key names.
 * @returns null where it has a mistake or there is none, which has been reported
 */
export function readScaleName(
  draft: Draft,
  entry: Entry,
  key = 'scale',
): Scale | null {
  const name = entry.text(key)
  if (name === null || draft.isRefused(entry.path(key))) return null
  const scale = draft.scales.get(name)
  if (scale === undefined) {
    const known = draft.scales.keys()
    reportUnknown(draft, entry.path(key), name, 'a scale', known)
  }
  return scale ?? null
}
