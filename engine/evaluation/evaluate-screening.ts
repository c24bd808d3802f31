/** Whether a body has enough data to stay in, and what it has. */
import { cellOf } from './cell.js'
import type { ScreeningNode, SteppedColumn } from '../methodology/steps.js'
import { compare, divide, integer } from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import { isPresent, missing, TRUE, type Value } from '../value.js'
import { imputedBy } from './imputed.js'
import type { Row } from './row.js'

export interface EvaluatedScreening {
  /** True where the body stays in; else missing. */
  readonly value: Value
  readonly counted: number
  /** Indicators that are not excluded for the body. */
  readonly possible: number
  /** Those that do not count, with the reason where they are imputed. */
  readonly lacking: readonly {
    readonly column: SteppedColumn
    readonly imputedBy: string | null
  }[]
}

export function evaluateScreening(
  node: ScreeningNode,
  row: Row,
): EvaluatedScreening {
  const possible = node.measured.filter(
    (column) => cellOf(row, column)?.kind !== 'not-applicable',
  )
  const lacking = possible.flatMap((column): EvaluatedScreening['lacking'] => {
    const value = cellOf(row, column)
    if (!value || !isPresent(value)) return [{ column, imputedBy: null }]
    const by = node.countsImputed ? null : imputedBy(column, row)
    return by === null ? [] : [{ column, imputedBy: by }]
  })
  const counted = possible.length - lacking.length
  const found = { counted, possible: possible.length, lacking }
  if (isEnough(node, counted, possible.length)) return { value: TRUE, ...found }
  const detail = `${counted} of ${possible.length} indicators, ${limitWords(node)} needed (step ${node.step})`
  const at = { column: node.name, row: null }
  return { value: missing('SCREENED_OUT', { at, detail }), ...found }
}

function isEnough(
  { atLeast }: ScreeningNode,
  counted: number,
  possible: number,
): boolean {
  if (atLeast.kind === 'indicators') return counted >= atLeast.indicators
  // A body of which everything is excluded lacks nothing.
  if (possible === 0) return true
  const share = divide(integer(counted), integer(possible))
  return typeof share !== 'string' && compare(share, atLeast.share) >= 0
}

/** `at least 0.65 of them`, `at least 12`. */
export function limitWords({ atLeast }: ScreeningNode): string {
  return atLeast.kind === 'indicators'
    ? `at least ${atLeast.indicators}`
    : `at least ${decimalText(atLeast.share)} of them`
}
