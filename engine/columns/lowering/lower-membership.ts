/** Which bodies count, as column code: rules may exclude them, and a population may not hold them. */
import type { PopulationNode } from '../../methodology/methodology.js'
import type { RuleNode } from '../../methodology/rule-nodes.js'
import type { Code } from '../code/code.js'
import type { Lowering } from './lowering.js'

/** All of it 1 or 0 and never absent. */
export interface LoweredMembership {
  readonly counts: Code
  /** A rule excludes the body. */
  readonly isExcluded: Code
  readonly isUndecided: Code
}

/** The first of the rules that fired excludes; undecided where none fired and one might. */
export function exclusionBy(
  rules: readonly RuleNode[],
  lowering: Lowering,
): LoweredMembership {
  const { code } = lowering
  const fired = rules.map((rule) => lowering.read(rule).value)
  const isExcluded = fired.reduce<Code>(
    (so, each) => code.either(so, isTrue(each, lowering)),
    code.number(0),
  )
  const isOpen = fired.reduce<Code>(
    (so, each) => code.either(so, code.opposite(code.isPresent(each))),
    code.number(0),
  )
  const isUndecided = code.both(isOpen, code.opposite(isExcluded))
  const counts = code.opposite(code.either(isExcluded, isOpen))
  return { counts, isExcluded, isUndecided }
}

/** @param among - null: all bodies that no rule excludes */
export function membershipIn(
  among: PopulationNode | null,
  lowering: Lowering,
): LoweredMembership {
  if (!among) return exclusionBy(lowering.bodyExclusions, lowering)
  const { code } = lowering
  const { value, notApplicable } = lowering.read(among)
  const isAbsent = code.opposite(code.isPresent(value))
  return {
    counts: isTrue(value, lowering),
    isExcluded: notApplicable,
    isUndecided: code.both(isAbsent, code.opposite(notApplicable)),
  }
}

/** 1 where it is true, 0 where it is false or absent. */
export function isTrue(value: Code, { code }: Lowering): Code {
  return code.select(code.isPresent(value), value, code.number(0))
}
