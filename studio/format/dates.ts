/** Dates on the screen, from one table: browsers differ in Kazakh. A civil date stays the date that it is. */
import type { Language } from '../language/languages.js'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  kk: [
    ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым'],
    ...['шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ],
  ru: [
    ...['января', 'февраля', 'марта', 'апреля', 'мая', 'июня'],
    ...['июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
}

/** @param date - `2012-01-19`; text of another form comes back as it is */
export function dateText(date: string, language: Language): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const month = MONTHS[language][Number(found?.[2]) - 1]
  if (!found?.[1] || !found[3] || month === undefined) return date
  const [year, day] = [found[1], Number(found[3])]
  switch (language) {
    case 'kk':
      return `${year} жылғы ${day} ${month}`
    case 'ru':
      return `${day} ${month} ${year} г.`
    case 'en':
      return `${day} ${month} ${year}`
  }
}

/**
 * An instant, on the clock of whoever looks at it.
 *
 * @param instant - UTC with milliseconds, `2026-11-22T16:39:53.495Z`
 */
export function instantText(instant: string, language: Language): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const two = (part: number) => String(part).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  return `${dateText(date, language)}, ${time}`
}
