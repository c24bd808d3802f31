/** A value as a cell of the data has it; an absent one is an empty cell. */
import { decimalText } from '../number/text.js'
import type { Value } from '../value.js'

export function cellText(value: Value): string {
  switch (value.kind) {
    case 'number':
      return decimalText(value.number)
    case 'boolean':
      return String(value.boolean)
    case 'word':
      return value.word
    case 'missing':
    case 'not-applicable':
      return ''
  }
}
