/** A methodology file is found by what it says, wherever it stands and whatever it is called. */
import { sha256 } from '../../engine/index.js'
import { openCatalogue } from './catalogue.js'
import { readRulesText } from './rules-text.js'

export interface FoundText {
  readonly file: string
  readonly text: string
}

export async function findByHash(
  rules: string,
  hash: string,
): Promise<FoundText | null> {
  const { files } = await openCatalogue(rules)
  for (const { file } of files) {
    const read = await readRulesText(file)
    if (read.kind === 'text' && (await sha256(read.text)) === hash) {
      return { file, text: read.text }
    }
  }
  return null
}
