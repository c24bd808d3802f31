/**
 * Where lines or CSV records end, byte by byte, through any number of pieces.
 *
 * A line break inside quotes is part of a cell. Quotes open a cell only at its
 * beginning; a stray one elsewhere is a mistake of its own record, which the
 * reader reports, and does not swallow the records after it.
 */
export interface Scan {
  /** After the line break that ends a record; -1 where none does. */
  readonly end: number
  /** Line breaks up to where the scan stopped. */
  readonly breaks: number
  /** Those after `end`. */
  readonly breaksAfter: number
}

/** Scans on from where the piece before ended, up to the first or the last end in this one. */
export type Scanner = (bytes: Uint8Array, upTo: 'first' | 'last') => Scan

const LINE_FEED = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22

type State = 'cell-start' | 'plain' | 'quoted' | 'after-quote'

/** @param delimiter - null: quotes mean nothing, and every line break ends a record */
export function recordScanner(delimiter: ',' | ';' | null): Scanner {
  if (delimiter === null) return scanLines
  const separator = delimiter.charCodeAt(0)
  let state: State = 'cell-start'
  return (bytes, upTo) => {
    let end = -1
    let breaks = 0
    let breaksUpToEnd = 0
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]
      if (byte === LINE_FEED) breaks += 1
      if (state === 'quoted') {
        if (byte === QUOTE) state = 'after-quote'
      } else if (byte === LINE_FEED) {
        state = 'cell-start'
        end = at + 1
        breaksUpToEnd = breaks
        if (upTo === 'first') break
      } else if (byte === separator) state = 'cell-start'
      else if (byte === QUOTE && state !== 'plain') state = 'quoted'
      else if (byte !== RETURN) state = 'plain'
    }
    return { end, breaks, breaksAfter: breaks - (end < 0 ? 0 : breaksUpToEnd) }
  }
}

function scanLines(bytes: Uint8Array, upTo: 'first' | 'last'): Scan {
  if (upTo === 'first') {
    const at = bytes.indexOf(LINE_FEED)
    return { end: at < 0 ? -1 : at + 1, breaks: at < 0 ? 0 : 1, breaksAfter: 0 }
  }
  let breaks = 0
  let end = -1
  for (
    let at = bytes.indexOf(LINE_FEED);
    at >= 0;
    at = bytes.indexOf(LINE_FEED, at + 1)
  ) {
    breaks += 1
    end = at + 1
  }
  return { end, breaks, breaksAfter: 0 }
}
