/** Whether so many children have a value that a criterion is formed, as column code. */
import type { AggregateMaker } from '../../methodology/methodology.js'
import { compare, divide, integer } from '../../number/numeric.js'
import { within } from '../code/facts.js'
import type { Code } from '../code/code.js'
import type { LoweredChild } from './child-parts.js'
import { countOf } from './child-terms.js'
import type { Lowering } from './lowering.js'

/** 1 where there are too few, 0 elsewhere and where no number is asked for. */
export function tooFew(
  children: readonly LoweredChild[],
  atLeast: AggregateMaker['atLeast'],
  lowering: Lowering,
): Code {
  const { code } = lowering
  if (!atLeast) return code.number(0)
  const there = children.map(({ isThere }) => isThere)
  const possible = children.map(({ isExcluded }) => code.opposite(isExcluded))
  const present = countOf(there, lowering)
  const ofWhich = countOf(possible, lowering)
  // Whole numbers are compared, so that no share lies beside its limit.
  const table = Array.from({ length: children.length + 1 }, (_, count) =>
    leastOf(count, atLeast),
  )
  const facts = within(0, children.length + 1, {
    mayBeAbsent: false,
    isWhole: true,
    isDecimal: true,
  })
  const least =
    ofWhich.kind === 'number'
      ? code.number(table[ofWhich.value] ?? 0)
      : code.lookUp(ofWhich, table, facts)
  return present.kind === 'number' && least.kind === 'number'
    ? code.number(present.value < least.value ? 1 : 0)
    : code.operation('less', present, least)
}

/** The least number of children, of those that are not excluded, that is enough. */
function leastOf(
  possible: number,
  atLeast: NonNullable<AggregateMaker['atLeast']>,
): number {
  if (atLeast.kind === 'children') return atLeast.children
  const all = integer(Math.max(1, possible))
  for (let present = 0; present <= possible; present += 1) {
    const share = divide(integer(present), all)
    if (typeof share !== 'string' && compare(share, atLeast.share) >= 0) {
      return present
    }
  }
  return possible + 1
}
