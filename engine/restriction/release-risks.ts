/**
 * Released figures from which restricted values may follow: as many of them as
 * there are restricted inputs behind them are as many equations as unknowns.
 *
 * One figure over one input is the plain case (a share of it, its score, whether it
 * passes a threshold); several that overlap are solved together, as a total and all
 * its parts but one give that part. Inputs are counted once, however many rows a
 * table has, so the warning may come where nobody could solve; where it does not
 * come, fewer figures are known of a body than inputs, and each value stays open
 * as long as those who look know nothing else of them.
 *
 * @source Hall, P. (1935), On representatives of subsets, J. London Math. Soc.
 *   10, 26-30: every set of figures has more inputs than members if and only if the
 *   figures, with any one of them counted twice, can be matched to inputs; found by
 *   augmenting paths.
 */
import type {
  InputNode,
  Methodology,
  Node,
} from '../methodology/methodology.js'
import { restrictionOf, sourcesOf } from './restriction.js'

/** What a file may say and people should know of. */
export interface FileWarning {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: 'RELEASE_SOLVABLE'
  readonly message: string
}

export function releaseRisks(methodology: Methodology): readonly FileWarning[] {
  const { released, source } = methodology
  const behind = new Map(
    released.map((node) => [node, unknownsOf(node, methodology)] as const),
  )
  const figures = released.filter((node) => behind.get(node)?.length)
  const found = new Map<string, FileWarning>()
  for (const figure of figures) {
    const solvable = tight(figure, figures, behind)
    if (!solvable) continue
    const members = figures.filter((each) => solvable.has(each))
    const inputs = new Set(members.flatMap((each) => behind.get(each) ?? []))
    const names = members.map(({ name }) => name).join(', ')
    const { line, column } = source.position(['released'])
    found.set(names, {
      ...{ file: source.file, line, column, code: 'RELEASE_SOLVABLE' },
      message: riskWords(names, members.length, [...inputs]),
    })
  }
  return [...found.values()]
}

function riskWords(
  names: string,
  figures: number,
  inputs: readonly InputNode[],
): string {
  const listed = inputs.map(({ name }) => name).join(', ')
  const [these, follow] =
    figures === 1
      ? [`"${names}" is released`, 'Its value tells']
      : [`${names} are released`, 'Together they tell']
  const count =
    inputs.length === 1
      ? `only one restricted input (${listed}) stands`
      : `only ${inputs.length} restricted inputs (${listed}) stand`
  return `${these}, and ${count} behind: whoever knows the rest may solve for it. ${follow} of restricted values; take a figure out of "released" unless that is meant.`
}

/** Restricted inputs behind a figure that no other released figure stands before. */
function unknownsOf(
  figure: Node,
  methodology: Methodology,
): readonly InputNode[] {
  const shown = new Set<Node>(methodology.released)
  const found = new Set<Node>()
  const open = [...sourcesOf(figure)]
  for (let next = open.pop(); next; next = open.pop()) {
    if (found.has(next) || shown.has(next)) continue
    found.add(next)
    open.push(...sourcesOf(next))
  }
  return restrictionOf(methodology).inputs.filter((each) => found.has(each))
}

/** The figures that stand in the way where one of them is counted twice; null where all find an input. */
function tight(
  twice: Node,
  figures: readonly Node[],
  behind: ReadonlyMap<Node, readonly InputNode[]>,
): ReadonlySet<Node> | null {
  const taken = new Map<InputNode, Node>()
  let seen = new Set<Node>()
  const find = (figure: Node): boolean => {
    seen.add(figure)
    for (const input of behind.get(figure) ?? []) {
      const other = taken.get(input)
      // The copy of a figure is moved where the figure itself cannot be.
      const isFree = !other || (!seen.has(other) && find(other))
      if (!isFree) continue
      taken.set(input, figure)
      return true
    }
    return false
  }
  for (const figure of [...figures, twice]) {
    seen = new Set()
    if (!find(figure)) return seen
  }
  return null
}
