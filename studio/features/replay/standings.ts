/** Two stored runs side by side: who gains, who loses, and who is placed in one of them alone. */
import type { components } from '../../api/openapi.js'
import { compareMoves, type Move } from '../../bodies/moves.js'

export type RunComparison = components['schemas']['RunComparison']
export type ComparedRanking = RunComparison['rankings'][number]
export type ComparedPlace = ComparedRanking['places'][number]
export type Standing = ComparedPlace['a']

export interface MoveCounts {
  readonly gain: number
  readonly lose: number
  readonly stay: number
  /** Placed by one of the runs alone, or in another group. */
  readonly other: number
}

/** Who is placed by one run alone comes first, then whoever moves farthest, then by the place in the second run. */
export function byMove({ places }: ComparedRanking): readonly ComparedPlace[] {
  return [...places].sort((one, other) =>
    compareMoves(moveOf(one), moveOf(other)),
  )
}

/** Whether place, group or figure of a body is another, or one of the runs alone places it. */
export function isMoved({ a, b }: ComparedPlace): boolean {
  return standingKey(a) !== standingKey(b)
}

/** Of bodies that at least one of the runs places. */
export function countMoves({ places }: ComparedRanking): MoveCounts {
  const counts = { gain: 0, lose: 0, stay: 0, other: 0 }
  for (const { a, b, movedBy } of places) {
    if (isPlaced(a) || isPlaced(b)) counts[directionOf(movedBy)] += 1
  }
  return counts
}

/** Whether anybody is placed in a group: the places of a group are its own. */
export function hasGroups({ places }: ComparedRanking): boolean {
  return places.some(({ a, b }) => groupText(a) !== '' || groupText(b) !== '')
}

export function groupText(standing: Standing): string {
  if (standing?.kind !== 'placed') return ''
  return Object.values(standing.group ?? {}).join(', ')
}

function directionOf(movedBy: number | null): keyof MoveCounts {
  if (movedBy === null) return 'other'
  if (movedBy === 0) return 'stay'
  return movedBy > 0 ? 'gain' : 'lose'
}

function moveOf({ a, b, movedBy }: ComparedPlace): Move {
  return { gained: movedBy, isPlaced: isPlaced(a) || isPlaced(b) }
}

function isPlaced(standing: Standing): boolean {
  return standing?.kind === 'placed'
}

/** Whoever was left out for different reasons has no place either time. */
function standingKey(standing: Standing): string {
  if (standing?.kind !== 'placed') return 'none'
  const { place, value } = standing
  return JSON.stringify([place, value, groupText(standing)])
}
