/** A citation as one line: `Order No 14 of 2012-01-19, 42: "words"`. */
import type { Act, ActReference, Citation } from './legal-basis.js'

export function citationText(cite: Citation | null): string {
  if (!cite) return ''
  const place = cite.paragraph === null ? '' : `, ${cite.paragraph}`
  const words = cite.words === null ? '' : `: ${quoted(cite.words)}`
  return `${cite.act}${place}${words}`
}

/** Words that have quotation marks of their own stand in others. */
function quoted(words: string): string {
  return words.includes('"') ? `“${words}”` : `"${words}"`
}

/** `No 14 of 2012-01-19`, or the title of a publication without a number. */
export function actText(act: ActReference | Act): string {
  if (act.number === null) return act.title ?? ''
  const date = act.date === null ? '' : ` of ${act.date}`
  return `No ${act.number}${date}`
}
