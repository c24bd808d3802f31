/** What a normaliser measures a value from and to: numbers, formulas of the body, or figures of all bodies. */
import type { Expression } from '../expression/expression.js'
import { compare, integer, ZERO, type Numeric } from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import { constantOrParameter } from './constant.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Goalpost } from './normaliser.js'
import { isTable } from './tables.js'

/** @returns null where it is not written, `mistake` where one has been reported */
export function readGoalpost(
  draft: Draft,
  entry: Entry,
  key: string,
): Goalpost | 'mistake' | null {
  if (!entry.has(key)) return null
  if (isTable(entry.value(key))) return readPercentile(draft, entry.entry(key))
  const text = entry.text(key)
  if (text === 'best' || text === 'worst') return { kind: text }
  const value = numberOrFormula(draft, entry, key)
  return value ? { kind: 'fixed', value, text: text ?? '' } : 'mistake'
}

function readPercentile(draft: Draft, entry: Entry): Goalpost | 'mistake' {
  const percent = entry.decimal('percentile')
  if (!percent) return 'mistake'
  const most = integer(100)
  if (compare(percent, ZERO) >= 0 && compare(percent, most) <= 0) {
    return { kind: 'percentile', percent }
  }
  draft.report('WRONG_TYPE', entry.path('percentile'), {
    received: entry.text('percentile') ?? '',
    expected: 'a number from 0 (the worst) to 100 (the best)',
  })
  return 'mistake'
}

/** A number as it is written, a parameter, or a formula of the body. */
function numberOrFormula(
  draft: Draft,
  entry: Entry,
  key: string,
): Expression | null {
  const text = (entry.text(key) ?? '').trim()
  if (entry.decimal(key) || draft.parameters.has(text)) {
    return constantOrParameter(draft, entry, key)
  }
  const checked = draft.formula(entry, key, draft.bodies)
  if (!checked || checked.type.kind === 'number') {
    return checked?.expression ?? null
  }
  draft.report('TYPE_MISMATCH', entry.path(key), {
    part: text,
    words: 'a goalpost is a number',
  })
  return null
}

/** A goalpost at which the range begins and ends would divide by zero. */
export function areApart(
  draft: Draft,
  entry: Entry,
  from: Goalpost | 'mistake' | null,
  to: Goalpost | 'mistake' | null,
): boolean {
  const [a, b] = [fixedNumber(from), fixedNumber(to)]
  if (!a || !b || compare(a, b) !== 0) return true
  draft.report('GOALPOSTS_EQUAL', entry.path('to'), { value: decimalText(a) })
  return false
}

function fixedNumber(post: Goalpost | 'mistake' | null): Numeric | null {
  if (post === null || post === 'mistake' || post.kind !== 'fixed') return null
  const { value } = post
  if (value.kind === 'parameter') return value.parameter.value
  return value.kind === 'constant' && value.value.kind === 'number'
    ? value.value.number
    : null
}
