/** Brings the weights of siblings to their declared total, exactly. */
import {
  add,
  divide,
  multiply,
  placesOf,
  readShare,
  share,
  shareText,
  subtract,
  sumOf,
  type Share,
} from './exact-share.js'

export type Sharing = 'equal' | 'proportional'

export interface SharedWeight {
  readonly key: string
  /** As the file has it. */
  readonly weight: string
}

/** More digits than these are not written: the last shares then differ by one in the last place. */
const MOST_PLACES = 6
const FEWEST_PLACES = 3

/**
 * What lacks to the total, or is over, is shared among all but `kept`: the
 * same for each, or in proportion to what each has.
 *
 * @param kept - the weight that was just written, and is left as it is
 * @returns null where a weight is no number, or would fall below zero
 */
export function shareOut(
  weights: readonly SharedWeight[],
  total: string,
  sharing: Sharing,
  kept: string | null = null,
): readonly SharedWeight[] | null {
  const read = weights.map(({ weight }) => readShare(weight))
  const aim = readShare(total)
  const known = read.filter((each) => each !== null)
  if (!aim || known.length < read.length) return null
  const open = weights.flatMap(({ key }, index) => {
    const has = known[index]
    return key === kept || !has ? [] : [{ key, has }]
  })
  if (open.length === 0) return null
  const rest = subtract(aim, sumOf(known))
  const shares = sharesOf(
    open.map(({ has }) => has),
    rest,
    sharing,
  )
  if (!shares) return null
  const exact = open.map(({ has }, index) =>
    add(has, shares[index] ?? { numerator: 0n, denominator: 1n }),
  )
  const written = known.some((each) => placesOf(each) === null)
    ? exact
    : asDecimals(exact, known)
  if (written.some(({ numerator }) => numerator < 0n)) return null
  const texts = new Map(
    open.map(({ key }, index) => [key, shareText(written[index] ?? aim)]),
  )
  return weights.flatMap(({ key, weight }) => {
    const text = texts.get(key) ?? weight
    return isSame(text, weight) ? [] : [{ key, weight: text }]
  })
}

/** What each takes of the rest. */
function sharesOf(
  weights: readonly Share[],
  rest: Share,
  sharing: Sharing,
): readonly Share[] | null {
  const count = share(BigInt(weights.length), 1n)
  if (sharing === 'equal') return weights.map(() => divide(rest, count))
  const sum = sumOf(weights)
  if (sum.numerator === 0n) return null
  return weights.map((weight) => divide(multiply(rest, weight), sum))
}

/** Largest remainder: cut to a number of digits, and what is cut off goes to those who lost most. */
function asDecimals(
  exact: readonly Share[],
  before: readonly Share[],
): readonly Share[] {
  const needed = exact.map(placesOf)
  if (needed.every((each) => each !== null && each <= MOST_PLACES)) return exact
  const places = Math.max(
    FEWEST_PLACES,
    ...before.map((each) => placesOf(each) ?? 0),
  )
  const unit = share(1n, 10n ** BigInt(places))
  const cut = exact.map((each) => floorTo(each, unit))
  const lost = divide(subtract(sumOf(exact), sumOf(cut)), unit)
  const order = exact
    .map((each, index) => ({ index, lost: subtract(each, cut[index] ?? each) }))
    .sort((a, b) => signOf(subtract(b.lost, a.lost)) || a.index - b.index)
    .slice(0, Number(lost.numerator / lost.denominator))
  const raised = new Set(order.map(({ index }) => index))
  return cut.map((each, index) => (raised.has(index) ? add(each, unit) : each))
}

function floorTo(value: Share, unit: Share): Share {
  const { numerator, denominator } = divide(value, unit)
  const floor =
    numerator / denominator -
    (numerator < 0n && numerator % denominator !== 0n ? 1n : 0n)
  return multiply(share(floor, 1n), unit)
}

function signOf({ numerator }: Share): number {
  if (numerator === 0n) return 0
  return numerator > 0n ? 1 : -1
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [readShare(a), readShare(b)]
  return one !== null && other !== null && signOf(subtract(one, other)) === 0
}
