/** Inputs that are outputs of other methodologies: what their results say, against the data. */
import type { Row } from '../evaluation/row.js'
import { rowProblem } from './row-problem.js'
import { runName, type KnownRun } from '../history/known-run.js'
import type {
  InputNode,
  Methodology,
  OutputOfOther,
} from '../methodology/methodology.js'
import { compare } from '../number/numeric.js'
import { closest } from '../source/closest.js'
import { isPresent, type PresentValue, type Value } from '../value.js'
import { describeValue } from '../explanation/describe-value.js'
import { outsideFault } from './check-cell.js'
import type { DataProblem } from './problem.js'
import type { Surroundings } from '../evaluation/surroundings.js'

export function checkOutputsOfOthers(
  methodology: Methodology,
  bodies: readonly Row[],
  { others }: Surroundings,
): readonly DataProblem[] {
  return methodology.nodes.flatMap((node) => {
    if (node.kind !== 'input' || !node.from) return []
    const run = others.get(node.from.methodology)
    return run ? checkInput(node, node.from, run, bodies) : []
  })
}

function checkInput(
  input: InputNode,
  { output }: OutputOfOther,
  run: KnownRun,
  bodies: readonly Row[],
): readonly DataProblem[] {
  const known = new Set(
    [...run.bodies.values()].flatMap(({ figures }) => [...figures.keys()]),
  )
  if (run.bodies.size > 0 && !known.has(output)) {
    const near = closest(output, known)
    const asked = near === undefined ? '' : ` Did you mean "${near}"?`
    const words = `the input is the output "${output}" of ${run.methodology}, and the result of ${runName(run)} does not have it.${asked}`
    return [ofRun('RUN_OUTPUT_UNKNOWN', run, input, words)]
  }
  return bodies.flatMap((row) => {
    const value = run.bodies.get(row.given?.id ?? '')?.figures.get(output)
    if (!value || value.kind === 'missing') return []
    const given = row.given?.cells.get(input.column)
    const at = `the result of ${runName(run)}`
    if (given && isPresent(given) && !isSame(given, value)) {
      const there = describeValue(value).text ?? 'not applicable'
      const here = describeValue(given).text ?? ''
      const words = `the data say ${here}, and ${at} says ${there}; leave the cell empty, or give the result that it comes from.`
      return [rowProblem('CELL_CONTRADICTS_RUN', row, input.column, words)]
    }
    const fault = isPresent(value) ? unfit(value, input) : null
    if (fault === null) return []
    const words = `${at} has ${describeValue(value).text ?? ''} for it; ${fault}.`
    return [rowProblem('RUN_VALUE_UNFIT', row, input.column, words)]
  })
}

function isSame(given: Value, value: Value): boolean {
  if (given.kind === 'number' && value.kind === 'number') {
    return compare(given.number, value.number) === 0
  }
  if (given.kind === 'boolean' && value.kind === 'boolean') {
    return given.boolean === value.boolean
  }
  return (
    given.kind === 'word' && value.kind === 'word' && given.word === value.word
  )
}

/** Why the input does not take the value, or null. */
function unfit(value: PresentValue, input: InputNode): string | null {
  const { type } = input
  if (type.kind === 'number' && value.kind !== 'number') {
    return 'the input takes a number'
  }
  if (type.kind === 'level') {
    const takes = `the input takes ${type.values.join(', ')}`
    const isLevel = value.kind === 'word' && type.values.includes(value.word)
    if (!isLevel) return takes
  } else if (type.kind === 'boolean') {
    if (value.kind !== 'boolean') return 'the input takes true or false'
  } else if (type.kind !== 'number') return `the input takes a ${type.kind}`
  const outside = outsideFault(value, input)
  return outside ? outside.message.replace(/\.$/, '') : null
}

function ofRun(
  code: DataProblem['code'],
  run: KnownRun,
  input: InputNode,
  message: string,
): DataProblem {
  const place = { line: null, body: null, row: null, column: input.column }
  return { code, file: runName(run), ...place, message }
}
