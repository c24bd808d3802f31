/** Pieces of a text and what takes their place; all that the editor does to a draft is made of these. */

export interface TextChange {
  /** Offsets in the text before, in UTF-16 units. */
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Gives changes that are sorted and do not overlap; none where nothing is to be done. */
export type TextEdit = (text: string) => readonly TextChange[]

export function applyChanges(
  text: string,
  changes: readonly TextChange[],
): string {
  let result = ''
  let here = 0
  for (const { from, to, insert } of changes) {
    result += text.slice(here, from) + insert
    here = to
  }
  return result + text.slice(here)
}

/** @param text - before the changes */
export function invertChanges(
  text: string,
  changes: readonly TextChange[],
): readonly TextChange[] {
  let shift = 0
  return changes.map(({ from, to, insert }) => {
    const start = from + shift
    shift += insert.length - (to - from)
    return {
      from: start,
      to: start + insert.length,
      insert: text.slice(from, to),
    }
  })
}
