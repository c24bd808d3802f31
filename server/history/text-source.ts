/** Where texts are looked for by their hash: the store, and for methodologies the rules folder. */
import { findByHash } from '../catalogue/find-by-hash.js'
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
      if (kept.kind === 'text') return kept.text
      return (await findByHash(rules, hash))?.text ?? null
    },
    places: `the store ${store}`,
    rules,
  }
}
