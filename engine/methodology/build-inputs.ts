/** Inputs on their levels, and checks across the cells of a row. */
import {
  BOOLEAN,
  levelOf,
  NUMBER,
  type Type,
} from '../expression/expression.js'
import { booleanValue, numberValue, type Value } from '../value.js'
import { outsideFault } from '../data/check-cell.js'
import { isDate } from '../date.js'
import { compare } from '../number/numeric.js'
import { decimalText, parseDecimal } from '../number/text.js'
import { tablesOf } from './build-computed.js'
import { buildConditionFormula } from './build-conditions.js'
import { readJoining } from './build-joining.js'
import { readScaleName, usesScale } from './build-scales.js'
import { readCitation, readReading } from './reading.js'
import { isColumn } from './tables.js'
import type { Draft, Mutable } from './draft.js'
import type { DraftLevel } from './draft-level.js'
import type { Entry } from './entry.js'
import type { Check, InputNode, OutputOfOther } from './methodology.js'
import { describeType } from '../expression/type-rules.js'
import { show } from './structure.js'
import { reportUnknown } from './unknown.js'

export function buildInputs(draft: Draft): void {
  buildTable(draft, draft.root.entry('inputs'), draft.bodies)
}

function buildTable(draft: Draft, table: Entry, level: DraftLevel): void {
  for (const name of table.keys()) {
    const entry = table.entry(name)
    const value = table.value(name)
    if (isColumn(value ?? null)) {
      const node = buildInput(draft, entry, name, name, level)
      draft.declare(node, name, entry.at)
    } else {
      if (level.columns.has(name)) {
        draft.report('NAME_DUPLICATE', entry.at, { name, other: 'an input' })
      } else {
        buildTable(draft, entry, draft.table(level, name, entry.at))
      }
    }
  }
}

/** The keys that say what a cell may hold. */
const INPUT_KEYS = [
  'type',
  'values',
  'scale',
  'bounds',
  'default',
  'missing',
  'required_when',
  'from',
]

export function buildInput(
  draft: Draft,
  entry: Entry,
  name: string,
  column: string,
  level: DraftLevel,
): InputNode {
  const mistakes = draft.problems.length
  const type = inputType(draft, entry)
  const isScaleLost = type.kind === 'level' && usesScale(entry) && !type.scale
  // Of which type the values are is not known.
  const isUntyped = draft.isRefused(entry.path('type'))
  const node: Mutable<InputNode> = {
    kind: 'input',
    name: level.name === '' ? name : `${level.name}.${name}`,
    level,
    slot: -1,
    at: entry.at,
    reads: [],
    type,
    title: entry.title('title'),
    unit: entry.text('unit'),
    column,
    cite: readCitation(draft, entry),
    values:
      entry.has('values') && !isScaleLost && !isUntyped
        ? inputValues(draft, entry, type)
        : null,
    bounds: {
      least: entry.entry('bounds').decimal('least'),
      most: entry.entry('bounds').decimal('most'),
      whole: entry.entry('bounds').flag('whole') ?? false,
    },
    mayBeMissing:
      entry.has('missing') ||
      (entry.has('from') && entry.text('from') !== 'register') ||
      entry.has('required_when') ||
      entry.has('default'),
    requiredWhen: null,
    requiredWhenText: conditionText(entry, 'required_when'),
    ifEmpty: null,
    fromRegister: entry.text('from') === 'register',
    joining: readJoining(draft, entry, type, level),
    from: readFrom(draft, entry, level),
    isRestricted: entry.flag('restricted') ?? false,
    verification: entry.text('verification'),
    source: entry.text('source'),
  }
  if (entry.has('default') && !isScaleLost && !isUntyped)
    node.ifEmpty = constantOf(draft, entry, 'default', type)
  checkRange(draft, entry, node)
  if (entry.says('scale') && type.kind !== 'level' && !isUntyped) {
    const why = `only a level has a scale, and this is ${describeType(type)}; write type: level`
    draft.report('SETTING_NOT_USED', entry.path('scale'), { key: 'scale', why })
  }
  const isBroken =
    isScaleLost ||
    draft.isBrokenEntry(entry, INPUT_KEYS) ||
    draft.problems.length > mistakes
  if (isBroken) draft.markBroken(node)
  if (entry.has('required_when')) {
    draft.later(node, () => {
      node.requiredWhen = buildConditionFormula(
        draft,
        entry,
        'required_when',
        level,
        { inputsOnly: true },
      )
      return !isBroken
    })
  }
  return draft.add(node)
}

/** Results hold one value for a body, so only a column of the body can come from one. */
function readFrom(
  draft: Draft,
  entry: Entry,
  level: DraftLevel,
): OutputOfOther | null {
  if (!entry.has('from') || draft.isRefused(entry.path('from'))) return null
  const from = entry.entry('from')
  const methodology = from.text('methodology')
  const output = from.text('output')
  if (methodology === null || output === null) return null
  const why =
    level !== draft.bodies
      ? 'results hold figures of the body, and this is a column of a table'
      : entry.has('default')
        ? 'an empty cell has its `default`, and the two contradict each other'
        : methodology === draft.root.text('methodology')
          ? 'it names this methodology; what it computes itself is read by its name, and earlier years with previous(NAME)'
          : null
  if (why === null) return { methodology, output: output.replaceAll(/\s/g, '') }
  draft.report('SETTING_NOT_USED', entry.path('from'), { key: 'from', why })
  return null
}

/** Bounds that no value meets, and an empty cell that means what no cell may hold. */
function checkRange(draft: Draft, entry: Entry, node: InputNode): void {
  const { least, most } = node.bounds
  if (least && most && compare(least, most) > 0) {
    draft.report('WRONG_TYPE', entry.path('bounds'), {
      received: `least ${decimalText(least)} and most ${decimalText(most)}`,
      expected: 'a least value that is not above the most',
    })
    return
  }
  const fault = node.ifEmpty && outsideFault(node.ifEmpty, node)
  if (fault) {
    draft.report('WRONG_TYPE', entry.path('default'), {
      received: show(entry.text('default')),
      expected: `a value that the input takes (${fault.message})`,
    })
  }
}

/** A formula as it is written; a condition of facts as JSON. */
function conditionText(entry: Entry, key: string): string | null {
  if (!entry.has(key)) return null
  return entry.text(key) ?? JSON.stringify(entry.value(key))
}

/** What a cell holds, from the keys `type`, `values` and `scale`. */
export function inputType(draft: Draft, entry: Entry): Type {
  // What is judged on a scale is a level without saying so.
  const isJudged = entry.at.at(-1) === 'judged' && entry.has('scale')
  switch (entry.text('type') ?? (isJudged ? 'level' : 'number')) {
    case 'boolean':
      return BOOLEAN
    case 'date':
      return { kind: 'date' }
    case 'text':
      return { kind: 'text' }
    case 'level': {
      if (usesScale(entry)) {
        const scale = readScaleName(draft, entry)
        if (!scale) return { kind: 'level', values: [] }
        return levelOf(scale)
      }
      const values = entry
        .items('values')
        .flatMap((item) => item.ownText() ?? [])
      if (values.length === 0) {
        draft.report('MISSING_KEY', entry.at, {
          key: 'values',
          why: 'A level input lists its levels, as values: [full, partly, none], or names a scale where they have an order.',
        })
      }
      return { kind: 'level', values }
    }
    default:
      return NUMBER
  }
}

function inputValues(draft: Draft, entry: Entry, type: Type): readonly Value[] {
  return entry.items('values').flatMap((item) => {
    const value = valueOf(item.ownText() ?? '', type)
    if (!value) {
      draft.report('WRONG_TYPE', item.at, {
        received: show(item.ownText()),
        expected: expectedOf(type),
      })
    }
    return value ?? []
  })
}

function constantOf(
  draft: Draft,
  entry: Entry,
  key: string,
  type: Type,
): Value | null {
  const text = entry.text(key)
  const value = text === null ? null : valueOf(text, type)
  if (text !== null && !value) {
    draft.report('WRONG_TYPE', entry.path(key), {
      received: show(text),
      expected: expectedOf(type),
    })
  }
  return value
}

/** A value of the type from its text in the file, or null. */
export function valueOf(text: string, type: Type): Value | null {
  switch (type.kind) {
    case 'number': {
      const number = parseDecimal(text.trim())
      return typeof number === 'string' ? null : numberValue(number)
    }
    case 'boolean':
      return text === 'true' || text === 'false'
        ? booleanValue(text === 'true')
        : null
    case 'level':
      return type.values.includes(text) ? { kind: 'word', word: text } : null
    case 'date':
      return isDate(text) ? { kind: 'word', word: text } : null
    case 'text':
      return { kind: 'word', word: text }
  }
}

export function expectedOf(type: Type): string {
  switch (type.kind) {
    case 'number':
      return 'a decimal number'
    case 'boolean':
      return 'true or false'
    case 'level':
      return `one of the levels ${type.values.join(', ')}`
    case 'date':
      return 'a date as YYYY-MM-DD'
    case 'text':
      return 'text'
  }
}

export function buildChecks(draft: Draft): readonly Check[] {
  return draft.root.entries('checks').flatMap(([name, entry]) => {
    const level = checkLevel(draft, entry)
    if (!level) return []
    const reading = readReading(
      draft,
      entry,
      'citation-and-mark',
      `The check "${name}"`,
      level,
      { inputsOnly: true },
    )
    const checked = draft.formula(entry, 'formula', level, { inputsOnly: true })
    if (!checked || draft.isBrokenEntry(entry)) return []
    if (checked.type.kind !== 'boolean') {
      draft.report('TYPE_MISMATCH', entry.path('formula'), {
        part: entry.text('formula') ?? '',
        words: 'a check is true or false; compare something',
      })
      return []
    }
    return [
      {
        name,
        level,
        expression: checked.expression,
        formula: entry.text('formula') ?? '',
        otherwise:
          entry.text('otherwise') === 'warning'
            ? ('warning' as const)
            : ('error' as const),
        says: entry.title('says'),
        reading,
      },
    ]
  })
}

function checkLevel(draft: Draft, entry: Entry): DraftLevel | null {
  const on = entry.text('on')
  if (on === null) return draft.bodies
  const level = on
    .split('.')
    .reduce<DraftLevel | undefined>(
      (here, step) => here?.tables.get(step),
      draft.bodies,
    )
  if (!level) {
    const what = 'a table of the inputs'
    reportUnknown(draft, entry.path('on'), on, what, tablesOf(draft.bodies))
  }
  return level ?? null
}
