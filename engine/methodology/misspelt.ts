/**
 * Tells a misspelt declaration from a misspelt use. A name that is declared
 * and stands nowhere else, while another, nearly the same, is used in several
 * places and declared nowhere, is one slip of the pen at the declaration, and
 * one message.
 */
import { problem, type Problem, type ProblemCode } from '../errors.js'
import type { Position, Source } from '../source/source.js'

export interface Blamed {
  readonly problems: readonly Problem[]
  /** Names that are misspelt where they are declared. */
  readonly names: readonly string[]
  /** How they are written where they are used. */
  readonly used: readonly string[]
}

/**
 * @param lineOf - the line of a problem
 * @param lost - how many declarations could not be made: a name that the file
 *   speaks of in several places and declares nowhere is the one that was meant
 */
export function blameDeclarations(
  problems: readonly Problem[],
  source: Source,
  lineOf: (problem: Problem) => number,
  lost: number,
): Blamed {
  const words = countWords(source.text)
  // A table "blocks" is not spoken of where `$block` stands.
  const plain = countWords(source.text.replace(/\$\{?\w+/g, ''))
  const slips = new Map<string, Slip>()
  for (const each of problems) {
    const slip = slipOf(each)
    if (!slip) continue
    const key = `${slip.written} ${slip.near}`
    const known = slips.get(key) ?? { ...slip, problems: [] }
    slips.set(key, { ...known, problems: [...known.problems, each] })
  }
  const blamed = [...slips.values()].filter((slip) =>
    isBlamed(slip, isOfColumn(slip) ? words : plain),
  )
  const ofBlamed = new Set(blamed.flatMap((slip) => slip.problems))
  const others = problems.filter((each) => !ofBlamed.has(each))
  const excused = lostNames(others, words).slice(0, lost)
  const replaced = new Set([
    ...blamed.flatMap((slip) => slip.problems),
    ...problems.filter(
      ({ typo }) => typo && excused.includes(lastStep(typo.written)),
    ),
  ])
  return {
    problems: [
      ...problems.filter((each) => !replaced.has(each)),
      ...blamed.map(({ near, written, problems: uses }) => {
        const lines = [...new Set(uses.map(lineOf))].sort((a, b) => a - b)
        const info = { name: near, used: written, lines }
        const place = placeOf(source.text, near)
        return problem('NAME_MISSPELT', [], info, place)
      }),
    ],
    names: blamed.map(({ near }) => near),
    used: [...blamed.map(({ written }) => written), ...excused],
  }
}

/** A declaration that could not be made leaves its name, whatever it was meant to be, unknown. */
export function isLosingNames({
  code,
}: {
  readonly code: ProblemCode
}): boolean {
  return ['DUPLICATE_KEY', 'NAME_DUPLICATE', 'NAME_NOT_ALLOWED'].includes(code)
}

interface Slip {
  readonly written: string
  readonly near: string
  readonly problems: readonly Problem[]
}

/** `goals.base.title` for `goals.bsae.title`: the one step in which they differ. */
function slipOf({ typo }: Problem): Slip | null {
  if (!typo || typo.near === null) return null
  // `$body` and `body` are one column.
  const written = typo.written.replace(/^\$\{?(\w+)\}?$/, '$1').split('.')
  const near = typo.near.replace(/^\$\{?(\w+)\}?$/, '$1').split('.')
  if (written.length !== near.length) return null
  const at = written.findIndex((step, index) => step !== near[index])
  const isOne = written.every(
    (step, index) => index === at || step === near[index],
  )
  const [used, declared] = [written[at], near[at]]
  return isOne && used !== undefined && declared !== undefined
    ? { written: used, near: declared, problems: [] }
    : null
}

/**
 * Names that lead nowhere although the file speaks of them in several places,
 * those that are missed most first: each declaration that could not be made may
 * have been meant as one of them. A name that is like a declared one counts
 * where it is missed more than once.
 */
function lostNames(
  problems: readonly Problem[],
  words: ReadonlyMap<string, number>,
): readonly string[] {
  const missed = new Map<string, { times: number; isLike: boolean }>()
  for (const each of problems) {
    const { typo } = each
    if (!typo) continue
    const name = lastStep(typo.written)
    const isLike = isPlainSlip(each)
    const times = (missed.get(name)?.times ?? 0) + 1
    missed.set(name, { times, isLike })
  }
  return [...missed]
    .filter(
      ([name, { times, isLike }]) =>
        (times > 1 || !isLike) &&
        wordsOf(name).every((word) => (words.get(word) ?? 0) > 1),
    )
    .sort(([, a], [, b]) => b.times - a.times)
    .map(([name]) => name)
}

function lastStep(name: string): string {
  return name.split('.').at(-1) ?? name
}

/** Names of a letter or two are near each other without being meant for each other. */
function isPlainSlip(each: Problem): boolean {
  const slip = slipOf(each)
  return slip !== null && Math.min(slip.near.length, slip.written.length) > 3
}

/** True where `$column` is among the uses. */
function isOfColumn({ problems }: Slip): boolean {
  return problems.some(({ typo }) => typo?.written.startsWith('$'))
}

/** The words in which the names differ tell which of them the file speaks of elsewhere. */
function isBlamed(
  { written, near }: Slip,
  words: ReadonlyMap<string, number>,
): boolean {
  const own = wordsOf(near)
  const used = wordsOf(written)
  const onlyNear = own.filter((word) => !used.includes(word))
  const onlyWritten = used.filter((word) => !own.includes(word))
  return (
    onlyNear.length > 0 &&
    onlyWritten.length > 0 &&
    onlyNear.every((word) => words.get(word) === 1) &&
    onlyWritten.every((word) => (words.get(word) ?? 0) > 1)
  )
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const withoutComments = text.replace(/(^|\s)#.*$/gm, '$1')
  for (const word of wordsOf(withoutComments)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** Where the name stands; it stands there alone. */
function placeOf(text: string, name: string): Position {
  const offset = text.search(
    new RegExp(`(?<![\\p{L}\\p{N}_])${escape(name)}(?![\\p{L}\\p{N}_])`, 'u'),
  )
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function escape(name: string): string {
  return name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}
