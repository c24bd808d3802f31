/** The formats of the language that is shown, for templates. */
import { useLanguage } from '../language/useLanguage.js'
import { countText, decimalText, signedText } from './decimal.js'
import { dateText, instantText } from './dates.js'

export function useFormat() {
  const { language } = useLanguage()
  return {
    count: (count: number) => countText(count, language.value),
    date: (date: string) => dateText(date, language.value),
    decimal: (text: string, digits?: number) =>
      decimalText(text, language.value, digits),
    instant: (instant: string) => instantText(instant, language.value),
    signed: (text: string, digits?: number) =>
      signedText(text, language.value, digits),
  }
}
