/** What the parts of the bench report, before it is laid out. */

export interface Table {
  readonly title: string
  /** What was measured and how, in a sentence or two. */
  readonly says: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A goal, and whether it was reached in this run. */
export interface Goal {
  readonly words: string
  readonly figure: string
  readonly holds: boolean
}

export interface Part {
  readonly tables: readonly Table[]
  readonly goals: readonly Goal[]
}
