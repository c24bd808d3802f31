/**
 * The text of a draft: anything that can be kept as it is, mistakes and all,
 * and what it says of itself so far.
 */
import { loadMethodology, sha256, type Loaded } from '../../engine/index.js'
import { LoadedTexts } from '../catalogue/loaded-texts.js'
import { MOST_RULES_BYTES } from '../catalogue/rules-text.js'
import type { DraftText } from '../repository/drafts.js'
import { ServiceRefusal } from '../service-refusal.js'

/** How mistakes name the text. */
export const DRAFT = 'draft'

const BYTE_ORDER_MARK = '\uFEFF'

const loadedTexts = new LoadedTexts()

/** A text is checked once, however often it is looked at. */
export async function loadDraft(text: string): Promise<Loaded> {
  const named = { file: DRAFT, sha256: await sha256(text), unread: null }
  return loadedTexts.load(named, () => loadMethodology(DRAFT, text))
}

/**
 * Without a byte order mark, as files are read.
 *
 * @throws ServiceRefusal `DRAFT_TOO_LARGE`, `DRAFT_NOT_TEXT`
 */
export async function checkedText(
  sent: string,
): Promise<DraftText & { readonly text: string }> {
  const text = sent.startsWith(BYTE_ORDER_MARK) ? sent.slice(1) : sent
  const bytes = Buffer.byteLength(text, 'utf8')
  if (bytes > MOST_RULES_BYTES) {
    throw new ServiceRefusal('DRAFT_TOO_LARGE', [
      `The text has ${bytes} bytes; a methodology file has at most ${MOST_RULES_BYTES}.`,
    ])
  }
  const fault = faultOf(text)
  if (fault !== null) {
    throw new ServiceRefusal('DRAFT_NOT_TEXT', [`The text has ${fault}.`])
  }
  const { tree } = (await loadDraft(text)).source
  return {
    text,
    sha256: await sha256(text),
    methodology: nameIn(tree, 'methodology'),
    version: nameIn(tree, 'version'),
  }
}

function faultOf(text: string): string | null {
  if (text.includes('\0')) return 'the character U+0000'
  const isBroken = /\p{Surrogate}/u.test(text)
  return isBroken ? 'half of a surrogate pair' : null
}

/** A name that is none cannot be listed; the check says what is wrong with it. */
function nameIn(tree: unknown, key: string): string | null {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) {
    return null
  }
  const value: unknown = new Map(Object.entries(tree)).get(key)
  const isName =
    typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/.test(value)
  return isName ? value : null
}
