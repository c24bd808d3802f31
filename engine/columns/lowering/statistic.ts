/** Figures of all bodies that count, stored once: a mean, the largest, a percentile. */
import { evaluateExpression } from '../../evaluation/evaluate-expression.js'
import { outcome } from '../../evaluation/outcome.js'
import type { LazyRun } from '../../evaluation/lazy-run.js'
import { membershipIn as membershipOfBody } from '../../evaluation/membership.js'
import type { Row } from '../../evaluation/row.js'
import type {
  DistributionNode,
  PopulationNode,
} from '../../methodology/methodology.js'
import { booleanValue, missing, type Value } from '../../value.js'
import { columnRows } from './column-rows.js'
import { seenByBodies } from './figures-of-groups.js'
import { lowerExpression } from './lower-expression.js'
import { isTrue, membershipIn } from './lower-membership.js'
import { applicable, type Lowered } from './lowered.js'
import type { Lowering, Statistic } from './lowering.js'
import type { MethodologyLowering } from './methodology-lowering.js'
import type { Code } from '../code/code.js'

export function lowerStatistic(
  lowering: MethodologyLowering,
  ...[among, name, make, exact]: Parameters<Lowering['statistic']>
): Statistic {
  const { code, store } = lowering
  const level = lowering.groupLevelOf(among.among)
  const { figures, undecided } = figuresOf(among, lowering)
  const rows = columnRows(
    code,
    level,
    lowering.bodies,
    [figures.value],
    code.isPresent(figures.value),
  )
  const isNone = code.operation('equal', rows.count, code.number(0))
  const value = code.select(isNone, code.number(NaN), make(rows))
  const made = store.add(
    `${name} of ${among.text}`,
    level,
    applicable(code, value),
    (run, row) => {
      const found = run.distribution(among, groupRow(run, among.among, row))
      if (found.kind === 'missing') return missing('MEMBERSHIP_UNDECIDED')
      if (found.sorted.length === 0) return missing('NO_BODY_WITH_VALUE')
      return outcome(exact(found.sorted), { row: run.population, node: name })
    },
    false,
  )
  const isUndecided = store.add(
    `undecided bodies of ${among.text}`,
    level,
    applicable(code, code.reduction('any', level, lowering.bodies, undecided)),
    (run, row) => {
      const found = run.distribution(among, groupRow(run, among.among, row))
      return booleanValue(found.kind === 'missing')
    },
    false,
  )
  const undecidedOfBody = seenByBodies(isUndecided, among.among, lowering)
  return {
    ...seenByBodies(made, among.among, lowering),
    // Nothing is undecided for a body in no group.
    isUndecided: isTrue(undecidedOfBody.value, lowering),
  }
}

/** The row of a group by its number; of a population without groups the population. */
export function groupRow(
  run: LazyRun,
  among: PopulationNode | null,
  row: number,
): Row {
  if (!among || among.by.length === 0) return run.population
  const group = [...run.groups(among).values()][row]
  if (!group) throw new RangeError(`There is no group ${row}`)
  return group
}

interface Figures {
  /** In the row of each body: absent where it does not count or has none. */
  readonly figures: Lowered
  /** 1 where a body has a figure and it is undecided whether it counts. */
  readonly undecided: Code
}

const known = new WeakMap<MethodologyLowering, Map<DistributionNode, Figures>>()

/** What a distribution is made of, stored once. */
export function figuresOf(
  among: DistributionNode,
  lowering: MethodologyLowering,
): Figures {
  const ofRun = known.get(lowering) ?? new Map<DistributionNode, Figures>()
  known.set(lowering, ofRun)
  const found = ofRun.get(among)
  if (found) return found
  const { code, store, bodies } = lowering
  const x = lowerExpression(among.of, { lowering, at: bodies })
  const { counts, isUndecided } = membershipIn(among.among, lowering)
  const own = code.select(counts, x.value, code.number(NaN))
  const isStored =
    own.kind === 'cell' && own.level === bodies && store.columnsOf(x) !== null
  const figures = isStored
    ? x
    : store.add(
        `figures of ${among.text}`,
        bodies,
        applicable(code, own),
        (run, row) => figureOf(among, run, row),
        false,
      )
  const undecided = code.both(code.isPresent(x.value), isUndecided)
  const made = { figures, undecided }
  ofRun.set(among, made)
  return made
}

function figureOf(among: DistributionNode, run: LazyRun, row: number): Value {
  const body = run.bodyRow(row)
  if (membershipOfBody(body, among.among).kind !== 'counts') {
    return missing('NO_BODY_WITH_VALUE')
  }
  const value = evaluateExpression(among.of, { row: body, node: among.text })
  // Why there is none is asked of the node itself, not of the distribution.
  return value.kind === 'not-applicable' ? missing('NO_BODY_WITH_VALUE') : value
}
