/**
 * Reads on after a line that is not YAML, so that the rest of the file is
 * checked in the same run. The value on such a line is taken in quotes, or as
 * empty where that does not help; either way the line has been reported.
 */
import type { Position } from './source.js'
import { readYaml, type YamlReading } from './yaml-document.js'

export interface LineFault {
  readonly words: string
  readonly position: Position
}

export interface MendedText {
  /** Of a text with as many lines as before. */
  readonly reading: YamlReading
  readonly faults: readonly LineFault[]
  /** Lines whose value is not what the file says. */
  readonly emptied: readonly number[]
  /** True where a fault could not be mended: nothing after it can be trusted. */
  readonly isHopeless: boolean
}

/** More faults than this, and the file is another kind of text. */
const MOST_FAULTS = 20

/** Texts above this many characters are not parsed again and again. */
const LONGEST_MENDED = 200_000

/** @param lexemes - of the text */
export function mendLines(
  text: string,
  lexemes: readonly string[],
): MendedText {
  const faults = new Map<number, LineFault>()
  const emptied: number[] = []
  let lines: readonly string[] = text.split('\n')
  let reading = readYaml(text, lexemes)
  const done = (isHopeless: boolean): MendedText => ({
    reading,
    faults: [...faults.values()],
    emptied,
    isHopeless,
  })
  for (;;) {
    const fault = firstFault(lines, reading)
    if (!fault) return done(false)
    const { line } = fault.position
    const isKnown = faults.has(line)
    if (!isKnown) faults.set(line, fault)
    const isOver = faults.size > MOST_FAULTS || text.length > LONGEST_MENDED
    if (isKnown || isOver || fault.isFatal) return done(true)
    const mend = bestWay(lines, line)
    if (!mend) return done(true)
    lines = lines.with(line - 1, mend.written)
    reading = mend.reading
    if (mend.isEmpty) emptied.push(line)
    if (mend.words !== undefined) {
      faults.set(line, { ...fault, words: mend.words })
    }
  }
}

function firstFault(
  lines: readonly string[],
  reading: YamlReading,
): (LineFault & { readonly isFatal: boolean }) | null {
  const { errors } = reading.document
  const [error] = errors
  if (!error) return null
  const areMany = error.code === 'MULTIPLE_DOCS'
  const { line: found, col } = reading.lines.linePos(error.pos[0])
  const words = areMany
    ? 'a second document begins here, and a file holds one methodology'
    : (error.message.split('\n')[0] ?? '')
  const line = faultLine(lines, found, words)
  const column = line === found ? Math.max(1, col) : 1
  const isFatal = areMany || errors.length > MOST_FAULTS
  return { words, position: { line, column }, isFatal }
}

/** The way after which the text can be read furthest; of equals the first. */
function bestWay(
  lines: readonly string[],
  line: number,
): (Way & { readonly reading: YamlReading }) | null {
  let best: (Way & { readonly reading: YamlReading }) | null = null
  let furthest = line
  for (const way of waysToMend(lines, line)) {
    const mended = lines.with(line - 1, way.written)
    const reading = readYaml(mended.join('\n'))
    const next = firstFault(mended, reading)
    const reached = next?.position.line ?? Infinity
    if (reached <= furthest) continue
    furthest = reached
    best = { ...way, reading }
  }
  return best
}

interface Way {
  readonly written: string
  readonly isEmpty: boolean
  /** What is wrong, where that is plainer than what the reader of YAML says. */
  readonly words?: string
}

/** From what the author most likely meant to what only lets the rest be read. */
function waysToMend(lines: readonly string[], line: number): readonly Way[] {
  const written = lines[line - 1] ?? ''
  const indented = [lines[line - 2], lines[line]].flatMap((neighbour) => {
    const indent = /^ *(?=\S)/.exec(neighbour ?? '')?.[0]
    return indent === undefined ? [] : [`${indent}${written.trimStart()}`]
  })
  const meant = [...indented, inQuotes(written)]
  const empty = [withoutValue(written), '']
  const colon = withColon(written)
  return [
    ...(colon ? [colon] : []),
    ...meant.map((each) => ({ written: each, isEmpty: false })),
    ...empty.map((each) => ({ written: each, isEmpty: true })),
  ].flatMap((way) => {
    const { written: next } = way
    return next === null || next === written ? [] : [{ ...way, written: next }]
  })
}

/**
 * Where the mistake is rather than where it is noticed: a bracket that is not
 * closed shows on the next line, a space too many on the line above.
 */
function faultLine(
  lines: readonly string[],
  found: number,
  words: string,
): number {
  let line = Math.max(1, found)
  if (words.startsWith('Flow ')) {
    line = Math.max(1, line - 1)
    while (line > 1 && (lines[line - 1] ?? '').trim() === '') line -= 1
  }
  if (words.startsWith('Nested mappings') && KEY.test(lines[line] ?? '')) {
    const [here = '', below = ''] = lines.slice(line - 1, line + 1)
    if (KEY.test(here) && indentOf(below) > indentOf(here)) line += 1
  }
  return line
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

const KEY = /^(\s*(?:- )*(?:[\w.-]+|"[^"]*"):)[ \t]+(\S.*?)\s*$/

/** `title: Index: parts` as `title: "Index: parts"`. */
function inQuotes(line: string): string | null {
  const [, key, value] = KEY.exec(line) ?? []
  if (key === undefined || value === undefined) return null
  if (/^[[{|>&*!]/.test(value)) return null
  return `${key} ${JSON.stringify(value.replace(/^["']|["']$/g, ''))}`
}

/** `inputs`, `round { digits: 1 }` and `format:1` as keys with a colon and a blank. */
function withColon(line: string): Way | null {
  const [, before = '', key, rest = ''] =
    /^(\s*(?:- )*)([\w.$-]+):?[ \t]*(|[{["'\w-].*)$/.exec(line) ?? []
  if (key === undefined || line.startsWith(`${before}${key}: `)) return null
  const written = `${before}${key}:${rest === '' ? '' : ` ${rest}`}`
  const words = `a colon with a blank behind it is missing after "${key}"`
  return { written, isEmpty: false, words }
}

function withoutValue(line: string): string | null {
  const [, key, value = ''] = KEY.exec(line) ?? []
  if (key === undefined) return null
  return `${key} ${value.startsWith('[') ? '[]' : '{}'}`
}
