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
  const population = once(() => draft.populationOf(impute, 'among'))
  const formula = impute.text('value') ?? ''
  /** Said once, and not for each indicator. */
  const reportLate = once(() =>
    draft.report('STEP_NOT_ALLOWED', entry.path('impute'), {
      step: entry.text('name') ?? '',
      why: 'the data of earlier years hold what was given, and a step before this one has changed that; impute before it',
    }),
  )
  const value = once(() => numberFormula(draft, impute, 'value', {}))
  return (node) => {
    if (fault) return null
    const imputation = imputationOf(node)
    return imputation && { kind: 'impute', imputation }
  }

  function imputationOf(node: StepNode): Imputation | null {
    const method = impute.text('method')
    if (method === 'mean' || method === 'median') {
      const whose = population()
      return whose === 'mistake'
        ? null
        : { kind: method, among: figuresOf(draft, node.of, entry, whose) }
    }
    if (method === 'previous-year') {
      const most = impute.whole('years') ?? 1
      return previousYears(draft, node, most, reportLate)
    }
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
        : impute.has('among') && method !== 'mean' && method !== 'median'
          ? { key: 'among', why: 'only mean and median look at other bodies' }
          : null
  if (stray) draft.report('SETTING_NOT_USED', impute.path(stray.key), stray)
  return stray !== null || draft.isBrokenEntry(entry)
}

/** A value of another year can stand in only for one that no step has changed. */
function previousYears(
  draft: Draft,
  node: StepNode,
  most: number,
  reportLate: () => void,
): Imputation | null {
  for (let here = node.of; here.kind === 'step'; here = here.of) {
    if (draft.isBroken(here)) return null
    const { kind } = here.action
    if (kind === 'screen' || kind === 'impute') continue
    reportLate()
    return null
  }
  const { input, name } = node.indicator
  const years = Array.from({ length: most }, (_, index): PreviousExpression => {
    const back = index + 1
    const text = back === 1 ? `previous(${name})` : `previous(${name}, ${back})`
    return { kind: 'previous', column: input, years: back, text }
  })
  return { kind: 'previous-year', years }
}
