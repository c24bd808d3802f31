/** What a step needs before it can be computed. */
import type { Expression } from '../expression/expression.js'
import type { Node } from './methodology.js'
import { normaliserExpressions } from './normaliser-reads.js'
import type { StepNode } from './steps.js'

/** Nodes that a step names itself, outside its formulas. */
export function namedByStep({ of, action }: StepNode): readonly Node[] {
  switch (action.kind) {
    case 'formula':
      return [of]
    case 'screen':
      return [of, action.screening]
    case 'impute': {
      const { imputation } = action
      return 'among' in imputation ? [of, imputation.among] : [of]
    }
    case 'winsorise':
      return [of, action.among]
    case 'normalise': {
      const { among } = action.normaliser
      return among ? [of, among] : [of]
    }
  }
}

/** All formulas that a step evaluates. */
export function stepExpressions({ action }: StepNode): readonly Expression[] {
  switch (action.kind) {
    case 'formula':
      return [action.expression]
    case 'screen':
      return []
    case 'impute': {
      const { imputation } = action
      if (imputation.kind === 'previous-year') return imputation.years
      return imputation.kind === 'value' ? [imputation.expression] : []
    }
    case 'winsorise': {
      const { otherwise } = action.winsorisation
      return otherwise ? [otherwise] : []
    }
    case 'normalise':
      return normaliserExpressions(action.normaliser)
  }
}
