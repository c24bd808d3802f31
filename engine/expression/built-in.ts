/** Names that every formula knows without a declaration: `id` and `year`. */
import type { Checked } from './checked.js'
import { NUMBER } from './expression.js'
import type { Scope } from './scope.js'

/** @returns null for any other name, and for `id` where no single body is looked at */
export function findBuiltIn(scope: Scope, name: string): Checked | null {
  if (name === 'year') {
    return { expression: { kind: 'built-in', name }, type: NUMBER }
  }
  if (name !== 'id' || scope.level === scope.population) return null
  return { expression: { kind: 'built-in', name }, type: { kind: 'text' } }
}
