/** What the engine and the server say, sentence by sentence. */
import { kinds } from './kinds.js'
import { formulas } from './formulas.js'
import { files } from './files.js'
import { keys } from './keys.js'
import { absences } from './absences.js'
import { reasons } from './reasons.js'
import { steps } from './steps.js'
import { data } from './data.js'
import { refusals } from './refusals.js'
import type { Sayings } from '../../en/sayings/index.js'

export { mistakes } from './mistakes.js'

export const sayings: Sayings = {
  kinds,
  formulas,
  files,
  keys,
  absences,
  reasons,
  steps,
  data,
  refusals,
}
