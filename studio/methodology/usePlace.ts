/** A paragraph of an act in the words of the language that is shown. */
import { useI18n } from 'vue-i18n'

import { placeParts } from './place-parts.js'

export function usePlace() {
  const { t } = useI18n()

  /** What has no words in other languages stays as it is. */
  function placeWords(place: string): string {
    return placeParts(place)
      .map((part) =>
        part.kind === 'words'
          ? part.words
          : t(`methodologies.reading.${part.kind}`, { number: part.number }),
      )
      .join('; ')
  }

  /** Whether all of it is said in the language that is shown. */
  function isSaid(place: string): boolean {
    return placeParts(place).every(({ kind }) => kind !== 'words')
  }

  return { placeWords, isSaid }
}
