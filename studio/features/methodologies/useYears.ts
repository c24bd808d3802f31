/** Reporting years in the words of the language that is shown. */
import { useI18n } from 'vue-i18n'

import {
  yearsText,
  type ReportingYears,
} from '../../methodology/reporting-years.js'
import type { Overlap, Span } from './timeline.js'

export function useYears() {
  const { t } = useI18n()

  function span({ from, to }: Span): string {
    return years({ kind: 'range', from, to })
  }

  function years(given: ReportingYears): string {
    return yearsText(given, (from) => t('methodologies.yearsFrom', { from }))
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
