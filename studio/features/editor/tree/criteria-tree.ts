/** The tree of criteria and indicators as the file has it, with the weights of siblings and their sum. */
import {
  isTable,
  tableAt,
  textAt,
  type FilePart,
  type FileTable,
} from '../file/file-part.js'
import type { Place } from '../text/place.js'
import { readTitle, type WrittenTitle } from '../file/written-title.js'
import {
  readShare,
  shareText,
  subtract,
  sumOf,
} from '../../../decimal/exact-share.js'

export interface TreeNode {
  readonly kind: 'criterion' | 'indicator'
  readonly key: string
  readonly path: Place
  readonly title: WrittenTitle
  /** As the file has it, also from `defaults`; null for none. */
  readonly weight: string | null
  /** The number behind the name of a parameter. */
  readonly weighs: string | null
  readonly children: readonly TreeNode[]
  /** Of the weights of the children; null where none has one. */
  readonly sum: WeightSum | null
}

export interface WeightSum {
  /** null where a weight is no number that is known here. */
  readonly sum: string | null
  /** null where the weights are divided by their sum. */
  readonly total: string | null
  /** What lacks; negative for what is over; null where the sum is the total. */
  readonly rest: string | null
}

/** Indicators that hang below no criterion of the file stand at the end. */
export function criteriaTree(root: FilePart): readonly TreeNode[] {
  const indicators = Object.entries(tableAt(root, ['indicators']))
  const hung = new Set<string>()
  const roots = Object.keys(tableAt(root, ['criteria'])).map((key) =>
    criterion(['criteria', key]),
  )
  const loose = indicators
    .filter(([key]) => !hung.has(key))
    .map(([key]) => indicator(key))
  return [...roots, ...loose]

  function criterion(path: Place): TreeNode {
    const key = String(path.at(-1))
    const inner = Object.keys(tableAt(root, [...path, 'children'])).map(
      (child) => criterion([...path, 'children', child]),
    )
    const leaves = indicators.flatMap(([name, entry]) => {
      const under = setting(root, 'indicators', entry, 'under')
      if (under !== key || hung.has(name)) return []
      hung.add(name)
      return [indicator(name)]
    })
    const children = [...inner, ...leaves]
    const entry = tableAt(root, path)
    return {
      ...node('criterion', path, entry),
      children,
      sum: weightSum(root, entry, children),
    }
  }

  function indicator(key: string): TreeNode {
    const path = ['indicators', key]
    const entry = tableAt(root, path)
    return { ...node('indicator', path, entry), children: [], sum: null }
  }

  function node(kind: TreeNode['kind'], path: Place, entry: FileTable) {
    const section = kind === 'criterion' ? 'criteria' : 'indicators'
    const weight = setting(root, section, entry, 'weight')
    return {
      kind,
      key: String(path.at(-1)),
      path,
      title: readTitle(root, [...path, 'title']),
      weight,
      weighs: weight === null ? null : number(root, weight),
    }
  }
}

/** Every node, in the order in which the tree is read. */
export function flatTree(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...flatTree(node.children)])
}

/** What an entry says, or what `defaults` say for it. */
function setting(
  root: FilePart,
  section: string,
  entry: FilePart,
  key: string,
): string | null {
  const own = isTable(entry) && Object.hasOwn(entry, key) ? entry : null
  return textAt(own ?? tableAt(root, ['defaults', section]), [key])
}

/** @returns null for a parameter that varies, or that the file does not have */
function number(root: FilePart, weight: string): string | null {
  if (readShare(weight)) return weight
  const value = textAt(root, ['parameters', weight.trim(), 'value'])
  return value !== null && readShare(value) ? value : null
}

function weightSum(
  root: FilePart,
  entry: FileTable,
  children: readonly TreeNode[],
): WeightSum | null {
  if (children.every(({ weight }) => weight === null)) return null
  const isRelative = setting(root, 'criteria', entry, 'weights') === 'relative'
  const total = isRelative
    ? null
    : (setting(root, 'criteria', entry, 'weights_total') ?? '1')
  const shares = children.map(({ weighs }) =>
    weighs === null ? null : readShare(weighs),
  )
  const known = shares.filter((each) => each !== null)
  if (known.length < shares.length) return { sum: null, total, rest: null }
  const sum = sumOf(known)
  const aim = total === null ? null : readShare(total)
  const rest = aim ? subtract(aim, sum) : null
  const isReached = rest === null || rest.numerator === 0n
  return {
    sum: shareText(sum),
    total,
    rest: isReached ? null : shareText(rest),
  }
}
