/** Whether the values of a column are all there are, or a sample of more. */
import type { Parameter } from './declaration.js'

export const MOMENTS = ['population', 'sample'] as const

/** The setting of a statistic that differs for a sample. */
export const OF_ALL_OR_SAMPLE: Parameter = {
  name: 'of',
  type: 'word',
  says: 'whether the values are all there are or a sample; population where it is left out',
  words: MOMENTS,
  optional: true,
}
