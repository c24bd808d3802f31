/**
 * Ids become names of files and folders, also those of texts that anybody sent:
 * an id that is none, which the check of the text tells, leads to no file.
 */

/** As the schema of the language has it. */
const PLAIN_ID = /^[a-z][a-z0-9-]{0,63}$/

export function isPlainId(id: string): boolean {
  return PLAIN_ID.test(id)
}
