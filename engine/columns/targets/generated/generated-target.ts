/**
 * Runs steps as generated loops. The engine makes the text and cannot run it:
 * whoever may, brings the function that does.
 */
import type {
  RunnableStep,
  ColumnFrame,
  RunStep,
  Target,
} from '../../program/step.js'
import { RUNTIME } from '../runtime.js'
import { generateStep } from './generate-step.js'

/** Names of the parameters of a generated function. */
export const GENERATED_PARAMETERS = [
  'columns',
  'settings',
  'rows',
  'lists',
  'runtime',
] as const

export type GeneratedFunction = (
  columns: ColumnFrame['columns'],
  settings: Float64Array,
  rows: readonly unknown[],
  lists: readonly (readonly number[])[],
  runtime: typeof RUNTIME,
) => readonly number[]

/** @param compile - makes a function of the parameters above from its body */
export function generatedTarget(
  compile: (body: string) => GeneratedFunction,
): Target {
  return {
    name: 'generated',
    prepare(step: RunnableStep): RunStep {
      const { text, levels, lists } = generateStep(step)
      const run = compile(text)
      return ({ columns, settings, rows }) =>
        run(
          columns,
          settings,
          levels.map((level) => rows.get(level)),
          lists,
          RUNTIME,
        )
    },
  }
}
