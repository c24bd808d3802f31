/**
 * When each piece of code of a step can be computed. Code of one level and one
 * time is computed together, in one pass over the rows of the level; what other
 * levels read of it is there from the next time on.
 */
import type { Code, ColumnLevel, ReductionCode } from '../../code/code.js'
import { reducerOf } from '../../code/reducers.js'
import { allCode } from '../walk.js'

export interface Schedule {
  /** Code -> the time at which its value is there. */
  readonly times: ReadonlyMap<Code, number>
  /** Reduction -> the time of the pass over the rows that it goes through. */
  readonly passes: ReadonlyMap<ReductionCode, number>
}

export function scheduleOf(roots: readonly Code[]): Schedule {
  const times = new Map<Code, number>()
  const passes = new Map<ReductionCode, number>()
  const arrival = (code: Code | null, level: ColumnLevel): number => {
    if (!code || isSource(code)) return 0
    return (times.get(code) ?? 0) + (code.level === level ? 0 : 1)
  }
  for (const code of allCode(roots)) {
    if (code.kind === 'operation') {
      const all = code.operands.map((each) => arrival(each, code.level))
      times.set(code, Math.max(0, ...all))
    } else if (code.kind === 'reduction') {
      const pass = Math.max(
        arrival(code.of, code.over),
        arrival(code.mask, code.over),
      )
      passes.set(code, pass)
      times.set(code, Math.max(pass + 1, arrival(code.share, code.level)))
    } else times.set(code, 0)
  }
  return { times, passes }
}

/** Code that is there before anything is computed. */
export function isSource(code: Code): boolean {
  return code.kind !== 'operation' && code.kind !== 'reduction'
}

/** A reduction that keeps its values, and is made of them in a pass over its own rows. */
export function isCollected(code: Code): code is ReductionCode {
  return (
    code.kind === 'reduction' && reducerOf(code.reducer).isCollected === true
  )
}
