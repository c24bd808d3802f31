/** Differences as an amending act would put them, numbered, section by section. */
import { pathText } from '../source/path.js'
import type { VersionDifference } from './version-difference.js'

/** Above this length the old and the new words stand on lines of their own. */
const LONGEST_IN_LINE = 60

export function differencesText(
  differences: readonly VersionDifference[],
): string {
  const lines: string[] = []
  let section: string | null = null
  for (const [index, each] of sorted(differences).entries()) {
    const own = sectionOf(each)
    if (own !== section) lines.push(...(section === null ? [] : ['']), own)
    section = own
    lines.push(...linesOf(each, index + 1))
  }
  return lines.join('\n')
}

/** By section; within one as they were found. */
function sorted(
  differences: readonly VersionDifference[],
): readonly VersionDifference[] {
  const sections = [...new Set(differences.map(sectionOf))]
  return sections.flatMap((section) =>
    differences.filter((each) => sectionOf(each) === section),
  )
}

/** What is said of the file as a whole has no section. */
function sectionOf({ path }: VersionDifference): string {
  const [first, second] = path
  const isText =
    ['en', 'kk', 'ru'].includes(String(second)) && first !== 'texts'
  if (path.length === 1 || (path.length === 2 && isText)) {
    return 'the methodology'
  }
  return String(first === 'defaults' ? second : first)
}

function linesOf(
  difference: VersionDifference,
  number: number,
): readonly string[] {
  const { kind, was, is, cite } = difference
  const head = `  ${number}. ${subject(difference)}`
  const place = cite === null ? '' : ` (${cite})`
  const plain = { was: was ?? '', is: is ?? '' }
  if (isExample(difference)) {
    const isCalled = kind === 'changed' && was !== is
    const then = isCalled ? `, was "${plain.was}"` : ''
    return [`  ${number}. ${kind}: "${is ?? plain.was}"${then}`]
  }
  switch (kind) {
    case 'renamed':
      return [`${head}: renamed, was ${plain.was}`]
    case 'added':
      return said(`${head}${place}: added`, [['is', plain.is]])
    case 'removed':
      return said(`${head}${place}: removed`, [['was', plain.was]])
    case 'restated':
      return said(`${head}${place}: restated`, [
        ['was', plain.was],
        ['is', plain.is],
      ])
    case 'changed':
      return said(`${head}${place}`, [
        ['was', plain.was],
        ['is', plain.is],
      ])
  }
}

function said(
  head: string,
  parts: readonly (readonly [string, string])[],
): readonly string[] {
  const texts = parts.map(([word, text]) => `${word} ${text}`)
  const inLine = texts.join(', ')
  if (inLine.length <= LONGEST_IN_LINE) return [`${head}: ${inLine}`]
  return [`${head}:`, ...texts.map((text) => `       ${text}`)]
}

/** The entry, its title, and the key in it. */
function subject(difference: VersionDifference): string {
  const { path, entry, title, of } = difference
  const key = pathText(path.slice(entry)).replace(/(title)\.en$/, '$1')
  const plain = key.replace(/\.en$/, '').replace(/^cite\.paragraph$/, 'cite')
  if (of.length > 0) return `${plain} of ${of.map(shortName).join(', ')}`
  const name = pathText(path.slice(entry === 0 ? 0 : 1, entry))
  const shown = title === null ? '' : ` "${title}"`
  const isInSection = sectionOf(difference) === String(path[0])
  const own = isInSection && entry === 0 ? pathText(path.slice(1)) : plain
  return [`${name}${shown}`, own].filter((part) => part !== '').join(': ')
}

function shortName(entry: string): string {
  return entry.replace(/^[^.]*\./, '')
}

function isExample({ path }: VersionDifference): boolean {
  return path[0] === 'examples' && path.length === 2
}
