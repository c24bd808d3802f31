/** The text of a version: its file, or the text of the database where the folder has none. */
import type { VersionFile } from './catalogue.js'
import { readRulesText, type RulesText } from './rules-text.js'

export async function readPlace(
  file: string,
  place: VersionFile | null,
): Promise<RulesText> {
  const text = place?.text ?? null
  return text === null ? readRulesText(file) : { kind: 'text', text }
}
