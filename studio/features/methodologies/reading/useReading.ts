/** The file that is read, for the parts of the page that show it. */
import { inject, provide, type InjectionKey } from 'vue'

import { useLanguage } from '../../../language/useLanguage.js'
import { titleText, type FileTitle } from '../../../language/title-text.js'
import type { ReadVersion } from './read-version.js'
import { useFileWords } from './useFileWords.js'

const READING: InjectionKey<ReadVersion> = Symbol('reading')

export function provideReading(version: ReadVersion): void {
  provide(READING, version)
}

export function useReading() {
  const version = inject(READING)
  if (!version) throw new Error('useReading is for parts of a version’s page.')
  const { keyName, valueWords } = useFileWords()
  const { language } = useLanguage()

  /** The title of a figure, in the language that is shown. */
  function figureTitle(name: string, level = ''): string | null {
    return shown(version?.glossary.find(name, level)?.title ?? null)
  }

  /** The title of what a key refers to; null where it refers to nothing that has one. */
  function referenceTitle(
    key: string,
    name: string,
    level = '',
  ): string | null {
    const section = SECTIONS.get(key)
    if (section !== undefined) {
      return shown(version?.glossary.titleIn(section, name) ?? null)
    }
    return FIGURE_KEYS.includes(key) ? figureTitle(name, level) : null
  }

  function shown(title: FileTitle): string | null {
    return titleText(title, language.value)?.text ?? null
  }

  return { version, keyName, valueWords, figureTitle, referenceTitle }
}

/** Keys behind which the name of an entry of a section stands. */
const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['ranking', 'rankings'],
  ['among', 'populations'],
  ['population', 'populations'],
  ['scale', 'scales'],
  ['each', 'tables'],
  ['table', 'tables'],
])

/** Keys behind which the name of a figure stands. */
const FIGURE_KEYS = [
  ...['criterion', 'of', 'output', 'outputs', 'into', 'total'],
  ...['released', 'all_of', 'by', 'about'],
]
