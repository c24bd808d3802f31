/**
 * Which form of a word a count takes in Russian; messages give three: of one
 * (1, 21), of two to four (2, 24), of all others (0, 5, 11). Where they give four
 * the first is of nothing at all. Kazakh has one form after a numeral, English
 * those of vue-i18n.
 *
 * @source Unicode CLDR 48, plural rules of ru
 */
export function russianPlural(count: number, forms: number): number {
  const whole = Math.abs(count)
  const [tens, ones] = [whole % 100, whole % 10]
  if (forms > 3) return count === 0 ? 0 : 1 + russianPlural(count, forms - 1)
  if (forms < 3) return whole === 1 ? 0 : forms - 1
  if (ones === 1 && tens !== 11) return 0
  return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2
}
