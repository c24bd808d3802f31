/** A part of a workbook as the elements of its XML, read in pieces so that others are served meanwhile. */
import { SaxesParser } from 'saxes'

import type { Runtime } from './runtime.js'
import { damaged, WorkbookFault } from './workbook-fault.js'

/** Local name -> value: `id` of `r:id`. */
export type Attributes = ReadonlyMap<string, string>

/**
 * Names are local ones: writers choose their prefixes freely. Places are counted
 * in signs of the decoded text.
 */
export interface XmlReading {
  /** @param within - a place inside the tag */
  readonly open: (name: string, attributes: Attributes, within: number) => void
  readonly text?: (text: string) => void
  /** @param end - the place behind the tag */
  readonly close?: (name: string, end: number) => void
}

const PIECE = 128 * 1024

/**
 * Entities cannot be defined: a part with a document type is refused.
 *
 * @throws WorkbookFault
 */
export async function readXml(
  bytes: Uint8Array,
  part: string,
  reading: XmlReading,
  { pause }: Runtime,
): Promise<void> {
  const parser = parserOf(reading, part)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE)
      parser.write(decoder.decode(piece, { stream: true }))
      await pause()
    }
    parser.write(decoder.decode()).close()
  } catch (error) {
    if (error instanceof WorkbookFault) throw error
    throw damaged(`its part ${part} is not XML in UTF-8`)
  }
}

function parserOf({ open, text, close }: XmlReading, part: string) {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw damaged(`its part ${part} has a document type, as no workbook has`)
  })
  let within = 0
  parser.on('opentagstart', () => {
    within = parser.position
  })
  parser.on('opentag', ({ name, attributes }) => {
    const own = new Map<string, string>()
    for (const key of Object.keys(attributes)) {
      const value = attributes[key]
      if (value !== undefined) own.set(localName(key), value)
    }
    open(localName(name), own, within)
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close)
    parser.on('closetag', ({ name }) => close(localName(name), parser.position))
  return parser
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** `1` and `true` of XML. */
export function isSet(attributes: Attributes, name: string): boolean {
  const value = attributes.get(name)
  return value === '1' || value === 'true'
}
