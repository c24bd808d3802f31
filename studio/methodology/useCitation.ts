/** Citations of the engine in the words of the language that is shown. */
import { useI18n } from 'vue-i18n'

import { useFormat } from '../format/useFormat.js'
import { readCitation, type ReadCitation } from './read-citation.js'
import { usePlace } from './usePlace.js'

export function useCitation() {
  const { t } = useI18n()
  const { date } = useFormat()
  const { placeWords } = usePlace()

  /** `№ 954 от 19 марта 2010 г.` */
  function actWords({ number, date: of }: ReadCitation): string {
    return of === null
      ? t('methodologies.actNumber', { number })
      : t('methodologies.actNumberDate', { number, date: date(of) })
  }

  /** For sentences; what cites no act by its number stays as it is. */
  function citationWords(citation: string): string {
    const read = readCitation(citation)
    if (!read) return citation
    const { paragraph, words } = read
    return [
      actWords(read),
      ...(paragraph === null ? [] : [`, ${placeWords(paragraph)}`]),
      ...(words === null ? [] : [` («${words}»)`]),
    ].join('')
  }

  return { actWords, citationWords }
}
