/** The value of an indicator after a step, as column code. */
import type { StepNode } from '../../methodology/steps.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { lowerImputation } from './lower-imputation.js'
import { lowerNormaliser } from './lower-normaliser.js'
import type { Lowered } from './lowered.js'
import { NotLowered } from './lowering.js'

export function lowerStep(node: StepNode, frame: LoweringFrame): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const { action } = node
  const before = lowering.read(node.of)
  switch (action.kind) {
    case 'screen': {
      // Out is missing, whatever the value was before; a body without data has no exclusions either.
      const isKept = code.isPresent(lowering.read(action.screening).value)
      return {
        value: code.select(isKept, before.value, code.number(NaN)),
        notApplicable: code.both(isKept, before.notApplicable),
      }
    }
    case 'impute':
      return lowerImputation(node, action.imputation, before, frame)
    case 'formula': {
      const inside = { ...frame, argument: before }
      const made = lowerExpression(action.expression, inside)
      const isThere = code.isPresent(before.value)
      return {
        value: code.select(isThere, made.value, code.number(NaN)),
        notApplicable: code.either(
          before.notApplicable,
          code.both(isThere, made.notApplicable),
        ),
      }
    }
    case 'normalise':
      return lowerNormaliser(action.normaliser, before, frame)
    case 'winsorise':
      throw new NotLowered('winsorisation has no column code')
  }
}
