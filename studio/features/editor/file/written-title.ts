/**
 * A title in the languages in which a file has it. It stands in its own place as
 * text or as a table of languages, and a translation may stand in `texts`.
 */
import type { Language } from '../../../language/languages.js'
import { isTable, partAt, textAt, type FilePart } from './file-part.js'
import type { Place } from '../text/place.js'

export type WrittenTitle = { readonly [Each in Language]?: string }

/** The language of a text that says none. */
const PLAIN: Language = 'en'

const EACH: readonly Language[] = ['en', 'kk', 'ru']

export function readTitle(root: FilePart, path: Place): WrittenTitle {
  const own = partAt(root, path)
  const texts = EACH.flatMap((language) => {
    const text =
      textAt(root, ['texts', language, pathWords(path)]) ??
      (isTable(own) ? textAt(own, [language]) : null) ??
      (language === PLAIN && typeof own === 'string' ? own : null)
    return text === null ? [] : [[language, text] as const]
  })
  return Object.fromEntries(texts)
}

export type TitleChange =
  | {
      readonly kind: 'set'
      readonly path: Place
      readonly value: TitleValue
    }
  | { readonly kind: 'remove'; readonly path: Place }

/** Text, or the texts of some languages in one table. */
export type TitleValue = string | WrittenTitle

/**
 * What has to be written so that the title is `text` in a language. A plain
 * text becomes a table only where a second language is written, and a
 * translation that stands in `texts` is changed there.
 *
 * @param text - empty for no title in that language
 */
export function titleChange(
  root: FilePart,
  path: Place,
  language: Language,
  text: string,
): TitleChange {
  const further = ['texts', language, pathWords(path)]
  if (textAt(root, further) !== null) return put(further, text)
  const own = partAt(root, path)
  if (isTable(own)) {
    const others = Object.keys(own).filter((each) => each !== language)
    return text === '' && others.length === 0
      ? { kind: 'remove', path }
      : put([...path, language], text)
  }
  if (language === PLAIN) return put(path, text)
  if (typeof own !== 'string') {
    return { kind: 'set', path, value: { [language]: text } }
  }
  return { kind: 'set', path, value: { [PLAIN]: own, [language]: text } }
}

function put(path: Place, text: string): TitleChange {
  return text === ''
    ? { kind: 'remove', path }
    : { kind: 'set', path, value: text }
}

/** As `texts` names a place: `criteria.total.title`. */
function pathWords(path: Place): string {
  return path.reduce<string>((words, step) => {
    if (typeof step === 'number') return `${words}[${step}]`
    return words === '' ? step : `${words}.${step}`
  }, '')
}
