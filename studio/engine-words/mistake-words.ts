/** The words of a language for the mistakes of methodology files. English has none: the message of the engine is shown. */
import type { ProblemCode } from '../../engine/index.js'

export type MistakeWords = Readonly<Record<MistakeKey, string>>

export type MistakeKey =
  | ProblemCode
  | 'COMMA_NOT_QUOTED_IN_LIST'
  | 'TABLE_CELL_MISSING_LIST'
  /** Follows what is said of a rule or entry made for the rows of a table. */
  | 'IN_ROW'

/** Two codes say another thing where one of their values is there, or is not. */
export function mistakeKey(
  code: string,
  values: Readonly<Record<string, string>>,
): string {
  if (code === 'COMMA_NOT_QUOTED' && values['key'] === undefined) {
    return 'COMMA_NOT_QUOTED_IN_LIST'
  }
  if (code === 'TABLE_CELL_MISSING' && values['isList'] !== undefined) {
    return 'TABLE_CELL_MISSING_LIST'
  }
  return code
}
