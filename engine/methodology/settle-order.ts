/**
 * An order in which nodes can be completed one by one. Completing a node
 * completes what its formulas name; in this order that has been done before, so
 * that long chains do not exhaust the program's stack.
 */
import type { Tree } from '../source/source.js'
import type { Entry } from './entry.js'
import type { Node } from './methodology.js'
import { orderNodes } from './order.js'
import { isTable } from './tables.js'

/** @param nodes - what they need is guessed from the words of their entries */
export function settleOrder(
  nodes: readonly Node[],
  root: Entry,
): readonly Node[] {
  const named = new Map<string, Node[]>()
  for (const node of nodes) {
    const name = lastWord(node.name)
    named.set(name, [...(named.get(name) ?? []), node])
  }
  const needs = new Map<Node, readonly Node[]>()
  for (const node of nodes) {
    const entry = node.at.reduce<Entry>(
      (here, step) => here.entry(String(step)),
      root,
    )
    const words = new Set(wordsOf(entry.own()))
    const needed = [...words].flatMap((word) => named.get(word) ?? [])
    needs.set(
      node,
      needed.filter((other) => other !== node),
    )
  }
  const { order, cycles } = orderNodes(nodes, (node) => needs.get(node) ?? [])
  return [...order, ...cycles.flatMap((members) => [...members].reverse())]
}

/** `h` of `goals.indicators.h`, `gdp` of `score(gdp)`. */
function lastWord(name: string): string {
  return /(\w+)\)?$/.exec(name)?.[1] ?? name
}

function wordsOf(tree: Tree): readonly string[] {
  if (typeof tree === 'string') return tree.match(/[A-Za-z_]\w*/g) ?? []
  if (Array.isArray(tree)) return (tree as readonly Tree[]).flatMap(wordsOf)
  return isTable(tree)
    ? Object.entries(tree).flatMap(([key, value]) =>
        key === 'children' ? [] : wordsOf(value),
      )
    : []
}
