/** Makes the instructions of a pass: straight code over registers. */
import type { Code } from '../../code/code.js'
import {
  gatherFrom,
  noteDoubts,
  runLookUp,
  runOperation,
  storeIn,
  viewOf,
} from './load.js'
import type { Instruction, Source } from './piece.js'
import type { PassPlan } from './plan-stage.js'
import { quantilesOf, reduceInto } from './reduce.js'
import type { Registers } from './registers.js'

/** Where code stands that is not computed in the pass itself. */
export interface Places {
  /** The column in which computed code is kept, or the list of a quantile. */
  readonly keptOf: (code: Code) => Source
  readonly listOf: (code: Code) => number
  /** What is done with an output of the stage. */
  readonly targetsOf: (code: Code) => readonly (Source | 'doubt')[]
}

export function compilePass(
  plan: PassPlan,
  registers: Registers,
  places: Places,
): readonly Instruction[] {
  return new PassCompiler(plan, registers, places).compile()
}

class PassCompiler {
  readonly #plan: PassPlan
  readonly #registers: Registers
  readonly #places: Places
  readonly #instructions: Instruction[] = []
  readonly #at = new Map<Code, number>()
  /** Registers that are given back after their last reading. */
  readonly #taken = new Map<Code, number>()
  readonly #readings = new Map<Code, number>()

  constructor(plan: PassPlan, registers: Registers, places: Places) {
    this.#plan = plan
    this.#registers = registers
    this.#places = places
  }

  compile(): readonly Instruction[] {
    const { made, reductions, outputs, kept } = this.#plan
    for (const code of made) this.#operands(code).forEach(this.#expect)
    for (const { of, mask } of reductions) {
      if (of) this.#expect(of)
      if (mask) this.#expect(mask)
    }
    outputs.forEach(this.#expect)
    kept.forEach(this.#expect)
    for (const code of made) this.#make(code)
    for (const code of reductions) {
      const of = this.#readOr(code.of, 1)
      const mask = this.#readOr(code.mask, 1)
      const result =
        code.reducer === 'quantile'
          ? this.#places.listOf(code)
          : this.#places.keptOf(code).index
      this.#instructions.push(reduceInto({ code, result, of, mask }))
      if (code.of) this.#done(code.of)
      if (code.mask) this.#done(code.mask)
    }
    for (const code of outputs) {
      const from = this.#read(code)
      for (const target of this.#places.targetsOf(code)) {
        this.#instructions.push(
          target === 'doubt' ? noteDoubts(from) : storeIn(target, from),
        )
      }
      this.#done(code)
    }
    return this.#instructions
  }

  readonly #expect = (code: Code): void => {
    this.#readings.set(code, (this.#readings.get(code) ?? 0) + 1)
  }

  #operands(code: Code): readonly Code[] {
    if (code.kind === 'operation') return code.operands
    return code.kind === 'reduction' && code.share ? [code.share] : []
  }

  #make(code: Code): void {
    const operands = this.#operands(code)
    const from = operands.map((each) => this.#read(each))
    for (const each of operands) this.#done(each)
    // Row by row, so that the result may stand where an operand has stood.
    const out = this.#take(code)
    this.#instructions.push(this.#instruction(code, out, from))
    if (this.#plan.kept.has(code)) {
      this.#instructions.push(storeIn(this.#places.keptOf(code), out))
      this.#done(code)
    }
  }

  #instruction(code: Code, out: number, from: readonly number[]): Instruction {
    const [first = this.#registers.number(0.5)] = from
    if (code.kind !== 'operation') {
      return quantilesOf(this.#places.listOf(code), out, first)
    }
    return code.table
      ? runLookUp(code.table, out, first)
      : runOperation(code.operation, out, from)
  }

  #readOr(code: Code | null, value: number): number {
    return code ? this.#read(code) : this.#registers.number(value)
  }

  /** The register of the code; columns are loaded where they are first read. */
  #read(code: Code): number {
    const known = this.#at.get(code)
    if (known !== undefined) return known
    const register = this.#load(code)
    this.#at.set(code, register)
    return register
  }

  #load(code: Code): number {
    if (code.kind === 'number') return this.#registers.number(code.value)
    if (code.kind === 'setting') return this.#registers.setting(code.index)
    const source: Source =
      code.kind === 'cell'
        ? {
            from: 'frame',
            index: code.column.index,
            level: code.column.level,
            name: code.column.name,
          }
        : this.#places.keptOf(code)
    const { level } = this.#plan
    if (source.level === level) {
      const out = this.#registers.view()
      this.#instructions.push(viewOf(source, out))
      return out
    }
    const out = this.#take(code)
    this.#instructions.push(gatherFrom(source, level, out))
    return out
  }

  #take(code: Code): number {
    const register = this.#registers.take()
    this.#taken.set(code, register)
    this.#at.set(code, register)
    return register
  }

  /** One reading less is to come. */
  #done(code: Code): void {
    const left = (this.#readings.get(code) ?? 0) - 1
    this.#readings.set(code, left)
    const register = this.#taken.get(code)
    if (left > 0 || register === undefined) return
    this.#registers.giveBack(register)
    this.#taken.delete(code)
  }
}
