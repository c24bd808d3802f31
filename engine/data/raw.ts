/**
 * What a reader of a file, a request or an example hands to the engine: rows
 * inside rows, nothing interpreted yet, every cell with its place.
 */

/** A cell as it stood: text (CSV), or a JSON scalar; null is an empty cell. */
export type RawScalar = string | number | boolean | null

/** A JSON number whose digits no double holds; the checker refuses it by its text. */
export interface LongNumber {
  readonly longNumber: string
}

/** Text with a decimal point in a file whose numbers have decimal commas: 1.000 may be a thousand there. */
export interface PointedText {
  readonly pointedText: string
}

/** Something that is no cell at all, such as a list or an object; named for the message. */
export interface NotACell {
  readonly notACell: string
}

/** A cell whose fault the reader has reported: not looked at again, and not taken for an empty one. */
export interface ReportedCell {
  readonly isReported: true
}

export type RawCell =
  RawScalar | LongNumber | PointedText | NotACell | ReportedCell

export interface RawRow {
  readonly id: string | null
  readonly name: string | null
  readonly cells: ReadonlyMap<string, RawCell>
  /** Table name -> its rows, in the order of the file. */
  readonly tables: ReadonlyMap<string, readonly RawRow[]>
  /** Where the row stands. */
  readonly place: RawPlace
}

/** `line` is 1-based in a CSV file; null in JSON, where `path` says it. */
export interface RawPlace {
  readonly file: string
  readonly line: number | null
  /** As `bodies[3].goals[0]`; null in CSV. */
  readonly path: string | null
}

export interface RawDataset {
  /** The year that the file says it is of; null where it does not say. */
  readonly year: number | null
  readonly bodies: readonly RawRow[]
}
