/** A citation by the number of an act, taken out of the line of the engine for languages that say it in another order. */

/** As `No 954 of 2010-03-19, 48-1: "words"`, taken apart. */
export interface ReadCitation {
  readonly number: string
  /** As `2010-03-19`. */
  readonly date: string | null
  readonly paragraph: string | null
  readonly words: string | null
}

const LINE =
  /^No (\S+?)(?: of (\d{4}-\d{2}-\d{2}))?(?:, (.*?))?(?:: (?:"([^"]*)"|“(.*)”))?$/s

/** @returns null for a citation of what has no number, which stays as it is */
export function readCitation(line: string): ReadCitation | null {
  const [, number, date, paragraph, plain, quoted] = LINE.exec(line) ?? []
  if (number === undefined) return null
  return {
    ...{ number, date: date ?? null, paragraph: paragraph ?? null },
    words: plain ?? quoted ?? null,
  }
}
