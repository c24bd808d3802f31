/** What was received, as messages name it. */

/** A text as it stood, in quotation marks, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text))
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
