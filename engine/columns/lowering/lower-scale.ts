/** Levels of a scale as column code: their order, and the level that a number falls into. */
import type { Edge, Scale } from '../../scales/scale.js'
import { levelNames } from '../../scales/scale.js'
import type { Code } from '../code/code.js'
import { applicable, type Lowered } from './lowered.js'
import type { Lowering } from './lowering.js'

/** Word -> 0 for the worst level; absent for words that are no level. */
export function scalePosition(
  word: Code,
  scale: Scale,
  lowering: Lowering,
): Code {
  const names = levelNames(scale)
  const table = lowering.words.map((each) => {
    const place = names.indexOf(each)
    return place < 0 ? NaN : place
  })
  return lowering.code.lookUp(word, table, {
    low: 0,
    high: names.length,
    smallest: 1,
    isWhole: true,
    isDecimal: true,
  })
}

/** Place in the scale -> word. */
export function levelAt(place: Code, scale: Scale, lowering: Lowering): Code {
  const table = levelNames(scale).map((name) => lowering.words.indexOf(name))
  return lowering.code.lookUp(place, table, {
    low: 0,
    high: lowering.words.length,
    smallest: 1,
    isWhole: true,
    isDecimal: true,
  })
}

/** The level into whose interval the number falls; missing where none holds it. */
export function bandLevel(
  operand: Lowered,
  scale: Scale,
  lowering: Lowering,
): Lowered {
  const { code } = lowering
  const none = code.number(NaN)
  const value = scale.levels.reduceRight<Code>((otherwise, level) => {
    const holds = code.operation(
      'and',
      isFrom(operand.value, level.from, 1, lowering),
      isFrom(operand.value, level.to, -1, lowering),
    )
    return code.select(holds, lowering.word(level.name), otherwise)
  }, none)
  const { notApplicable } = operand
  return { ...applicable(code, value), notApplicable }
}

/** @param side - 1 for the edge below, -1 for the edge above */
function isFrom(
  x: Code,
  edge: Edge | null,
  side: 1 | -1,
  lowering: Lowering,
): Code {
  const { code } = lowering
  if (!edge) return code.number(1)
  const value = lowering.number(edge.value)
  const [low, high] = side === 1 ? [value, x] : [x, value]
  return code.operation(edge.closed ? 'less-or-equal' : 'less', low, high)
}
