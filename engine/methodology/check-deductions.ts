/** A deduction that is shown must be subtracted, and once. */
import type { Draft } from './draft.js'
import type { CriterionNode, Level, Node } from './methodology.js'
import type { DeductionNode } from './rule-nodes.js'
import { readsOf } from './reads.js'

/** @param shown - names that `outputs` lists: a deduction may be there to be read alone */
export function checkDeductions(draft: Draft, shown: readonly string[]): void {
  // What a formula with a mistake subtracts is not known.
  const isSure = !draft.nodes.some((node) => draft.isBroken(node))
  for (const node of draft.nodes) {
    if (node.kind !== 'deduction') continue
    const readers = draft.nodes.filter((other) => other.reads.includes(node))
    if (isSure && readers.length === 0 && !shown.includes(node.name)) {
      draft.report('DEDUCTION_NOT_USED', node.at, { name: node.name })
    }
    for (const reader of readers) checkOnce(draft, node, reader)
  }
}

/** `from` subtracts it from the criterion; the criterion's own formula must not. */
function checkOnce(draft: Draft, node: DeductionNode, reader: Node): void {
  if (reader.kind !== 'criterion' || !reader.deductions.includes(node)) return
  if (!needs(reader, node, draft.bodies)) return
  draft.report('DEDUCTED_TWICE', node.at, {
    name: node.name,
    criterion: reader.name,
  })
}

/** True where the value of the criterion before the subtraction hangs on the deduction already. */
function needs(reader: CriterionNode, node: Node, bodies: Level): boolean {
  const seen = new Set<Node>()
  const open = [...readsOf({ ...reader, deductions: [] }, bodies)]
  for (let next = open.pop(); next; next = open.pop()) {
    if (next === node) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...next.reads)
  }
  return false
}
