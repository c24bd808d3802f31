/** Parts of lists that may be long. */
import { Type, type TSchema } from 'typebox'

import { named, nullable } from './parts.js'

/** What an address answers of a list. */
export function pageOf<Schema extends TSchema>(name: string, item: Schema) {
  return named(name, {
    items: Type.Array(item),
    next: nullable(Type.String(), 'for "after"; null on the last page'),
  })
}

/** In a query, where everything is text. */
export const PageQuery = {
  limit: Type.Optional(
    Type.String({
      pattern: '^([1-9]|[1-9][0-9]|100)$',
      description: 'items at most, 1..100; default 50',
    }),
  ),
  after: Type.Optional(
    Type.String({ minLength: 1, description: '"next" of the page before' }),
  ),
}

export function pageOptions(query: {
  readonly limit?: string
  readonly after?: string
}) {
  const { limit = '50', after } = query
  return { limit: Number(limit), ...(after === undefined ? {} : { after }) }
}
