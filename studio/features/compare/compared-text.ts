/** One of the two texts of rules that are compared. */
export interface ComparedText {
  /** As people call it: the id of the version. */
  readonly label: string
  readonly sha256: string | null
  /**
   * The text as JSON, as the server answers it: from it come titles in three
   * languages. null where it is not at hand; titles are then those of the
   * differences.
   */
  readonly file: unknown
}
