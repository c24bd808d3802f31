/** The texts of the database, as the replay of the command line asks for them. */
import type { Database } from '../database/tables.js'
import type { TextSource } from '../history/text-source.js'
import { findText } from '../repository/texts.js'

/** A text that was changed is refused with both hashes: `TEXT_DAMAGED` is thrown. */
export function databaseTexts(database: Database): TextSource {
  return {
    find: async (hash) => {
      const found = await findText(database, hash)
      return found ? { kind: 'text', text: found.text } : { kind: 'absent' }
    },
    findMethodology: async (hash) =>
      (await findText(database, hash))?.text ?? null,
    places: 'the database',
    rules: 'the database',
  }
}
