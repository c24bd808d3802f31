/** Functions over levels: min, max and median of one scale, and band(x, SCALE). */
import { closest } from '../source/closest.js'
import type { Scale } from '../scales/scale.js'
import { made, mismatch, report, type Checked, type Rows } from './checked.js'
import { checkArgument, wrong, type Call } from './check-arguments.js'
import { levelOf, NUMBER, type Type } from './expression.js'
import type { Scope } from './scope.js'
import { describeType, joinTypes, scaleOf } from './type-rules.js'

export interface Ordered {
  readonly type: Type
  /** The order of the levels; absent for numbers. */
  readonly scale?: Scale
}

/** What a function of `ordered` arguments gives: a number, or a level of their one scale. */
export function orderedType(
  call: Call,
  types: readonly Type[],
  scope: Scope,
): Ordered | null {
  const [first = NUMBER, ...rest] = types
  if (types.every((type) => type.kind === 'number')) return { type: NUMBER }
  const joined = rest.reduce<Type | null>(
    (type, next) => type && joinTypes(type, next),
    first,
  )
  if (!joined) {
    const words = types.map(describeType).join(', ')
    return mismatch(
      scope,
      call,
      `its arguments are ${words}; give it numbers, or levels of one scale`,
    )
  }
  const scale = scaleOf(joined)
  return scale
    ? { type: joined, scale }
    : mismatch(
        scope,
        call,
        'its levels have no order. Declare them under "scales" and name the scale where the level is declared',
      )
}

/** band(x, SCALE): the second argument is the name of a scale and not a value. */
export function checkBand(
  call: Call,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const [x, named] = call.operands
  const [name] = named?.kind === 'name' ? named.steps : []
  if (!x || call.operands.length !== 2 || name === undefined) {
    if (named?.kind === 'word') {
      const words = `the scale stands without quotes: band(x, ${named.word})`
      return wrong(scope, call.name, words)
    }
    const words = 'write band(x, SCALE): a number and the name of a scale.'
    return wrong(scope, call.name, words)
  }
  const says = 'the number that falls into a level'
  const declared = { name: 'x', type: 'number' as const, says }
  const operand = checkArgument(x, declared, call.name, scope, rows)
  const scale = scope.scales.get(name)
  if (scale === undefined) {
    const near = closest(name, scope.scales.keys())
    return report(scope, 'UNKNOWN_NAME', {
      name,
      what: 'a scale',
      ...(near ? { closest: near } : {}),
    })
  }
  if (!scale || !operand) return null
  if (!scale.hasBands) {
    const words = `the levels of "${name}" have no intervals. Write where each begins, as good: { at_least: 60 }`
    return wrong(scope, call.name, words)
  }
  const { expression } = operand
  return made({ kind: 'band', operand: expression, scale }, levelOf(scale))
}
