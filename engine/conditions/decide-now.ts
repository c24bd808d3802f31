/**
 * Decides a condition at once, for a value that is asked for in the middle of
 * another: json-rules-engine answers by promises only. The two are held against
 * each other by a test, and a run that computes everything uses that one.
 *
 * Three values, as Kleene has them: what is false whatever the undecided facts
 * turn out to be is false. A fact that is not applicable makes the condition
 * false; below a `not` it is turned round.
 *
 * @source Kleene, S. C. (1938), On notation for ordinal numbers, J. Symb. Logic
 *   3(4), 150-155, doi:10.2307/2267778
 */
import type { Frame } from '../evaluation/evaluate-expression.js'
import { FALSE, TRUE, type Value } from '../value.js'
import { leavesOf, type Condition, type Leaf } from './condition.js'
import { undecided } from './decide.js'
import { leafOutcome, type LeafOutcome } from './leaf-outcome.js'

/** null: undecided. */
type Truth = boolean | null

/** @returns true, false, or missing with the facts that leave it undecided */
export function decideNow(condition: Condition, frame: Frame): Value {
  const known = new Map<Leaf, LeafOutcome>()
  const outcomeOf = (leaf: Leaf) => {
    const outcome = known.get(leaf) ?? leafOutcome(leaf, frame)
    known.set(leaf, outcome)
    return outcome
  }
  if (condition.kind === 'leaf') {
    const { holds } = outcomeOf(condition)
    return holds.kind === 'not-applicable' ? FALSE : holds
  }
  const truth = truthOf(condition, true, (leaf) => outcomeOf(leaf).holds)
  if (truth !== null) return truth ? TRUE : FALSE
  return undecided(leavesOf(condition).map(outcomeOf))
}

/** @param upright - false below an odd number of `not` */
function truthOf(
  condition: Condition,
  upright: boolean,
  holds: (leaf: Leaf) => Value,
): Truth {
  switch (condition.kind) {
    case 'leaf': {
      const value = holds(condition)
      if (value.kind === 'boolean') return value.boolean
      return value.kind === 'not-applicable' ? !upright : null
    }
    case 'not': {
      const truth = truthOf(condition.condition, !upright, holds)
      return truth === null ? null : !truth
    }
    case 'all':
    case 'any':
      return joined(condition, upright, holds)
  }
}

/** The first part that decides ends it; an empty list holds, as in json-rules-engine. */
function joined(
  { kind, conditions }: Extract<Condition, { kind: 'all' | 'any' }>,
  upright: boolean,
  holds: (leaf: Leaf) => Value,
): Truth {
  if (conditions.length === 0) return true
  const deciding = kind === 'any'
  let truth: Truth = !deciding
  for (const part of conditions) {
    const next = truthOf(part, upright, holds)
    if (next === deciding) return deciding
    if (next === null) truth = null
  }
  return truth
}
