/** Citation, mark and alternatives: where a thing comes from and how sure that is. */
import type { Level } from './methodology.js'
import type { Citation, Reading } from './legal-basis.js'
import { actText } from './citation.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Scope } from '../expression/scope.js'

/** What must be there: a formula needs both, a parameter a citation alone. */
export type Needs = 'nothing' | 'citation' | 'citation-and-mark'

/**
 * @param what - names the thing in messages, as `The formula of "h"`
 * @param level - where alternative formulas are checked; null where there can be none
 */
export function readReading(
  draft: Draft,
  entry: Entry,
  needs: Needs,
  what: string,
  level: Level | null,
  options: Partial<Scope> = {},
): Reading {
  const cite = readCitation(draft, entry)
  const mark = entry.text('mark')
  // What holds nothing has been reported where it stands.
  const isEmpty = entry.isEmpty()
  if (needs !== 'nothing' && !cite && !isEmpty) {
    draft.report('CITATION_MISSING', entry.at, { what })
  }
  if (needs === 'citation-and-mark' && mark === null && !isEmpty) {
    draft.report('MARK_MISSING', entry.at, { what })
  }
  const alternatives = entry.items('alternatives').map((item) => {
    if (level && item.has('formula'))
      draft.formula(item, 'formula', level, options)
    const setting = item.value('setting')
    if (!item.has('formula') && setting === undefined) {
      draft.report('MISSING_KEY', item.at, {
        key: 'formula',
        why: 'An alternative is a formula or a setting.',
      })
    }
    return {
      formula: item.text('formula'),
      setting: setting === undefined ? null : JSON.stringify(setting),
      note: item.text('note') ?? '',
    }
  })
  if (mark === 'reconstructed' && alternatives.length === 0) {
    draft.report('ALTERNATIVES_MISSING', entry.at, { what })
  }
  return {
    cite,
    mark: mark === 'given' || mark === 'reconstructed' ? mark : null,
    note: entry.text('note'),
    alternatives,
  }
}

/** The act is the file's unless the citation names another. */
export function readCitation(draft: Draft, entry: Entry): Citation | null {
  const act = draft.act ? actText(draft.act) : ''
  const paragraph = entry.text('cite')
  if (paragraph !== null) return { act, paragraph, words: null }
  if (!entry.has('cite')) return null
  const cite = entry.entry('cite')
  return {
    act: cite.text('act') ?? act,
    paragraph: cite.text('paragraph'),
    words: cite.text('words'),
  }
}

/** A reading that says nothing, for nodes that the file does not write down. */
export const NO_READING: Reading = {
  cite: null,
  mark: null,
  note: null,
  alternatives: [],
}
