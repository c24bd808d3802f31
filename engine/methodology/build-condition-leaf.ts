/** One comparison of a condition: a fact, an operator and a value. */
import {
  CONDITION_OPERATORS,
  type ConditionOperator,
  type Leaf,
} from '../conditions/condition.js'
import { checkSyntax } from '../expression/check.js'
import type { Checked } from '../expression/checked.js'
import { compareFault, scaleOf } from '../expression/type-rules.js'
import { BOOLEAN, NUMBER, type Expression } from '../expression/expression.js'
import { MOST_YEARS_BACK } from '../functions/previous.js'
import { parseFormula } from '../expression/parse.js'
import type { Scope } from '../expression/scope.js'
import type { Syntax } from '../expression/syntax.js'
import { closest } from '../source/closest.js'
import type { Path } from '../source/path.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import { isTable } from './tables.js'
import { expectedOf, valueOf } from './build-inputs.js'
import type { Level, StandingNode } from './methodology.js'
import { show } from './structure.js'
import { factText, valueText } from './condition-text.js'
import { reportUnknown } from './unknown.js'

const KEYS = ['fact', 'operator', 'value', 'path', 'ranking', 'years_ago']

/** @returns null where the comparison has a mistake, which has been reported */
export function buildLeaf(
  draft: Draft,
  entry: Entry,
  level: Level,
  options: Partial<Scope>,
): Leaf | null {
  if (KEYS.some((key) => draft.isRefused(entry.path(key)))) return null
  for (const key of entry.keys()) {
    if (KEYS.includes(key)) continue
    const near = closest(key, [...KEYS, 'all', 'any', 'not'])
    draft.report('UNKNOWN_KEY', entry.path(key), {
      key,
      allowed: ['all', 'any', 'not', ...KEYS],
      ...(near ? { closest: near } : {}),
    })
    return null
  }
  for (const key of ['fact', 'operator', 'value']) {
    if (entry.has(key)) continue
    draft.report('MISSING_KEY', entry.at, {
      key,
      why: 'A condition is { fact, operator, value }, or all / any / not over such.',
    })
    return null
  }
  const operator = readOperator(draft, entry)
  const left = readFact(draft, entry, level, options)
  if (!operator || !left) return null
  const right = readValues(draft, entry, left, operator, level, options)
  if (!right) return null
  const ordered = !['equal', 'notEqual', 'in', 'notIn'].includes(operator)
  const fault = right
    .map((each) => compareFault(left, each, ordered))
    .find((words) => words !== null)
  const fact = entry.text('fact') ?? ''
  if (fault) {
    draft.report('TYPE_MISMATCH', entry.path('value'), {
      part: `${fact} ${operator} ${valueText(entry)}`,
      words: fault,
    })
    return null
  }
  const scale = ordered ? scaleOf(left.type) : undefined
  return {
    kind: 'leaf',
    operator,
    left: left.expression,
    right: right.map((each) => each.expression),
    ...(scale ? { scale } : {}),
    text: `${factText(entry)} ${operator} ${valueText(entry)}`,
  }
}

function readOperator(draft: Draft, entry: Entry): ConditionOperator | null {
  const text = entry.text('operator') ?? ''
  const operator = CONDITION_OPERATORS.find((known) => known === text)
  if (operator) return operator
  const near = closest(text, CONDITION_OPERATORS)
  draft.report('UNKNOWN_NAME', entry.path('operator'), {
    name: text,
    what: `an operator of conditions (${CONDITION_OPERATORS.join(', ')})`,
    ...(near ? { closest: near } : {}),
  })
  return null
}

/** A node, `present(node)`, or the standing of the body in a ranking. */
function readFact(
  draft: Draft,
  entry: Entry,
  level: Level,
  options: Partial<Scope>,
): Checked | null {
  const fact = entry.text('fact') ?? ''
  const at = entry.path('fact')
  if (fact === 'place' || fact === 'below') {
    if (!entry.has('years_ago')) return readStanding(draft, entry, fact, level)
    draft.report('SETTING_NOT_USED', entry.path('years_ago'), {
      key: 'years_ago',
      why: 'places of earlier years are not read; it belongs to inputs and outputs',
    })
    return null
  }
  if (entry.has('ranking')) {
    draft.report('SETTING_NOT_USED', entry.path('ranking'), {
      key: 'ranking',
      why: 'it belongs to the facts "place" and "below"',
    })
    return null
  }
  const name = `${fact}${readPath(draft, entry) ?? ''}`
  const years = entry.has('years_ago') ? entry.text('years_ago') : null
  if (entry.has('years_ago') && !isYearsBack(years ?? '')) {
    draft.report('WRONG_TYPE', entry.path('years_ago'), {
      received: show(entry.value('years_ago')),
      expected: `a whole number of years from 1 to ${MOST_YEARS_BACK}`,
    })
    return null
  }
  const text = years === null ? name : `previous(${name}, ${years})`
  if (!FACT.test(text)) {
    draft.report('CONDITION_NOT_ALLOWED', at, {
      part: fact,
      words:
        'a fact is the name of a node, present(NAME), score(NAME), previous(NAME), after(STEP, NAME), place or below; for a calculation write the whole condition as a formula',
    })
    return null
  }
  return checkText(draft, text, level, at, options)
}

/** A name; `present`, `score` or `previous` of one; `previous(score(NAME), 2)`. */
const FACT =
  /^((present|score|previous)\(\s*[A-Za-z_][\w.]*\s*\)|previous\(\s*([A-Za-z_][\w.]*|score\(\s*[A-Za-z_][\w.]*\s*\))\s*(,\s*\d+\s*)?\)|after\(\s*\w+\s*,\s*\w+\s*\)|[A-Za-z_][\w.]*)$/

function isYearsBack(text: string): boolean {
  return (
    /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_YEARS_BACK
  )
}

/** `present(x)` is what formulas write as not isMissing(x). */
function checkText(
  draft: Draft,
  text: string,
  level: Level,
  at: Path,
  options: Partial<Scope>,
): Checked | null {
  const parsed = parseFormula(text, at)
  if ('problem' in parsed) {
    draft.problems.push(parsed.problem)
    return null
  }
  const { syntax } = parsed
  const isPresence = syntax.kind === 'call' && syntax.name === 'present'
  const read: Syntax = isPresence
    ? {
        kind: 'not',
        operand: { kind: 'call', name: 'isMissing', operands: syntax.operands },
      }
    : syntax
  return checkSyntax(read, draft.scope(level, at, options))
}

/** `$.best`, `.best`: steps from the fact to a column; nothing else that JSONPath can say. */
function readPath(draft: Draft, entry: Entry): string | null {
  const path = entry.text('path')
  if (path === null) return null
  const steps = /^\$?((?:\.[A-Za-z_][A-Za-z0-9_]*)+)$/.exec(path)?.[1]
  if (steps !== undefined) return steps
  draft.report('CONDITION_NOT_ALLOWED', entry.path('path'), {
    part: path,
    words:
      'a path is plain steps such as $.best; filters, wildcards and scripts are not read',
  })
  return null
}

function readStanding(
  draft: Draft,
  entry: Entry,
  what: StandingNode['what'],
  level: Level,
): Checked | null {
  const name = entry.text('ranking')
  if (name === null) {
    draft.report('MISSING_KEY', entry.at, {
      key: 'ranking',
      why: `The fact "${what}" names the ranking that it looks at.`,
    })
    return null
  }
  const ranking = draft.rankings.get(name)
  if (!ranking || level !== draft.bodies) {
    const what = ranking ? 'a ranking for conditions on the body' : 'a ranking'
    const known = ranking ? [] : draft.rankings.keys()
    reportUnknown(draft, entry.path('ranking'), name, what, known)
    return null
  }
  if (draft.isBroken(ranking)) return null
  const column = draft.standing(what, ranking, entry.at)
  const expression: Expression = {
    kind: 'column',
    column,
    text: `${what} in ${name}`,
  }
  return { expression, type: NUMBER }
}

function readValues(
  draft: Draft,
  entry: Entry,
  left: Checked,
  operator: ConditionOperator,
  level: Level,
  options: Partial<Scope>,
): readonly Checked[] | null {
  const value = entry.value('value')
  const isList = operator === 'in' || operator === 'notIn'
  if (isList !== Array.isArray(value)) {
    draft.report('WRONG_TYPE', entry.path('value'), {
      received: show(value),
      expected: isList
        ? `a list for "${operator}"`
        : `one value for "${operator}"`,
    })
    return null
  }
  if (isTable(value)) {
    const other = entry.entry('value')
    if (!areKeysOfFact(draft, other)) return null
    const fact = readFact(draft, other, level, options)
    return fact && [fact]
  }
  const items = isList ? entry.items('value') : [entry.entry('value')]
  const checked = items.map((item) => constant(draft, item, left))
  return checked.every((each) => each !== null) ? checked : null
}

/** The fact that a value may be; any other key of it would be passed over without a word. */
function areKeysOfFact(draft: Draft, other: Entry): boolean {
  const allowed = ['fact', 'path', 'ranking', 'years_ago']
  const stray = other.keys().find((key) => !allowed.includes(key))
  if (stray !== undefined) {
    const near = closest(stray, allowed)
    draft.report('UNKNOWN_KEY', other.path(stray), {
      key: stray,
      allowed,
      ...(near ? { closest: near } : {}),
    })
    return false
  }
  if (other.has('fact')) return true
  const why = 'A value is a constant, or { fact: NAME }: another figure.'
  draft.report('MISSING_KEY', other.at, { key: 'fact', why })
  return false
}

function constant(draft: Draft, item: Entry, left: Checked): Checked | null {
  const text = item.ownText()
  const value = text === null ? null : valueOf(text, left.type)
  if (!value || text === null) {
    const { type } = left
    // The levels could not be read, which has been reported.
    if (type.kind === 'level' && type.values.length === 0) return null
    if (type.kind === 'level' && text !== null) {
      reportUnknown(draft, item.at, text, expectedOf(type), type.values)
    } else {
      const received = show(text)
      draft.report('WRONG_TYPE', item.at, {
        received,
        expected: expectedOf(type),
      })
    }
    return null
  }
  const type = left.type.kind === 'boolean' ? BOOLEAN : left.type
  const written = value.kind === 'word' ? `"${text}"` : text
  return { expression: { kind: 'constant', value, text: written }, type }
}
