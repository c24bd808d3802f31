/** Splits a step into stages and passes, once, and makes their instructions. */
import type { Code, ColumnLevel } from '../../code/code.js'
import { reducerOf } from '../../code/reducers.js'
import type { RunnableStep } from '../../program/step.js'
import { rootsOf } from '../walk.js'
import { compilePass } from './compile-pass.js'
import type { Instruction, Source } from './piece.js'
import { outsideOf, planStage } from './plan-stage.js'
import { Registers } from './registers.js'
import { isSource, scheduleOf } from './schedule.js'

export interface CompiledStep {
  readonly registers: Registers
  readonly stages: readonly Stage[]
}

/** Passes over the rows of a level and of those below, by windows. */
export interface Stage {
  readonly level: ColumnLevel
  readonly kept: readonly KeptColumn[]
  readonly passes: readonly Pass[]
}

export interface Pass {
  readonly level: ColumnLevel
  readonly instructions: readonly Instruction[]
}

/** A column that stands between passes: for the rows of a window, or for all. */
export interface KeptColumn {
  readonly index: number
  readonly level: ColumnLevel
  readonly isWhole: boolean
  /** What results begin with; null: the rows are all written. */
  readonly start: number | null
  /** True for the values of quantiles. */
  readonly isList: boolean
}

export function compileStep(step: RunnableStep): CompiledStep {
  return new StepCompiler(step).compile()
}

class StepCompiler {
  readonly #step: RunnableStep
  readonly #registers = new Registers()
  /** Code that a stage before has computed for all rows. */
  readonly #whole = new Map<Code, KeptColumn>()
  #columns = 0

  constructor(step: RunnableStep) {
    this.#step = step
  }

  compile(): CompiledStep {
    const { level, stored, doubt } = this.#step
    const roots = rootsOf(this.#step)
    const schedule = scheduleOf(roots)
    const timeOf = (code: Code) => schedule.times.get(code) ?? 0
    const batches = new Map<string, Code[]>()
    for (const code of outsideCode(level, roots)) {
      const key = `${timeOf(code)} ${code.level.depth} ${code.level.name}`
      batches.set(key, [...(batches.get(key) ?? []), code])
    }
    const inOrder = [...batches.values()].sort(
      ([a], [b]) => (a ? timeOf(a) : 0) - (b ? timeOf(b) : 0),
    )
    const stage = (
      of: ColumnLevel,
      targets: ReadonlyMap<Code, (Source | 'doubt')[]>,
    ) =>
      this.#stage(
        of,
        targets,
        planStage(
          of,
          [...targets.keys()],
          schedule,
          new Set(this.#whole.keys()),
        ),
      )
    const before = inOrder.flatMap((codes) => {
      const [first] = codes
      if (!first) return []
      const made = codes.map(
        (code) => [code, this.#column(code, true)] as const,
      )
      const targets = made.map(
        ([code, kept]) => [code, [sourceOf(kept)]] as const,
      )
      const built = stage(
        first.level,
        new Map(targets.map(([c, t]) => [c, [...t]])),
      )
      for (const [code, kept] of made) this.#whole.set(code, kept)
      return [
        { ...built, kept: [...built.kept, ...made.map(([, kept]) => kept)] },
      ]
    })
    const targets = new Map<Code, (Source | 'doubt')[]>()
    for (const { column, code } of stored) {
      const { index, name } = column
      const target = { from: 'frame', index, name, level } as const
      targets.set(code, [...(targets.get(code) ?? []), target])
    }
    if (doubt) targets.set(doubt, [...(targets.get(doubt) ?? []), 'doubt'])
    const last = stage(level, targets)
    return { registers: this.#registers, stages: [...before, last] }
  }

  #stage(
    level: ColumnLevel,
    targets: ReadonlyMap<Code, readonly (Source | 'doubt')[]>,
    plans: ReturnType<typeof planStage>,
  ): Stage {
    const kept = new Map<Code, KeptColumn>()
    const lists = new Map<Code, KeptColumn>()
    const once = (
      known: Map<Code, KeptColumn>,
      code: Code,
      isList: boolean,
    ) => {
      const found = known.get(code) ?? this.#column(code, false, isList)
      known.set(code, found)
      return found
    }
    const passes = plans.map((plan) => ({
      level: plan.level,
      instructions: compilePass(plan, this.#registers, {
        keptOf: (code) =>
          sourceOf(this.#whole.get(code) ?? once(kept, code, false)),
        listOf: (code) => once(lists, code, true).index,
        targetsOf: (code) => targets.get(code) ?? [],
      }),
    }))
    return { level, passes, kept: [...kept.values(), ...lists.values()] }
  }

  #column(code: Code, isWhole: boolean, isList = false): KeptColumn {
    const isResult =
      code.kind === 'reduction' && !isWhole && code.reducer !== 'quantile'
    this.#columns += 1
    return {
      index: this.#columns - 1,
      level: code.level,
      isWhole,
      start: isResult ? reducerOf(code.reducer).start : null,
      isList,
    }
  }
}

function sourceOf({ index, level }: KeptColumn): Source {
  return { from: 'kept', index, level, name: 'a kept column' }
}

/** All code that stages of its own are needed for, those of such stages included. */
function outsideCode(
  level: ColumnLevel,
  roots: readonly Code[],
): ReadonlySet<Code> {
  const found = new Set<Code>()
  const open = [...outsideOf(level, roots)]
  for (let code = open.pop(); code; code = open.pop()) {
    if (found.has(code) || isSource(code)) continue
    found.add(code)
    open.push(...outsideOf(code.level, [code]))
  }
  return found
}
