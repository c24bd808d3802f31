/** How a step fills what is missing. */
import type { PreviousExpression } from '../expression/expression.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import { figuresOf, numberFormula, once } from './step-parts.js'
import type { Imputation, StepAction, StepNode } from './steps.js'

export function buildImputation(
  draft: Draft,
  entry: Entry,
): (node: StepNode) => StepAction | null {
  const impute = entry.entry('impute')
  const fault = settingFault(draft, entry, impute)
  const formula = impute.text('value') ?? ''
  const value = once(() => numberFormula(draft, impute, 'value', {}))
  return (node) => {
    if (fault) return null
    const imputation = imputationOf(node)
    return imputation && { kind: 'impute', imputation }
  }

  function imputationOf(node: StepNode): Imputation | null {
    const method = impute.text('method')
    if (method === 'mean' || method === 'median') {
      return { kind: method, among: figuresOf(draft, node.of, entry) }
    }
    if (method === 'previous-year') return previousYears(draft, entry, node)
    const expression = value()
    return expression && { kind: 'value', expression, formula }
  }
}

/** True where the keys do not go together, which has been reported. */
function settingFault(draft: Draft, entry: Entry, impute: Entry): boolean {
  const method = impute.text('method')
  if (method === null && !impute.has('value')) {
    const why = 'Say how the value is imputed: a method, or a formula as value.'
    draft.report('MISSING_KEY', impute.at, { key: 'method', why })
    return true
  }
  const stray =
    method !== null && impute.has('value')
      ? { key: 'value', why: `the method is "${method}"` }
      : impute.has('years') && method !== 'previous-year'
        ? { key: 'years', why: 'only the method "previous-year" looks back' }
        : null
  if (stray) draft.report('SETTING_NOT_USED', impute.path(stray.key), stray)
  return stray !== null || draft.isBrokenEntry(entry)
}

/** A value of another year can stand in only for one that no step has changed. */
function previousYears(
  draft: Draft,
  entry: Entry,
  node: StepNode,
): Imputation | null {
  for (let here = node.of; here.kind === 'step'; here = here.of) {
    if (draft.isBroken(here)) return null
    const { kind } = here.action
    if (kind === 'screen' || kind === 'impute') continue
    draft.report('STEP_NOT_ALLOWED', entry.path('impute'), {
      step: node.step,
      why: `the data of the year before hold "${node.indicator.name}" as it was given, and the step "${here.step}" has changed it; impute before that step`,
    })
    return null
  }
  const { input } = node.indicator
  const text = `previous(${node.indicator.name})`
  const previous: PreviousExpression = { kind: 'previous', column: input, text }
  return { kind: 'previous-year', years: [previous] }
}
