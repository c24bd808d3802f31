/**
 * Alphabetical order, from one table for every language of the studio and for
 * every machine: browsers have no Kazakh order. Digits come first, then Latin
 * letters, then the 42 letters of Kazakh, among which stand all of Russian.
 */

/** The 42 letters of Kazakh Cyrillic, in the order of school books. */
export const KAZAKH_ALPHABET = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'

const ORDER = new Map(
  Array.from(
    `0123456789abcdefghijklmnopqrstuvwxyz${KAZAKH_ALPHABET}`,
    (letter, index) => [letter, index + 1],
  ),
)

/** For `sort`: by letters, then small before capital, then by code point. */
export function compareNames(one: string, other: string): number {
  return (
    compareLists(ranksOf(one), ranksOf(other)) ||
    compareLists(codesOf(other), codesOf(one))
  )
}

/** Signs and letters of other alphabets stand behind, in the order of their code points. */
function ranksOf(name: string): readonly number[] {
  return [...lettersOf(name)].map(
    (letter) => ORDER.get(letter) ?? 1000 + (letter.codePointAt(0) ?? 0),
  )
}

/** Without case; accents of Latin letters do not count, й and ё are letters of their own. */
function lettersOf(name: string): string {
  const small = name.normalize('NFC').toLowerCase()
  return [...small]
    .map((letter) =>
      ORDER.has(letter)
        ? letter
        : letter.normalize('NFD').replace(/\p{M}/gu, ''),
    )
    .join('')
    .replace(/[\s\-–—«»"'’.,()]+/gu, ' ')
    .trim()
    .replaceAll(' ', '')
}

function codesOf(name: string): readonly number[] {
  return [...name].map((letter) => letter.codePointAt(0) ?? 0)
}

function compareLists(
  one: readonly number[],
  other: readonly number[],
): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
