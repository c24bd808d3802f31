/**
 * Ids that a reader cannot tell apart: Cyrillic and Latin letters share many
 * shapes, so `АBС` typed on two keyboards is not `АВС`, and a body of that id
 * loses its rows without anybody seeing why.
 *
 * Cyrillic letter -> the Latin letter that it looks like.
 *
 * @source Unicode Technical Standard #39, confusables.txt,
 *   https://www.unicode.org/Public/security/latest/confusables.txt. Ours: only
 *   single letters of these two alphabets are here; `І` and `Ӏ` go to `I`,
 *   where the standard folds both on with `l`; `Һ` and `к` are added, because
 *   people read them as `h` and `k`.
 */
const LATIN_LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  (
    'АA ВB ЕE ЅS ІI ӀI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY Һh ԌG ԚQ ԜW ѴV ӘƏ ӨƟ ' +
    'аa еe ѕs іi ӏi јj кk оo рp сc уy хx үy һh ҽe ԁd ԛq ԝw ѵv әə өɵ'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

const LATIN_WITH_LOOK_ALIKE = new Set(LATIN_LOOK_ALIKES.values())
const WORD = /[\p{L}\p{M}]+/gu
const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u

export interface MixedAlphabets {
  /** Ids with a word in which look-alikes stand in for letters of the other alphabet. */
  readonly mixed: readonly string[]
  /** Groups of two or more different ids that look the same. */
  readonly lookAlikes: readonly (readonly string[])[]
}

/**
 * Finds ids that mix the alphabets, and ids that look like each other.
 *
 * A word (a run of letters) mixes them where it has letters of both and all
 * those of one alphabet are look-alikes of the other: `АBС` with a Latin `B`.
 * `SQLдата` is no such word: neither `L` nor `д` has a double.
 */
export function mixedAlphabetIds(ids: readonly string[]): MixedAlphabets {
  const different = [...new Set(ids)]
  const byShape = new Map<string, string[]>()
  for (const id of different) {
    const shape = shapeOf(id)
    const group = byShape.get(shape)
    if (group) group.push(id)
    else byShape.set(shape, [id])
  }
  return {
    mixed: different.filter(hasMixedWord),
    lookAlikes: [...byShape.values()].filter((group) => group.length > 1),
  }
}

function hasMixedWord(id: string): boolean {
  const words = id.normalize('NFC').match(WORD) ?? []
  return words.some((word) => {
    const letters = [...word]
    const cyrillic = letters.filter((letter) => CYRILLIC.test(letter))
    const latin = letters.filter((letter) => LATIN.test(letter))
    if (cyrillic.length === 0 || latin.length === 0) return false
    return (
      cyrillic.every((letter) => LATIN_LOOK_ALIKES.has(letter)) ||
      latin.every((letter) => LATIN_WITH_LOOK_ALIKE.has(letter))
    )
  })
}

function shapeOf(id: string): string {
  return [...id.normalize('NFC')]
    .map((letter) => LATIN_LOOK_ALIKES.get(letter) ?? letter)
    .join('')
}
