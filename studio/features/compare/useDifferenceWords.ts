/** Differences in the words of the language that is shown. */
import { useI18n } from 'vue-i18n'

import { useFormat } from '../../format/useFormat.js'
import { isLanguage, LANGUAGE_NAMES } from '../../language/languages.js'
import { usePlace } from '../../methodology/usePlace.js'
import { useFileWords } from '../methodologies/reading/useFileWords.js'
import type { DifferenceGroup } from './group-differences.js'
import { writtenPairs } from './written-pairs.js'

export interface LabelledText {
  /** '' where the text stands alone. */
  readonly label: string
  readonly text: string
  /** Of the file, in its language. */
  readonly isWritten: boolean
}

export interface NamedGroup {
  readonly name: string
  /** In the language of the file. */
  readonly isWritten: boolean
}

export function useDifferenceWords() {
  const { t } = useI18n()
  const { date } = useFormat()
  const { keyWords, valueWords } = useFileWords()
  const { placeWords } = usePlace()

  function groupName({ cite, section }: DifferenceGroup): NamedGroup {
    if (cite === null) return ownWords(t(`compare.parts.${section}`))
    const [, act, paragraph] = /^(?:(.*), )?paragraph (\d.*)$/.exec(cite) ?? []
    if (paragraph === undefined) {
      return { name: capitalised(cite), isWritten: true }
    }
    const place = placeWords(paragraph)
    return ownWords(act === undefined ? capitalised(place) : `${act}, ${place}`)
  }

  /** `formula`, `citation`, `title (English)`. */
  function keysText(keys: readonly string[]): string {
    const words = keys.flatMap((key) => {
      if (key === 'paragraph') return []
      if (isLanguage(key)) return [`(${LANGUAGE_NAMES[key]})`]
      if (key.startsWith('#')) return [String(Number(key.slice(1)) + 1)]
      return [keyWords(key)]
    })
    return words.join(', ').replaceAll(', (', ' (')
  }

  /** What was or is written: words of the language of files are translated, an entry is taken apart. */
  function textsOf(text: string, key: string): readonly LabelledText[] {
    return takenApart(text, key, [])
  }

  /** Tables inside the entry stand under the keys that lead to them. */
  function takenApart(
    text: string,
    key: string,
    above: readonly string[],
  ): readonly LabelledText[] {
    const pairs = writtenPairs(text)
    const label = capitalised(keysText(above))
    if (!pairs) return [{ label, ...told(text, key) }]
    return pairs.flatMap(([name, value]) =>
      takenApart(value, isLanguage(name) ? key : name, [...above, name]),
    )
  }

  function told(
    text: string,
    key: string,
  ): { readonly text: string; readonly isWritten: boolean } {
    const [, said = text, byDefault] =
      /^(.*?)( \(by default\))?$/s.exec(text) ?? []
    const from = key === 'years' ? /^from (\d{4})$/.exec(said)?.[1] : undefined
    const words =
      from === undefined
        ? wordsOf(said, key)
        : t('methodologies.yearsFrom', { from })
    const shown = words ?? said
    return {
      text:
        byDefault === undefined
          ? shown
          : t('compare.byDefault', { text: shown }),
      isWritten: words === null,
    }
  }

  function wordsOf(said: string, key: string): string | null {
    if (key === 'date') return date(said)
    return key === 'years' ? said.replaceAll('-', '–') : valueWords(key, said)
  }

  return { groupName, keysText, textsOf }
}

function ownWords(name: string): NamedGroup {
  return { name, isWritten: false }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
