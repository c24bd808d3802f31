/** after(step, indicator): both arguments are names. */
import type { Syntax } from './syntax.js'
import { closest } from '../source/closest.js'
import { wrong, type Call } from './check-arguments.js'
import { made, report, type Checked } from './checked.js'
import type { Scope } from './scope.js'

export function checkAfter(call: Call, scope: Scope): Checked | null {
  const [step, indicator, more] = call.operands.map(nameOf)
  if (!step || !indicator || more !== undefined) {
    const words =
      'its arguments are the name of a step and the name of an indicator, as after(treated, exports)'
    return wrong(scope, call.name, words)
  }
  if (scope.inputsOnly || scope.level === scope.population) {
    const words = scope.inputsOnly
      ? 'steps are computed, and this formula checks the data before anything is computed. Use inputs.'
      : 'it is a figure of a body. Read it in a formula on the body.'
    return wrong(scope, call.name, words)
  }
  const values = scope.after(step)
  const column = values?.get(indicator)
  if (!values || !column) {
    const name = values ? indicator : step
    const what = values ? 'an indicator' : 'a step'
    if (scope.isLost(name)) return null
    if (!values && scope.hasNamelessStep()) return null
    const near = closest(name, values?.keys() ?? scope.stepNames())
    const found = near ? { closest: near } : {}
    return report(scope, 'UNKNOWN_NAME', { name, what, ...found })
  }
  const text = `after(${step}, ${indicator})`
  return scope.isBroken(column)
    ? null
    : made({ kind: 'column', column, text }, column.type)
}

function nameOf(operand: Syntax): string | null {
  return operand.kind === 'name' && operand.steps.length === 1
    ? (operand.steps[0] ?? null)
    : null
}
