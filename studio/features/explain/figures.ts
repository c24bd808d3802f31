/** The figures of an explanation, by their keys, and the ways between them. */
import type { components } from '../../api/openapi.js'

export type Explanation = components['schemas']['Explanation']
export type Figure = Explanation['figures'][number]
export type FigureValue = Figure['value']
export type FigureRule = Figure['rules'][number]
export type FigureStep = Figure['steps'][number]

export type Figures = ReadonlyMap<string, Figure>

/** What a criterion of the tree may be made of, and a deduction from it. */
const OF_THE_TREE: readonly string[] = ['criterion', 'deduction']

export function figuresOf({ figures }: Explanation): Figures {
  return new Map(figures.map((figure) => [figure.key, figure]))
}

export function isOfTheTree({ kind }: Figure): boolean {
  return OF_THE_TREE.includes(kind)
}

export function listFigures(
  figures: Figures,
  keys: readonly string[],
): readonly Figure[] {
  return keys.flatMap((key) => figures.get(key) ?? [])
}

/**
 * The shortest way from one figure down to another, both included; what is
 * used in several places has several ways.
 *
 * @returns null where the one was not made from the other
 */
export function pathTo(
  figures: Figures,
  from: string,
  to: string,
): readonly Figure[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]])
  for (const key of cameFrom.keys()) {
    if (key === to) break
    for (const operand of figures.get(key)?.operands ?? []) {
      if (!cameFrom.has(operand)) cameFrom.set(operand, key)
    }
  }
  if (!cameFrom.has(to)) return null
  const keys: string[] = []
  for (
    let key: string | null = to;
    key !== null;
    key = cameFrom.get(key) ?? null
  ) {
    keys.unshift(key)
  }
  return listFigures(figures, keys)
}

/** What a node of the tree was made from below it, without the nodes of the tree. */
export function keysBeneath(
  figures: Figures,
  figure: Figure,
): ReadonlySet<string> {
  const keys = new Set<string>(figure.operands)
  for (const key of keys) {
    const found = figures.get(key)
    if (!found || isOfTheTree(found)) continue
    found.operands.forEach((operand) => keys.add(operand))
  }
  return keys
}
