/** Where texts are looked for by their hash: the store, and for methodologies the rules folder. */
import { sha256 } from '../../engine/index.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { readRulesText } from '../catalogue/rules-text.js'
import { keptText, type Kept } from '../store/store.js'

export interface TextSource {
  readonly find: (hash: string) => Promise<Kept>
  /** A methodology file is found by what it says, wherever it stands and whatever it is called. */
  readonly findMethodology: (hash: string) => Promise<string | null>
  /** For messages. */
  readonly places: string
  readonly rules: string
}

export function textSource(store: string, rules: string): TextSource {
  return {
    find: (hash) => keptText(store, hash),
    findMethodology: async (hash) => {
      const kept = await keptText(store, hash)
      return kept.kind === 'text' ? kept.text : findInRules(rules, hash)
    },
    places: `the store ${store}`,
    rules,
  }
}

async function findInRules(
  rules: string,
  hash: string,
): Promise<string | null> {
  const { files } = await openCatalogue(rules)
  for (const { file } of files) {
    const read = await readRulesText(file)
    if (read.kind === 'text' && (await sha256(read.text)) === hash) {
      return read.text
    }
  }
  return null
}
