/** An expected value as people read it; missing, not applicable and zero are three things. */
import { useI18n } from 'vue-i18n'

import type {
  ExampleTree,
  ExpectedFigure,
} from '../../../../../engine/index.js'
import { useFormat } from '../../../../format/useFormat.js'
import { hasNoPlace, isLiteral } from './compose-example.js'

/** After the decimal sign; more are marked. */
const MOST_DIGITS = 12

export function useFigureText(): (figure: ExpectedFigure) => string {
  const { t } = useI18n()
  const { decimal } = useFormat()

  return (figure) =>
    hasNoPlace(figure) ? t('effect.noPlace') : textOf(figure.value)

  function textOf(value: ExampleTree | null): string {
    if (value === null) return ''
    if (typeof value === 'string') return wordText(value)
    if (Array.isArray(value)) {
      return value.map(textOf).join(', ') || t('app.none')
    }
    if (isLiteral(value)) return literalText(value.literal)
    const pairs = Object.entries(value as Record<string, ExampleTree>)
    const texts = pairs.map(([key, each]) => `${key} ${textOf(each)}`)
    return texts.join(', ') || t('app.none')
  }

  function wordText(word: string): string {
    if (word === 'not-applicable') return t('terms.states.notApplicable')
    if (word === 'not-scored') return t('terms.states.notScored')
    return word === 'scored' ? t('editor.making.scored') : word
  }

  function literalText(literal: string): string {
    return literal === 'null'
      ? t('terms.states.missing')
      : decimal(literal, MOST_DIGITS)
  }
}
