/**
 * Brings outliers in: while skewness and kurtosis are both above their limits,
 * the most extreme values on the side of the long tail take the value of the
 * next ones. Where the file's limit of changed values is reached first, a formula
 * is applied to all untreated values instead.
 *
 * The rule and the order of the two treatments are those of the European
 * Commission's Joint Research Centre. Deviations: the number of changed values is
 * never exceeded, where COINr exceeds it by values that are tied; both limits
 * hold up to and including themselves.
 *
 * @source Becker, W. et al. (2022), COINr: An R package for developing composite
 *   indicators, JOSS 7(78), 4567, doi:10.21105/joss.04567, functions `Treat` and
 *   `winsorise`; WIPO (2023), Global Innovation Index 2023, appendix I: at most
 *   five outliers are winsorised, else a logarithm is taken; Groeneveld, R. A. and
 *   Meeden, G. (1984), Measuring skewness and kurtosis, The Statistician 33,
 *   391-399, doi:10.2307/2987742, for the criterion.
 */
import {
  isBeyond,
  shapeOf,
  wholeNumbers,
  type Shape,
  type WholeNumbers,
} from '../functions/shape.js'
import type { Winsorisation } from '../methodology/steps.js'
import {
  compare,
  floor,
  integer,
  multiply,
  toInteger,
  type Numeric,
} from '../number/numeric.js'
import { numberValue, type NumberValue, type Value } from '../value.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'

/** What was done to an indicator, the same for all bodies of a population. */
export interface Treatment {
  readonly n: number
  readonly before: Shape | null
  readonly after: Shape | null
  readonly how: 'nothing' | 'winsorised' | 'transformed'
  /** False where what was done did not bring skewness or kurtosis within its limit. */
  readonly isWithin: boolean
  /** Values above the cap were brought down to it. */
  readonly cap: Numeric | null
  readonly broughtDown: number
  /** Values below the floor were brought up to it. */
  readonly floor: Numeric | null
  readonly broughtUp: number
  /** How many values the file allows to be changed. */
  readonly most: number
  readonly least: Numeric | null
  readonly greatest: Numeric | null
  /** Logarithms of 64 digits are slow: each value is transformed once. */
  readonly transforms: Map<Numeric, Value>
}

/** @param sorted - the figures of all bodies, smallest first */
export function treat(
  sorted: readonly Numeric[],
  rules: Winsorisation,
  frame: Frame,
): Treatment {
  const known = treated.get(sorted)?.get(rules)
  if (known) return known
  const made = treatOnce(sorted, rules, frame)
  const of = treated.get(sorted) ?? new Map<Winsorisation, Treatment>()
  treated.set(sorted, of.set(rules, made))
  return made
}

/** Once for an indicator and population, and not for each body. */
const treated = new WeakMap<readonly Numeric[], Map<Winsorisation, Treatment>>()

function treatOnce(
  sorted: readonly Numeric[],
  rules: Winsorisation,
  frame: Frame,
): Treatment {
  const { values, areExact } = wholeNumbers(sorted)
  const most = mostChanges(rules, sorted.length)
  const look = (low: number, high: number) =>
    shape({ values: held(values, low, high), areExact }, rules)
  const before = look(0, values.length - 1)
  const start: Treatment = {
    n: sorted.length,
    before,
    after: before,
    how: 'nothing',
    isWithin: !before || !isBeyond(before, rules),
    cap: null,
    broughtDown: 0,
    floor: null,
    broughtUp: 0,
    most,
    least: sorted[0] ?? null,
    greatest: sorted.at(-1) ?? null,
    transforms: new Map(),
  }
  if (start.isWithin) return start
  let [low, high] = [0, values.length - 1]
  let now: Shape | null = before
  while (now && isBeyond(now, rules)) {
    const next =
      now.side >= 0
        ? { low, high: below(values, high) }
        : { low: above(values, low), high }
    const changed = changes(values, next.low, next.high)
    if (changed.down + changed.up > most) break
    ;({ low, high } = next)
    now = look(low, high)
  }
  const { down, up } = changes(values, low, high)
  const winsorised: Treatment = {
    ...start,
    after: now,
    how: down + up > 0 ? 'winsorised' : 'nothing',
    isWithin: !now || !isBeyond(now, rules),
    cap: down > 0 ? (sorted[high] ?? null) : null,
    broughtDown: down,
    floor: up > 0 ? (sorted[low] ?? null) : null,
    broughtUp: up,
  }
  if (winsorised.isWithin || !rules.otherwise) return winsorised
  return transformed(start, sorted, rules, frame)
}

function shape(numbers: WholeNumbers, { moments }: Winsorisation) {
  const found = shapeOf(numbers, moments)
  return typeof found === 'string' ? null : found
}

/** All values, with those outside two places of the order brought to these. */
function held(
  values: readonly bigint[],
  low: number,
  high: number,
): readonly bigint[] {
  const [least = 0n, most = 0n] = [values[low], values[high]]
  return values.map((value) =>
    value < least ? least : value > most ? most : value,
  )
}

/** The place of the next smaller value: tied values move together. */
function below(values: readonly bigint[], place: number): number {
  let next = place
  while (next > 0 && values[next] === values[place]) next -= 1
  return next
}

function above(values: readonly bigint[], place: number): number {
  let next = place
  while (next < values.length - 1 && values[next] === values[place]) next += 1
  return next
}

function changes(values: readonly bigint[], low: number, high: number) {
  const [least = 0n, most = 0n] = [values[low], values[high]]
  return {
    down: values.filter((value) => value > most).length,
    up: values.filter((value) => value < least).length,
  }
}

function mostChanges({ most }: Winsorisation, n: number): number {
  if (most.kind === 'values') return most.values
  const share = multiply(most.share, integer(n))
  return typeof share === 'string' ? 0 : (toInteger(floor(share)) ?? 0)
}

function transformed(
  start: Treatment,
  sorted: readonly Numeric[],
  rules: Winsorisation,
  frame: Frame,
): Treatment {
  const made: Treatment = { ...start, how: 'transformed', isWithin: true }
  const numbers = sorted.flatMap((value) => {
    const result = transformOne(numberValue(value), rules, made, frame)
    return result.kind === 'number' ? [result.number] : []
  })
  const after = shape(wholeNumbers(numbers), rules)
  return { ...made, after, isWithin: !after || !isBeyond(after, rules) }
}

/** The value of one body as the treatment of its indicator leaves it. */
export function treatOne(
  value: Numeric,
  rules: Winsorisation,
  treatment: Treatment,
  frame: Frame,
): Value {
  if (treatment.how === 'transformed') {
    return transformOne(numberValue(value), rules, treatment, frame)
  }
  const { cap, floor: bottom } = treatment
  if (cap && compare(value, cap) > 0) return numberValue(cap)
  if (bottom && compare(value, bottom) < 0) return numberValue(bottom)
  return numberValue(value)
}

function transformOne(
  argument: NumberValue,
  { otherwise }: Winsorisation,
  { least, greatest, transforms }: Treatment,
  frame: Frame,
): Value {
  const known = transforms.get(argument.number)
  if (known) return known
  if (!otherwise || !least || !greatest) return argument
  const ends = { least: numberValue(least), most: numberValue(greatest) }
  const result = evaluateExpression(otherwise, { ...frame, argument, ends })
  transforms.set(argument.number, result)
  return result
}
