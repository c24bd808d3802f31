/** Whether a flag is raised for a body, told of the rules that may raise it together. */
import { cellOf } from '../evaluation/cell.js'
import { membershipOf } from '../evaluation/membership.js'
import type { Row } from '../evaluation/row.js'
import type { RuleNode } from '../methodology/rule-nodes.js'
import { hasFired } from '../result/body-result.js'
import { missing, type Value } from '../value.js'
import { describeValue } from './describe-value.js'
import type {
  ExplainedFigure,
  ExplainedRule,
  ExplainedValue,
} from './explanation.js'
import type { FlagOperand } from './operands.js'
import { figureWith, readingOf } from './plain-figures.js'

/** Raised where one of the rules fired; undecided where none did and one might. */
function flagValue({ rules, row }: FlagOperand): ExplainedValue {
  if (rules.some((rule) => hasFired(row, rule))) {
    return { state: 'present', text: 'raised', reason: null }
  }
  const undecided = rules
    .map((rule) => cellOf(row, rule))
    .find((value) => value?.kind === 'missing')
  return undecided
    ? describeValue(undecided)
    : { state: 'present', text: 'not raised', reason: null }
}

/** A body that is excluded as a whole, or not scored at all, has no flags. */
export function withheldFlag(row: Row): Value {
  if (row.absent) return row.absent
  const membership = membershipOf(row)
  if (membership.kind === 'excluded') {
    return { kind: 'not-applicable', exclusion: membership.exclusion }
  }
  return membership.kind === 'undecided'
    ? membership.because
    : missing('NOT_GIVEN')
}

/** What every flag is, whichever its rules. */
export const FLAG = { kind: 'flag', title: {}, unit: null } as const

/** @param operands - keys of the figures that the rules read */
export function flagFigure(
  operand: FlagOperand,
  key: string,
  rules: readonly ExplainedRule[],
  operands: readonly string[],
): ExplainedFigure {
  const shared = sharedBy(operand.rules)
  const head = { key, ...FLAG, title: shared?.title ?? {} }
  return figureWith(head, flagValue(operand), {
    ...(shared ? readingOf(shared.reading) : {}),
    rules,
    operands,
  })
}

/** Rules of one entry share title, note and other readings; those of several need not. */
function sharedBy(rules: readonly RuleNode[]): RuleNode | null {
  const entries = new Set(rules.map(({ rule, template }) => template ?? rule))
  return entries.size === 1 ? (rules[0] ?? null) : null
}
