/** The middle of the values of one row as column code, where some may be left out. */
import type { Code } from '../code/code.js'
import { NotLowered, type Lowering } from './lowering.js'

/** More are put in order exactly: their number of comparisons grows with the square. */
const MOST = 16

/**
 * The median: of an even number the mean of the two in the middle, of levels the
 * worse one.
 *
 * @param values - absent where they are left out
 * @param count - how many are there
 * @throws NotLowered for more than 16 values
 */
export function middleOf(
  values: readonly Code[],
  count: Code,
  areLevels: boolean,
  lowering: Lowering,
): Code {
  if (values.length > MOST) throw new NotLowered('a median of many children')
  const { code } = lowering
  const isCertain = count.kind === 'number' && count.value === values.length
  const last = code.number(Infinity)
  const inOrder = sorted(
    isCertain
      ? values
      : values.map((each) => code.operation('first-present', each, last)),
    lowering,
  )
  const middle = (n: number) => middleOfSorted(inOrder, n, areLevels, lowering)
  if (isCertain) return middle(values.length)
  return values.reduceRight<Code>((otherwise, _, index) => {
    const isSo = code.operation('equal', count, code.number(index + 1))
    return code.select(isSo, middle(index + 1), otherwise)
  }, code.number(NaN))
}

/** @param n - the first n are there */
function middleOfSorted(
  inOrder: readonly Code[],
  n: number,
  areLevels: boolean,
  { code }: Lowering,
): Code {
  const below = inOrder[Math.ceil(n / 2) - 1] ?? code.number(NaN)
  const above = inOrder[Math.floor(n / 2)] ?? below
  if (areLevels || n % 2 === 1) return below
  const sum = code.operation('add', below, above)
  return code.operation('multiply', sum, code.number(0.5))
}

/** Smallest first, by exchanging neighbours; one absent value makes all of them absent. */
function sorted(values: readonly Code[], { code }: Lowering): readonly Code[] {
  const places = [...values]
  for (let end = places.length - 1; end > 0; end -= 1) {
    for (let at = 0; at < end; at += 1) {
      const [a, b] = [places[at], places[at + 1]]
      if (!a || !b) continue
      places[at] = code.operation('min', a, b)
      places[at + 1] = code.operation('max', a, b)
    }
  }
  return places
}
