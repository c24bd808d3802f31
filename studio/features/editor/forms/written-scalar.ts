/** What a person typed into a field, as the file takes it. */
import type { Written } from '../text/written.js'
import type { FormField } from './form-fields.js'

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/
const WHOLE_OR_FRACTION = /^[+-]?\d+\s*\/\s*[1-9]\d*$/
const TRUTH = /^(?:true|false)$/

type Asked = Pick<FormField, 'kind' | 'isNumber'>

/** @returns null for what such a field cannot hold */
export function writtenScalar(field: Asked, typed: string): Written | null {
  const text = typed.trim()
  if (field.kind === 'decimal') {
    if (DECIMAL.test(text)) return { literal: text }
    return WHOLE_OR_FRACTION.test(text) ? text : null
  }
  if (field.isNumber && DECIMAL.test(text)) return { literal: text }
  const isFormula = field.kind === 'formula' || field.kind === 'condition'
  if (isFormula) return TRUTH.test(text) ? { literal: text } : text
  return typed
}

/** Names with commas or on lines between them. */
export function writtenNames(
  { isList }: Pick<FormField, 'isList'>,
  wasList: boolean,
  typed: string,
): Written {
  const names = typed
    .split(/[,\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const [only] = names
  return only !== undefined && names.length === 1 && !isList && !wasList
    ? only
    : names
}
