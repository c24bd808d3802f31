/** A piece of a generated function: the body of a loop, or what stands before all loops. */
import type { Code, ColumnLevel } from '../../code/code.js'

export interface Scope {
  /** The level whose rows the loop goes through; null before all loops. */
  readonly level: ColumnLevel | null
  readonly above: Scope | null
  readonly lines: string[]
  /** Code that has a name here. */
  readonly names: Map<Code, string>
}

export function openScope(
  level: ColumnLevel | null,
  above: Scope | null,
): Scope {
  return { level, above, lines: [], names: new Map() }
}

/**
 * The outermost scope in which code of a level can stand: the loop over its
 * rows, else the first loop that is deeper.
 */
export function scopeOf(here: Scope, level: ColumnLevel): Scope {
  let found = here
  for (let scope: Scope | null = here; scope; scope = scope.above) {
    if (scope.level === null) {
      if (level.kind === 'population') found = scope
      break
    }
    if (scope.level.depth < level.depth) break
    if (
      scope.level.kind === 'group' &&
      level.kind !== 'population' &&
      scope.level !== level
    )
      break
    found = scope
    if (scope.level === level) break
  }
  return found
}

export function findName(here: Scope, code: Code): string | null {
  for (let scope: Scope | null = here; scope; scope = scope.above) {
    const name = scope.names.get(code)
    if (name !== undefined) return name
  }
  return null
}
