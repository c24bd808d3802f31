/** Parameters: one constant, or one for each value of what they vary by. */
import { findBuiltIn } from '../expression/built-in.js'
import type { Type } from '../expression/expression.js'
import type { Path } from '../source/path.js'
import { closest } from '../source/closest.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import { keyWords, type VariationKey, type VariedValue } from './keyed-rows.js'
import type { Parameter } from './methodology.js'
import { nameFault } from './names.js'
import { readCitation } from './reading.js'
import { show } from './structure.js'
import { isTable } from './tables.js'
import { reportUnknown } from './unknown.js'

export function buildParameters(draft: Draft): void {
  for (const [name, entry] of draft.root.entries('parameters')) {
    const why = nameFault(name)
    if (why) draft.report('NAME_NOT_ALLOWED', entry.at, { name, why })
    const cite = readCitation(draft, entry)
    if (!cite && !entry.isEmpty()) {
      draft.report('CITATION_MISSING', entry.at, {
        what: `The parameter "${name}"`,
      })
    }
    const parameter: Parameter = {
      name,
      value: entry.fraction('value'),
      varies: null,
      unit: entry.text('unit'),
      title: entry.title('title'),
      cite,
      at: entry.at,
    }
    draft.parameters.set(name, parameter)
    const isWhole = hasOneForm(draft, entry)
    if (draft.isBrokenEntry(entry) || !isWhole) draft.markBroken(parameter)
  }
}

/** A value, or values by something. */
function hasOneForm(draft: Draft, entry: Entry): boolean {
  const varies = entry.has('by') || entry.has('values')
  const stray = varies ? (entry.says('value') ? 'value' : null) : null
  // Values under the key of one value have been reported as such.
  if (stray !== null && draft.isRefused(entry.path(stray))) return false
  if (stray !== null) {
    const why = 'the parameter has "values" by something else'
    draft.report('SETTING_NOT_USED', entry.path(stray), { key: stray, why })
    return false
  }
  const lacking = varies
    ? ['by', 'values'].find((key) => !entry.has(key))
    : ['value'].find((key) => !entry.has(key))
  if (lacking === undefined) return true
  if (!draft.isBrokenEntry(entry)) {
    draft.report('MISSING_KEY', entry.at, {
      key: lacking,
      why: 'A parameter has a value, or { by, values }: one for each value of what it varies by.',
    })
  }
  return false
}

/** What parameters vary by is looked up once inputs and computed columns have names. */
export function buildVariations(draft: Draft): void {
  for (const [name, entry] of draft.root.entries('parameters')) {
    const parameter = draft.parameters.get(name) as
      Mutable<Parameter> | undefined
    if (!parameter || !entry.has('by')) continue
    if (!isTable(entry.value('values'))) {
      draft.markBroken(parameter)
      continue
    }
    const mistakes = draft.problems.length
    const by = entry.texts('by').map((attribute, index) => {
      const isList = Array.isArray(entry.value('by'))
      const at = isList ? [...entry.path('by'), index] : entry.path('by')
      return attributeOf(draft, attribute, at)
    })
    const known = by.flatMap((each) => each ?? [])
    if (known.length < by.length) {
      draft.markBroken(parameter)
      continue
    }
    const values = readValues(draft, entry.entry('values'), known, [])
    if (draft.problems.length > mistakes) draft.markBroken(parameter)
    parameter.varies = { by: known, values }
  }
}

interface Attribute {
  readonly name: string
  readonly value: NonNullable<Parameter['varies']>['by'][number]['value']
  /** null where it is computed: its values are not known when the file is read. */
  readonly type: Type | null
}

function attributeOf(draft: Draft, name: string, at: Path): Attribute | null {
  const column = draft.bodies.columns.get(name)
  if (column?.kind === 'input' || column?.kind === 'computed') {
    const value = { kind: 'column' as const, column, text: name }
    return { name, value, type: column.kind === 'input' ? column.type : null }
  }
  const builtIn =
    name === 'year' && findBuiltIn(draft.scope(draft.bodies, at), name)
  if (builtIn) return { name, value: builtIn.expression, type: builtIn.type }
  const known = [...draft.bodies.columns.keys(), 'year']
  reportUnknown(
    draft,
    at,
    name,
    'an input or computed column of the body, or "year"',
    known,
  )
  return null
}

function readValues(
  draft: Draft,
  table: Entry,
  by: readonly Attribute[],
  above: readonly VariationKey[],
): readonly VariedValue[] {
  const [attribute, ...below] = by
  if (!attribute) return []
  if (!isTable(table.own())) {
    draft.report('WRONG_TYPE', table.at, {
      received: show(table.own()),
      expected: `a table with a value for each "${attribute.name}"`,
    })
    return []
  }
  const seen: VariationKey[] = []
  return table.keys().flatMap((text): readonly VariedValue[] => {
    const entry = table.entry(text)
    const key = readKey(draft, attribute, text, entry.at)
    if (!key) return []
    const other = seen.find((each) => overlap(each, key))
    if (other) {
      draft.report('WRONG_TYPE', entry.at, {
        received: `${keyWords(other)} and ${keyWords(key)}`,
        expected: 'years that stand in one range only',
      })
    }
    seen.push(key)
    const keys = [...above, key]
    if (below.length > 0) return readValues(draft, entry, below, keys)
    const value = table.fraction(text)
    if (value) return [{ keys, value, line: draft.root.line(entry.at) }]
    const received = show(entry.own())
    const expected = 'a decimal number or a fraction such as 1/3'
    draft.report('WRONG_TYPE', entry.at, { received, expected })
    return []
  })
}

function readKey(
  draft: Draft,
  { name, type }: Attribute,
  text: string,
  at: Path,
): VariationKey | null {
  if (name === 'year') {
    const range = /^(\d{4})(-(\d{4})?)?$/.exec(text)
    const from = Number(range?.[1])
    const last = range?.[2] === undefined ? from : null
    const to = range?.[3] === undefined ? last : Number(range[3])
    if (range && (to === null || to >= from)) return { kind: 'years', from, to }
    draft.report('WRONG_TYPE', at, {
      received: `"${text}"`,
      expected: 'a year as 2012, years as 2012-2014, or 2015- from then on,',
    })
    return null
  }
  const words =
    type?.kind === 'level'
      ? type.values
      : type?.kind === 'boolean'
        ? ['true', 'false']
        : null
  if (!words || words.includes(text)) return { kind: 'word', word: text }
  const near = closest(text, words)
  draft.report('UNKNOWN_NAME', at, {
    name: text,
    what: `a value of "${name}" (${words.join(', ')})`,
    ...(near === undefined ? {} : { closest: near }),
  })
  return null
}

function overlap(a: VariationKey, b: VariationKey): boolean {
  if (a.kind === 'word' || b.kind === 'word') return false
  return a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity)
}
