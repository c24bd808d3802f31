/** Cells of tables of the file, and parameters that vary, as column code. */
import type {
  LookupExpression,
  ParameterExpression,
} from '../../expression/expression.js'
import type { VariationKey } from '../../methodology/keyed-rows.js'
import type { Value } from '../../value.js'
import type { Code } from '../code/code.js'
import {
  constant,
  exceptWhereNotApplicable,
  lowerExpression,
  type LoweringFrame,
} from './lower-expression.js'
import {
  alwaysMissing,
  anyNotApplicable,
  choose,
  resultOf,
  type Lowered,
} from './lowered.js'
import { NotLowered, type Lowering } from './lowering.js'

/** Longer tables are looked up exactly. */
const MOST_ROWS = 300

export function lowerParameter(
  { parameter }: ParameterExpression,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const { varies, value } = parameter
  if (!varies) {
    return value
      ? constant({ kind: 'number', number: value }, lowering)
      : alwaysMissing(code)
  }
  if (varies.values.length > MOST_ROWS) throw new NotLowered(parameter.name)
  const keys = varies.by.map((each) => lowerExpression(each.value, frame))
  const found = varies.values.reduceRight<Lowered>((otherwise, each) => {
    const holds = each.keys.map((key, index) =>
      keyHolds(key, keys[index] ?? alwaysMissing(code), lowering),
    )
    const then = constant({ kind: 'number', number: each.value }, lowering)
    return choose(code, all(holds, lowering), then, otherwise)
  }, alwaysMissing(code))
  return exceptWhereNotApplicable(found.value, keys, lowering)
}

function keyHolds(
  key: VariationKey,
  value: Lowered,
  lowering: Lowering,
): Lowered {
  const { code } = lowering
  if (key.kind === 'years') {
    const isFrom = code.operation(
      'less-or-equal',
      code.number(key.from),
      value.value,
    )
    const isTo =
      key.to === null
        ? code.number(1)
        : code.operation('less-or-equal', value.value, code.number(key.to))
    return resultOf(code, code.operation('and', isFrom, isTo), [value])
  }
  return isKey(value, key.word, lowering)
}

/** A key as it is written: a word, true or false, or a number. */
function isKey(value: Lowered, text: string, lowering: Lowering): Lowered {
  const { code } = lowering
  const number = Number(text)
  const isTruth = text === 'true' || text === 'false'
  if (lowering.words.includes(text)) {
    // A word that reads like a number may be either; the type decides, exactly.
    if (!isTruth && !Number.isNaN(number)) throw new NotLowered(text)
    const equal = code.operation('equal', value.value, lowering.word(text))
    return resultOf(code, equal, [value])
  }
  if (!isTruth && !Number.isSafeInteger(number)) throw new NotLowered(text)
  const meant = isTruth ? Number(text === 'true') : number
  const equal = code.operation('equal', value.value, code.number(meant))
  return resultOf(code, equal, [value])
}

function all(holds: readonly Lowered[], { code }: Lowering): Lowered {
  const value = holds.reduce<Code>(
    (so, each) => code.operation('and', so, each.value),
    code.number(1),
  )
  return { value, notApplicable: anyNotApplicable(code, holds) }
}

export function lowerLookup(
  { table, column, keys }: LookupExpression,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  if (table.rows.size > MOST_ROWS) throw new NotLowered(table.name)
  const values = keys.map((each) => lowerExpression(each, frame))
  const found = [...table.rows].reduceRight<Lowered>(
    (otherwise, [key, row]) => {
      const texts = JSON.parse(key) as readonly string[]
      const holds = texts.map((text, index) =>
        isKey(values[index] ?? alwaysMissing(code), text, lowering),
      )
      const cell: Value | undefined = row.cells.get(column)
      const then = cell ? constant(cell, lowering) : alwaysMissing(code)
      return choose(code, all(holds, lowering), then, otherwise)
    },
    alwaysMissing(code),
  )
  return exceptWhereNotApplicable(found.value, values, lowering)
}
