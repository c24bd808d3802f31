/** What a route answers, and how it refuses. */
import type { TSchema } from 'typebox'

import { REFUSALS } from './problem.js'

export function answers(
  status: 200 | 201,
  description: string,
  schema: TSchema,
  type = 'application/json',
) {
  return {
    [status]: { description, content: { [type]: { schema } } },
    ...REFUSALS,
  }
}
