/** How far this file sets in what belongs to a key. */
import type { Outline, Spot } from '../outline/outline.js'
import { columnOf } from './lines.js'

const USUAL = 2

export function indentStep({ text, root }: Outline): number {
  return (root && stepWithin(text, root)) ?? USUAL
}

function stepWithin(text: string, spot: Spot): number | null {
  if (spot.kind !== 'map' || spot.isFlow) return null
  for (const { from, spot: inner } of spot.entries) {
    const first = inner.kind === 'map' && !inner.isFlow && inner.entries[0]
    const step = first ? columnOf(text, first.from) - columnOf(text, from) : 0
    if (step > 0) return step
  }
  return null
}
