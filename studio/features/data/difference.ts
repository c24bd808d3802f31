/** One difference between two data sets: of a cell, or of a row that only one of the two has. */
import type { components } from '../../api/openapi.js'

type Given = NonNullable<
  components['schemas']['DataSetCorrection']['differences']
>[number]

interface Place {
  readonly body: string
  /** As `goals[g1]`; null on the body itself. */
  readonly row: string | null
}

export type Difference =
  | (Place & {
      readonly kind: 'cell'
      readonly column: string
      /** null where the value is missing. */
      readonly before: string | null
      readonly after: string | null
    })
  | (Place & { readonly kind: 'added' | 'removed' })

export function differenceOf({
  body,
  row,
  column,
  before,
  after,
}: Given): Difference {
  if (column !== null) return { kind: 'cell', body, row, column, before, after }
  return { kind: before === null ? 'added' : 'removed', body, row }
}
