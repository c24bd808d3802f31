/** Calls of functions, as their declarations write them, as column code. */
import type { Code } from '../../../engine/columns/code/code.js'
import { within } from '../../../engine/columns/code/facts.js'
import type {
  AggregateFunction,
  NumberFunction,
  StandingFunction,
} from '../../../engine/functions/declaration.js'
import { doubleOf, unquoted } from './number-texts.js'
import { SmallFrame } from './run-code.js'

/** All figures with how many lie below and above, in one frame. */
export function standing(
  declared: StandingFunction,
  values: readonly number[],
  words: readonly string[],
) {
  const frame = new SmallFrame(values.map(() => 0))
  const counts = within(0, 1000, {
    mayBeAbsent: false,
    isWhole: true,
    isDecimal: true,
  })
  const column = (count: (own: number) => number) =>
    frame.ofBodies(values.map(count), counts)
  const figures = {
    below: column((own) => values.filter((each) => each < own).length),
    above: column((own) => values.filter((each) => each > own).length),
    count: column(() => values.length),
  }
  const made = declared.inColumns?.(frame.code, figures, words)
  if (!made) throw new Error(`${declared.name} has no column code`)
  return { frame, made }
}

/** The call of an example as column code of one body. */
export function lowered(
  declared: NumberFunction | AggregateFunction | StandingFunction,
  call: string,
): { frame: SmallFrame; made: Code } {
  const inside = /^\w+\((.*)\)$/.exec(call)?.[1] ?? ''
  const parts = inside.match(/\[[^\]]*\]|"[^"]*"|[^\s,]+/g) ?? []
  const lists = parts
    .filter((part) => part.startsWith('['))
    .map((part) => part.slice(1, -1).match(/[^\s,]+/g) ?? [])
  const single = parts.filter((part) => !part.startsWith('['))
  if (declared.kind === 'standing') {
    const [own = '', ...words] = single
    const values = (lists[0] ?? []).map(doubleOf)
    // The body of the call first; the others behind it.
    values.splice(values.indexOf(doubleOf(own)), 1)
    return standing(declared, [doubleOf(own), ...values], words.map(unquoted))
  }
  const frame = new SmallFrame([lists[0]?.length ?? 0])
  const settings = single.map((part) =>
    part.startsWith('"')
      ? unquoted(part)
      : declared.kind === 'number' && part === single[0]
        ? frame.ofBodies([doubleOf(part)])
        : frame.code.number(doubleOf(part), Number.isInteger(doubleOf(part))),
  )
  if (declared.kind === 'number') {
    const made = declared.inColumns?.(frame.code, ...settings)
    if (!made) throw new Error(`${call} has no column code`)
    return { frame, made }
  }
  const columns = lists.map((list) => frame.ofRows(list.map(doubleOf)))
  const rows = frame.rows(...columns)
  const made = declared.inColumns?.(rows, settings)
  if (!made) throw new Error(`${call} has no column code`)
  const { code } = frame
  const isNone = code.operation('equal', rows.count, code.number(0))
  const ofNothing = code.number(declared.ofNothing === 0 ? 0 : NaN)
  return { frame, made: code.select(isNone, ofNothing, made) }
}
