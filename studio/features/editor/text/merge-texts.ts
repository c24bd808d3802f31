/**
 * Two texts that began as the same one, made into one again, line by line: for a
 * draft that somebody else has saved meanwhile.
 */
import { diff } from '@codemirror/merge'

export interface MergeInput {
  /** The text that both began from. */
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/** Lines that both changed, each in its own way. */
export interface MergeConflict {
  /** Where my lines stand in the merged text, in UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

export interface MergedText {
  /** With my lines wherever there is a conflict. */
  readonly text: string
  readonly conflicts: readonly MergeConflict[]
}

/** Lines of the base, and what stands in their place. */
interface Hunk {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** Lines of the base that either side changed, with the changes of both. */
interface Cluster {
  readonly from: number
  readonly to: number
  readonly mine: readonly Hunk[]
  readonly theirs: readonly Hunk[]
}

export function mergeTexts({ base, mine, theirs }: MergeInput): MergedText {
  const signs = new Map<string, string>()
  const lines = linesOf(base)
  const clusters = clustersOf(
    hunksOf(lines, linesOf(mine), signs),
    hunksOf(lines, linesOf(theirs), signs),
  )
  const conflicts: MergeConflict[] = []
  let text = ''
  let here = 0
  for (const cluster of clusters) {
    text += lines.slice(here, cluster.from).join('')
    here = cluster.to
    const old = lines.slice(cluster.from, cluster.to).join('')
    const mineNow = rewritten(lines, cluster, cluster.mine)
    const theirsNow = rewritten(lines, cluster, cluster.theirs)
    const isMine = theirsNow === old || mineNow === theirsNow
    if (!isMine && mineNow !== old) {
      const to = text.length + mineNow.length
      const sides = { base: old, mine: mineNow, theirs: theirsNow }
      conflicts.push({ from: text.length, to, ...sides })
    }
    text += mineNow === old ? theirsNow : mineNow
  }
  return { text: text + lines.slice(here).join(''), conflicts }
}

/** Each with its line break. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** @param signs - one character for each different line, shared by all texts compared */
function hunksOf(
  base: readonly string[],
  other: readonly string[],
  signs: Map<string, string>,
): readonly Hunk[] {
  const spell = (lines: readonly string[]) =>
    lines.map((line) => signOf(line, signs)).join('')
  return diff(spell(base), spell(other)).map(({ fromA, toA, fromB, toB }) => ({
    from: fromA,
    to: toA,
    lines: other.slice(fromB, toB),
  }))
}

/** Halves of characters are left out; the longest file has fewer lines than that leaves. */
function signOf(line: string, signs: Map<string, string>): string {
  const known = signs.get(line)
  if (known !== undefined) return known
  const size = signs.size
  const sign = String.fromCharCode(size < 0xd800 ? size : size + 0x800)
  signs.set(line, sign)
  return sign
}

function clustersOf(
  mine: readonly Hunk[],
  theirs: readonly Hunk[],
): readonly Cluster[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, isMine: true })),
    ...theirs.map((hunk) => ({ hunk, isMine: false })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to)
  const clusters: Cluster[] = []
  for (const { hunk, isMine } of all) {
    const last = clusters.at(-1)
    const own = { mine: isMine ? [hunk] : [], theirs: isMine ? [] : [hunk] }
    if (!last || !meets(last, hunk)) {
      clusters.push({ from: hunk.from, to: hunk.to, ...own })
      continue
    }
    clusters[clusters.length - 1] = {
      from: last.from,
      to: Math.max(last.to, hunk.to),
      mine: [...last.mine, ...own.mine],
      theirs: [...last.theirs, ...own.theirs],
    }
  }
  return clusters
}

/** Changes of neighbouring lines do not meet; what is put between them does, as its order is open. */
function meets(last: Cluster, { from, to }: Hunk): boolean {
  const isInsertion = from === to || last.from === last.to
  return isInsertion ? from <= last.to : from < last.to
}

function rewritten(
  lines: readonly string[],
  { from, to }: Cluster,
  hunks: readonly Hunk[],
): string {
  let here = from
  const result: string[] = []
  for (const hunk of hunks) {
    result.push(...lines.slice(here, hunk.from), ...hunk.lines)
    here = hunk.to
  }
  return [...result, ...lines.slice(here, to)].join('')
}
