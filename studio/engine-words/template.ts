/**
 * A sentence with places for values: `"{name}" is not {what*}.[[ Did you mean
 * "{closest}"?]]`. The same writing reads a sentence of the engine back to its
 * values, and says them in another language.
 *
 * `{name}` is put in as it is, `{name!}` is one word, `{name#}` a decimal,
 * `{name*}` again a sentence of the engine, `{name~}` words of the file that may hold
 * some of the engine's, as a citation. What stands in `[[ ]]` is there where
 * its values are.
 */
export type Template = readonly Piece[]

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string; readonly as: ValueKind }
  | { readonly kind: 'optional'; readonly pieces: Template }

export type ValueKind = 'plain' | 'word' | 'decimal' | 'sentence' | 'file'

export type Values = Readonly<Record<string, string>>

const KINDS: Readonly<Record<string, ValueKind>> = {
  '!': 'word',
  '#': 'decimal',
  '*': 'sentence',
  '~': 'file',
}

const PIECE = /\[\[(?<optional>.+?)\]\]|\{(?<name>\w+)(?<as>[!#*~]?)\}/gs

export function parseTemplate(text: string): Template {
  const pieces: Piece[] = []
  let end = 0
  for (const found of text.matchAll(PIECE)) {
    if (found.index > end) {
      pieces.push({ kind: 'text', text: text.slice(end, found.index) })
    }
    end = found.index + found[0].length
    const { optional, name = '', as = '' } = found.groups ?? {}
    pieces.push(
      optional === undefined
        ? { kind: 'value', name, as: KINDS[as] ?? 'plain' }
        : { kind: 'optional', pieces: parseTemplate(optional) },
    )
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) })
  return pieces
}

/** The letters that stand in the template itself: of two that read a sentence, the one with more knows it better. */
export function ownLetters(template: Template): number {
  return template.reduce((letters, piece) => {
    if (piece.kind === 'text') return letters + piece.text.length
    return piece.kind === 'value' ? letters : letters + ownLetters(piece.pieces)
  }, 0)
}

export function valuesOf(
  template: Template,
): readonly Extract<Piece, { kind: 'value' }>[] {
  return template.flatMap((piece) => {
    if (piece.kind === 'text') return []
    return piece.kind === 'value' ? [piece] : valuesOf(piece.pieces)
  })
}

/** What reads a sentence back: a named group for each value. */
export function patternOf(template: Template): RegExp {
  const seen = new Set<string>()
  return new RegExp(`^${source(template)}$`, 's')

  function source(pieces: Template): string {
    return pieces.map(one).join('')
  }

  function one(piece: Piece): string {
    if (piece.kind === 'text') return escaped(piece.text)
    if (piece.kind === 'optional') return `(?:${source(piece.pieces)})?`
    if (seen.has(piece.name)) return `\\k<${piece.name}>`
    seen.add(piece.name)
    return `(?<${piece.name}>${READS[piece.as]})`
  }
}

const READS: Readonly<Record<ValueKind, string>> = {
  plain: '.+?',
  word: String.raw`[^\s:]+`,
  /** Perhaps cut, or a fraction. */
  decimal: String.raw`-?\d[\d.]*(?:e[+-]?\d+)?…?(?:\/\d+)?`,
  sentence: '.+?',
  file: '.+?',
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}
