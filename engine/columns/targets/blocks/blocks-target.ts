/**
 * Runs steps by closures over blocks of rows: without generated code, so that it
 * runs under a content security policy that forbids it, and so that generated
 * loops have something to be held against.
 *
 * A step is made into straight code over registers once; each instruction is a
 * loop over the rows of a block.
 */
import type { ColumnFrame, RunStep, Target } from '../../program/step.js'
import { compileStep, type CompiledStep } from './compile-step.js'
import type { Piece } from './piece.js'
import { runStage } from './run-stage.js'

export const blocksTarget: Target = {
  name: 'blocks',
  prepare: (step) => {
    const compiled = compileStep(step)
    return (frame) => run(compiled, frame)
  },
}

function run(
  { registers, stages }: CompiledStep,
  frame: ColumnFrame,
): ReturnType<RunStep> {
  for (const [index, register] of registers.settings) {
    registers.values[register]?.fill(frame.settings[index] ?? NaN)
  }
  const piece: Piece = {
    frame,
    registers: registers.values,
    kept: [],
    firsts: [],
    lists: [],
    doubts: [],
    start: 0,
    count: 0,
  }
  for (const stage of stages) runStage(stage, piece)
  return piece.doubts
}
