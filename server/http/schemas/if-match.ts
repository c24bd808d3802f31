/** The header If-Match, for the document: OpenAPI wants to be told of headers that are read. */
import { Type } from 'typebox'

export const IF_MATCH = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description: 'required: the ETag of the text that was read',
    }),
  ),
})
