/** What the engine and the server say, sentence by sentence; the studio reads it by these, so they are its very words. */
import { kinds } from './kinds.js'
import { formulas } from './formulas.js'
import { files } from './files.js'
import { keys } from './keys.js'
import { absences } from './absences.js'
import { reasons } from './reasons.js'
import { steps } from './steps.js'
import { data } from './data.js'
import { refusals } from './refusals.js'
import type { Words } from '../../words.js'

export const sayings = {
  kinds,
  formulas,
  files,
  keys,
  absences,
  reasons,
  steps,
  data,
  refusals,
} as const

export type Sayings = Words<typeof sayings>
