/** A condition of facts as people read it. */
import type { Entry } from './entry.js'
import { isTable } from './tables.js'

export function factText(entry: Entry): string {
  const ranking = entry.text('ranking')
  const years = yearsWords(entry.text('years_ago'))
  const path = (entry.text('path') ?? '').replace(/^\$/, '')
  return `${entry.text('fact') ?? ''}${path}${ranking === null ? '' : ` in ${ranking}`}${years}`
}

function yearsWords(years: string | null): string {
  if (years === null) return ''
  return years === '1' ? ' a year ago' : ` ${years} years ago`
}

export function valueText(entry: Entry): string {
  const value = entry.value('value')
  if (isTable(value)) return factText(entry.entry('value'))
  const texts = entry
    .texts('value')
    .map((text) => (/^[-+.\d]|^(true|false)$/.test(text) ? text : `"${text}"`))
  return Array.isArray(value) ? `[${texts.join(', ')}]` : (texts[0] ?? '')
}
