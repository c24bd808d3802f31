/** Reporting years in the words of the language that is shown. */
import { useI18n } from 'vue-i18n'

import type { ListedVersion, Overlap, Span } from './timeline.js'

export function useYears() {
  const { t } = useI18n()

  function span({ from, to }: Span): string {
    if (to === null) return t('methodologies.yearsFrom', { from })
    return from === to ? String(from) : `${from}–${to}`
  }

  function years(given: ListedVersion['years']): string {
    if (given.kind === 'list') return given.years.join(', ')
    return span(given)
  }

  /** A sentence. */
  function gap({ from, to }: Span): string {
    return from === to
      ? t('methodologies.gapYear', { from })
      : t('methodologies.gapYears', { from, to: to ?? '' })
  }

  /** A sentence, or two. */
  function overlap({ span: both, versions, areEditions }: Overlap): string {
    const { from, to } = both
    const [one, other] = versions
    const key =
      to === null
        ? 'methodologies.overlapOpen'
        : from === to
          ? 'methodologies.overlapYear'
          : 'methodologies.overlapYears'
    const sentence = t(key, { from, to: to ?? '', one, other })
    const why = areEditions ? ` ${t('methodologies.overlapEditions')}` : ''
    return `${sentence}${why}`
  }

  return { span, years, gap, overlap }
}
