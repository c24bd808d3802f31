/** Whether a body counts: rules may exclude it, and a named population may not hold it. */
import { cellOf } from './cell.js'
import type { PopulationNode } from '../methodology/methodology.js'
import type { RuleNode } from '../methodology/rule-nodes.js'
import { citationText } from '../methodology/citation.js'
import { missing, type Exclusion, type MissingValue } from '../value.js'
import type { Row } from './row.js'

export type Membership =
  | { readonly kind: 'counts' }
  | { readonly kind: 'excluded'; readonly exclusion: Exclusion }
  | { readonly kind: 'undecided'; readonly because: MissingValue }

/** Whether a body counts in a named population; `outside` where it is not of it. */
export type PopulationMembership =
  Membership | { readonly kind: 'outside'; readonly exclusion: Exclusion }

/** @param among - null: all bodies that no rule excludes */
export function membershipIn(
  row: Row,
  among: PopulationNode | null,
): PopulationMembership {
  if (!among) return membershipOf(row)
  const value = cellOf(row, among)
  if (value?.kind === 'not-applicable') {
    return { kind: 'excluded', exclusion: value.exclusion }
  }
  if (value?.kind === 'missing') return { kind: 'undecided', because: value }
  return value?.kind === 'boolean' && value.boolean
    ? { kind: 'counts' }
    : { kind: 'outside', exclusion: outsideOf(among) }
}

function outsideOf({ name, population, cite }: PopulationNode): Exclusion {
  const citation = cite ? citationText(cite) : ''
  const outside = `population "${population}"`
  return { rule: name, criterion: null, citation, outside }
}

/** @param row - a body whose exclusion rules have been evaluated */
export function membershipOf(row: Row): Membership {
  return exclusionBy(row, row.level.exclusions, null)
}

/** The first of the rules that fired for the body; undecided where none fired and one might. */
export function exclusionBy(
  body: Row,
  rules: readonly RuleNode[],
  criterion: string | null,
): Membership {
  let undecided: MissingValue | null = null
  for (const rule of rules) {
    const fired = cellOf(body, rule)
    if (fired?.kind === 'boolean' && fired.boolean) {
      return {
        kind: 'excluded',
        exclusion: {
          rule: rule.rule,
          criterion,
          citation: citationText(rule.reading.cite),
        },
      }
    }
    if (fired?.kind === 'missing') {
      undecided ??= missing('RULE_UNDECIDED', {
        detail: rule.rule,
        because: [fired],
      })
    }
  }
  return undecided
    ? { kind: 'undecided', because: undecided }
    : { kind: 'counts' }
}
