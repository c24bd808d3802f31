/** Where a parameter that varies by attributes of the body can be read. */
import type { Parameter } from '../methodology/methodology.js'
import type { Scope } from './scope.js'

/** Why the formula cannot read it, or null. */
export function varyingFault(
  { varies }: Parameter,
  scope: Scope,
): string | null {
  const columns = (varies?.by ?? []).flatMap(({ name, value }) =>
    value.kind === 'column' ? [{ name, column: value.column }] : [],
  )
  const [first] = columns
  if (!first) return null
  if (scope.level === scope.population) {
    return `it varies by "${first.name}" of a body, and this formula looks at all bodies together. Let it vary by "year" alone, or use it in a formula on the body.`
  }
  const computed = columns.find(({ column }) => column.kind !== 'input')
  return scope.inputsOnly && computed
    ? `it varies by "${computed.name}", which is computed, and this formula checks the data before anything is computed.`
    : null
}
