/**
 * What is computed in which pass. A stage goes through the rows of one level and
 * those below; code of other levels is computed in a stage before and kept.
 */
import type { Code, ColumnLevel, ReductionCode } from '../../code/code.js'
import { allCode, operandsOf } from '../walk.js'
import { isBelow } from './reduce.js'
import { isCollected, isSource, type Schedule } from './schedule.js'

/** What is computed in one pass over the rows of a level. */
export interface PassPlan {
  readonly level: ColumnLevel
  readonly time: number
  /** Operations and quantiles, operands first. */
  readonly made: Code[]
  /** Reductions that the rows of this pass are taken into. */
  readonly reductions: ReductionCode[]
  /** What the stage is run for and stands here. */
  readonly outputs: Code[]
  /** What later passes read. */
  readonly kept: Set<Code>
}

/** Code that a stage over these rows cannot compute itself. */
export function outsideOf(
  level: ColumnLevel,
  roots: readonly Code[],
): readonly Code[] {
  return within(level, roots, new Set()).outside
}

/** The passes of a stage in the order in which they run. */
export function planStage(
  level: ColumnLevel,
  outputs: readonly Code[],
  { times, passes }: Schedule,
  known: ReadonlySet<Code>,
): readonly PassPlan[] {
  const plans = new Map<string, PassPlan>()
  const planOf = (of: ColumnLevel, time: number): PassPlan => {
    const key = `${time} ${of.depth} ${of.name}`
    const made = plans.get(key) ?? {
      level: of,
      time,
      made: [],
      reductions: [],
      outputs: [],
      kept: new Set<Code>(),
    }
    plans.set(key, made)
    return made
  }
  const ownPlan = (code: Code) => planOf(code.level, times.get(code) ?? 0)
  const { inside } = within(level, outputs, known)
  const insideSet = new Set(inside)
  const isMade = (code: Code) =>
    insideSet.has(code) && (code.kind === 'operation' || isCollected(code))
  const read = (code: Code | null, plan: PassPlan) => {
    if (!code || !isMade(code)) return
    const own = ownPlan(code)
    if (own !== plan) own.kept.add(code)
  }
  for (const code of inside) {
    if (isMade(code)) ownPlan(code).made.push(code)
    if (code.kind === 'operation') {
      for (const each of code.operands) read(each, ownPlan(code))
    } else if (code.kind === 'reduction') {
      const plan = planOf(code.over, passes.get(code) ?? 0)
      plan.reductions.push(code)
      read(code.of, plan)
      read(code.mask, plan)
      read(code.share, ownPlan(code))
    }
  }
  for (const code of outputs) {
    const plan = planOf(level, times.get(code) ?? 0)
    plan.outputs.push(code)
    read(code, plan)
  }
  return [...plans.values()].sort((a, b) => a.time - b.time)
}

/** Operations and reductions that a stage computes, operands first, and what it needs from outside. */
function within(
  level: ColumnLevel,
  roots: readonly Code[],
  known: ReadonlySet<Code>,
): { inside: readonly Code[]; outside: readonly Code[] } {
  const reached = new Set<Code>()
  const outside = new Set<Code>()
  const open = [...roots]
  for (let code = open.pop(); code; code = open.pop()) {
    if (isSource(code) || known.has(code) || reached.has(code)) continue
    if (code.level !== level && !isBelow(code.level, level)) {
      outside.add(code)
      continue
    }
    reached.add(code)
    open.push(...operandsOf(code))
  }
  return {
    inside: allCode(roots).filter((each) => reached.has(each)),
    outside: [...outside],
  }
}
