/**
 * Reads the characters of a formula before mathjs does, and refuses what mathjs
 * would accept in silence: comments, digit separators, other alphabets,
 * percent, indexing, assignment, and nesting that would exhaust its stack.
 */

export const LONGEST_FORMULA = 10_000
export const MOST_FORMULA_NESTING = 64

export interface ScanFault {
  readonly part: string
  readonly words: string
  /** Where the part begins; 0-based. */
  readonly from: number
}

/** Why the text is not a formula, or null. Too long and too deep are the caller's codes. */
export type ScanResult =
  | { readonly kind: 'fine' }
  | { readonly kind: 'not-allowed'; readonly fault: ScanFault }
  | { readonly kind: 'too-deep' }

export const TOKEN =
  /\s+|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<word>"[^"\\]*")|(?<sign>==|!=|<=|>=|<>|\?\.|\?\?|\.\*|\.\/|\.\^|<<|>>|=>|\|\||&&|[-+*/^<>(),.?:])/uy

const REFUSED: { readonly [sign: string]: string } = {
  '?.': 'name the column with a plain point',
  '??': 'write coalesce(x, y)',
  '.*': 'write *',
  './': 'write /',
  '.^': 'write ^',
  '<<': 'there are no bit operations',
  '>>': 'there are no bit operations',
  '=>': 'write >=',
  '<>': 'write !=',
  '||': 'write or',
  '&&': 'write and',
}

const CHARACTERS: { readonly [character: string]: string } = {
  '#': 'comments would be dropped in silence; use "note"',
  '%': 'write the share, as 0.05, or divide by 100',
  '=': 'a formula assigns nothing; to compare write ==',
  '[': 'there are no lists or indices',
  ']': 'there are no lists or indices',
  '{': 'there are no objects',
  '}': 'there are no objects',
  ';': 'a formula is one expression',
  "'": 'put level names in double quotes',
  '"': 'close the double quotes; level names hold no backslash',
  '!': 'write not, or != to compare',
  '&': 'write and',
  '|': 'write or',
  '~': 'write not',
  '@': 'it has no meaning',
  $: 'columns of tables are not read here',
  '\\': 'it has no meaning',
  '×': 'write *',
  '·': 'write *',
  '÷': 'write /',
  '−': 'write - (hyphen-minus)',
  '≤': 'write <=',
  '≥': 'write >=',
  '≠': 'write !=',
}

/** @param text - at most LONGEST_FORMULA characters, line breaks already blanks */
export function scanFormula(text: string): ScanResult {
  const token = new RegExp(TOKEN)
  let depth = 0
  let prefixes = 0
  let before = ''
  while (token.lastIndex < text.length) {
    const from = token.lastIndex
    const match = token.exec(text)
    if (!match) return refuse(text, from)
    const [part] = match
    if (part.trim() === '') continue
    const groups = match.groups ?? {}
    if (
      groups['number'] !== undefined &&
      /^[A-Za-z_\d.]/.test(text.slice(token.lastIndex))
    ) {
      return notAllowed(
        text.slice(from, token.lastIndex + 8).split(/[\s)(,+*/^-]/)[0] ?? part,
        'write a decimal number, and * between a number and a name',
        from,
      )
    }
    if (/^(AND|OR|NOT)$/.test(part)) {
      const words = `write ${part.toLowerCase()} in small letters`
      return notAllowed(part, words, from)
    }
    const sign = groups['sign']
    const refused = sign === undefined ? undefined : REFUSED[sign]
    if (refused !== undefined) return notAllowed(part, refused, from)
    // Prefixes, powers and conditionals nest without brackets.
    if (part === '(' || part === '?' || part === '^') depth += 1
    if (part === ')') depth = Math.max(0, depth - 1)
    if (
      part === 'not' ||
      ((part === '-' || part === '+') && isOperator(before))
    ) {
      prefixes += 1
    } else if (part !== '(') {
      prefixes = 0
    }
    if (depth > MOST_FORMULA_NESTING || prefixes > MOST_FORMULA_NESTING) {
      return { kind: 'too-deep' }
    }
    before = part
  }
  return { kind: 'fine' }
}

function isOperator(before: string): boolean {
  return (
    before === '' || /^(==|!=|<=|>=|[-+*/^<>(,?:]|and|or|not)$/.test(before)
  )
}

function refuse(text: string, from: number): ScanResult {
  const character = String.fromCodePoint(text.codePointAt(from) ?? 0)
  const words =
    CHARACTERS[character] ??
    (/\p{L}/u.test(character)
      ? 'names have ASCII letters only, titles carry the other alphabets; put level names in double quotes'
      : 'it has no meaning in a formula')
  const part = /\p{L}/u.test(character)
    ? (/^[\p{L}\p{N}_]+/u.exec(text.slice(from))?.[0] ?? character)
    : character
  return notAllowed(part, words, from)
}

function notAllowed(part: string, words: string, from: number): ScanResult {
  return { kind: 'not-allowed', fault: { part, words, from } }
}
