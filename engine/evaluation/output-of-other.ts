/** An input that is an output of another methodology, read from its result of the same year. */
import type { KnownRun } from '../history/known-run.js'
import { runName } from '../history/known-run.js'
import type { InputNode, OutputOfOther } from '../methodology/methodology.js'
import { missing, type Value } from '../value.js'
import { placeIn, type Row } from './row.js'

/** Absent as it was absent there; missing where no result gives it. */
export function outputOfOther(
  input: InputNode,
  from: OutputOfOther,
  row: Row,
): Value {
  const at = placeIn(row, input.column)
  const run = otherRun(from, row)
  if (!run) {
    const detail = `neither in the data nor by --from, which takes a result of ${from.methodology}`
    return missing('NOT_GIVEN', { at, detail })
  }
  const figure = run.bodies.get(row.given?.id ?? '')?.figures.get(from.output)
  if (!figure) {
    const detail = `neither in the data nor in the result of ${runName(run)}`
    return missing('NOT_GIVEN', { at, detail })
  }
  return figure.kind === 'missing' ? { ...figure, at } : figure
}

/** The result that the value comes from, where one was given. */
export function otherRun(
  { methodology }: OutputOfOther,
  { setting }: Row,
): KnownRun | null {
  return setting.surroundings.others.get(methodology) ?? null
}
