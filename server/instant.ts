/** A moment as UTC text with milliseconds, `2026-11-22T10:00:00.000Z`: its order is that of the text. */
export type Instant = string

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

export function instantOf(date: Date): Instant {
  return date.toISOString()
}

export function isInstant(text: string): boolean {
  const date = new Date(text)
  return (
    FORM.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString() === text
  )
}
