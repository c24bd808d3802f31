/**
 * Column programs as generated loops. The text comes from the checked tree of a
 * methodology alone: operations, numbers and numbered names, nothing that a file
 * or a request says. Browsers run the same programs by closures over blocks.
 */
import {
  GENERATED_PARAMETERS,
  generatedTarget,
  type GeneratedFunction,
} from '../../engine/index.js'

export const generatedColumns = generatedTarget(compileBody)

function compileBody(body: string): GeneratedFunction {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function(...GENERATED_PARAMETERS, body) as GeneratedFunction
}
