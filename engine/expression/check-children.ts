/** mean(CRITERION.children): an aggregate over the children of a criterion. */
import type { AggregateFunction } from '../functions/declaration.js'
import { closest } from '../source/closest.js'
import { made, mismatch, report, type Checked } from './checked.js'
import { checkArgument, wrong, type Call } from './check-arguments.js'
import { NUMBER } from './expression.js'
import { findTable, type Scope } from './scope.js'
import { describeType } from './type-rules.js'

/** The criterion in `CRITERION.children`; null where the call is about something else. */
export function childrenOf(call: Call, scope: Scope): string | null {
  const [first] = call.operands
  if (first?.kind !== 'name' || first.steps.length !== 2) return null
  const [criterion = '', children] = first.steps
  if (children !== 'children' || criterion === 'population') return null
  return findTable(scope.level, [criterion]) ? null : criterion
}

export function checkChildren(
  call: Call,
  declared: AggregateFunction,
  criterion: string,
  scope: Scope,
): Checked | null {
  const { name } = call
  if (scope.inputsOnly || scope.level === scope.population) {
    const words = scope.inputsOnly
      ? 'criteria are computed, and this formula checks the data before anything is computed. Use inputs.'
      : 'children of a criterion are figures of a body. Aggregate them in a formula on the body.'
    return wrong(scope, name, words)
  }
  const children = scope.children(criterion)
  if (!children) {
    if (scope.isLost(criterion)) return null
    const near = closest(criterion, scope.criteria())
    return report(scope, 'UNKNOWN_NAME', {
      name: criterion,
      what: 'a criterion of the tree',
      ...(near ? { closest: near } : {}),
    })
  }
  if (children.length === 0) {
    return wrong(scope, name, `"${criterion}" has no children.`)
  }
  const settings = declared.settings ?? []
  const given = call.operands.slice(1)
  const needed = settings.filter(({ optional }) => optional !== true).length
  const isFitting = given.length >= needed && given.length <= settings.length
  const [column, second] = declared.columns
  const isOfOne = column !== undefined && column.type !== 'boolean' && !second
  if (!isOfOne || !isFitting) {
    const further = settings.map((setting) => `, ${setting.name}`).join('')
    const words = isOfOne
      ? `Write ${name}(${criterion}.children${further}).`
      : 'it takes conditions or weights, and children are values. Use mean, count, median or another aggregate of values.'
    return wrong(scope, name, words)
  }
  if (children.some((child) => scope.isBroken(child))) return null
  const misfit = children.find(({ type }) => type.kind !== 'number')
  if (misfit && name !== 'count') {
    const words = `"${misfit.name}" is ${describeType(misfit.type)}, and ${name} of children takes numbers`
    return mismatch(scope, call, words)
  }
  const further = given.map((operand, index) => {
    const setting = settings[index]
    return setting ? checkArgument(operand, setting, name, scope, null) : null
  })
  if (!further.every((each) => each !== null)) return null
  children.forEach(scope.used)
  return made(
    {
      kind: 'children',
      name,
      children: children.map((column) => ({
        kind: 'column',
        column,
        text: column.name,
      })),
      settings: further.map(({ expression }) => expression),
    },
    NUMBER,
  )
}
