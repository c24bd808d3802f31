/** A `DataProblem` of a file, with null for every place that is not said. */
import { quote, type DataProblem } from '../../engine/index.js'

export { quote }

type Place = Partial<Pick<DataProblem, 'line' | 'body' | 'row' | 'column'>>

export function fileProblem(
  code: DataProblem['code'],
  file: string,
  message: string,
  place: Place = {},
): DataProblem {
  return {
    code,
    file,
    line: place.line ?? null,
    body: place.body ?? null,
    row: place.row ?? null,
    column: place.column ?? null,
    message,
  }
}

/** The names in quotation marks, as `"id", "name" and 3 others`. */
export function quoteList(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).map(quote)
  const others = names.length - shown.length
  if (others > 0) return `${shown.join(', ')} and ${others} more`
  const last = shown.pop() ?? 'none'
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}
