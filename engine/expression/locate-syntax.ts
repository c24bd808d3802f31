/**
 * Where each part of a formula stands in its text. mathjs keeps no places; but
 * the leaves of the tree and the pieces of the text come in the same order, so
 * walking both at once finds them again.
 */
import type { Span } from '../errors.js'
import { TOKEN } from './scan.js'
import type { Syntax } from './syntax.js'

interface Piece extends Span {
  readonly text: string
  readonly isLeaf: boolean
}

/** @param text - that `syntax` was parsed from */
export function locateSyntax(
  text: string,
  syntax: Syntax,
): ReadonlyMap<Syntax, Span> {
  const places = new Map<Syntax, Span>()
  new Walk(piecesOf(text), places).place(syntax)
  return places
}

const OPERATOR_WORDS = new Set(['and', 'or', 'not'])

export function piecesOf(text: string): readonly Piece[] {
  const token = new RegExp(TOKEN)
  const pieces: Piece[] = []
  while (token.lastIndex < text.length) {
    const from = token.lastIndex
    const match = token.exec(text)
    if (!match) break
    const [piece] = match
    if (piece.trim() === '') continue
    const { number, name, word } = match.groups ?? {}
    const leaf = number ?? name ?? word
    pieces.push({
      text: piece,
      from,
      to: token.lastIndex,
      isLeaf: leaf !== undefined && !OPERATOR_WORDS.has(piece),
    })
  }
  return pieces
}

class Walk {
  private next = 0
  /** Brackets of calls: they are part of the call and of nothing inside it. */
  private readonly taken = new Set<number>()

  constructor(
    private readonly pieces: readonly Piece[],
    private readonly places: Map<Syntax, Span>,
  ) {}

  /** @returns the first and the last piece of the part, its brackets included */
  place(syntax: Syntax): readonly [number, number] {
    let [first, last] = this.inside(syntax)
    for (;;) {
      if (this.hasPlus(first)) first -= 1
      else if (this.isBracketed(first, last)) {
        first -= 1
        last += 1
      } else break
    }
    const from = this.pieces[first]?.from ?? 0
    this.places.set(syntax, { from, to: this.pieces[last]?.to ?? from })
    return [first, last]
  }

  private inside(syntax: Syntax): readonly [number, number] {
    switch (syntax.kind) {
      case 'number':
      case 'boolean':
      case 'word':
        return this.leaf(1)
      case 'name':
        return this.leaf(syntax.steps.length)
      case 'terms':
      case 'factors':
        return this.chain(syntax.operands, syntax.operators)
      case 'logic':
        return this.chain(syntax.operands, [syntax.operator])
      case 'power':
        return this.chain([syntax.base, syntax.exponent], ['^'])
      case 'comparison':
        return this.chain([syntax.left, syntax.right], [syntax.operator])
      case 'choice':
        return this.chain([syntax.test, syntax.then, syntax.otherwise], [])
      case 'negation':
        return this.prefixed('-', syntax.operand)
      case 'not':
        return this.prefixed('not', syntax.operand)
      case 'call':
        return this.call(syntax.operands)
    }
  }

  private leaf(steps: number): readonly [number, number] {
    const first = this.skipTo((piece) => piece.isLeaf)
    this.next = first + 2 * steps - 1
    return [first, this.next - 1]
  }

  private chain(
    operands: readonly Syntax[],
    operators: readonly string[],
  ): readonly [number, number] {
    let [first, last] = [-1, -1]
    operands.forEach((operand, index) => {
      const operator = operators[index - 1] ?? operators[0]
      if (index > 0 && operator !== undefined) {
        this.next = this.skipTo(({ text }) => text === operator) + 1
      }
      const [from, to] = this.place(operand)
      if (index === 0) first = from
      last = to
    })
    return [first, last]
  }

  private prefixed(sign: string, operand: Syntax): readonly [number, number] {
    const first = this.skipTo(({ text }) => text === sign)
    this.next = first + 1
    return [first, this.place(operand)[1]]
  }

  private call(operands: readonly Syntax[]): readonly [number, number] {
    const [first] = this.leaf(1)
    const last = this.closing(first + 1)
    this.taken.add(first + 1).add(last)
    for (const operand of operands) this.place(operand)
    this.next = last + 1
    return [first, last]
  }

  private skipTo(isMeant: (piece: Piece) => boolean): number {
    const found = this.pieces.findIndex(
      (piece, index) => index >= this.next && isMeant(piece),
    )
    return found === -1 ? this.pieces.length - 1 : found
  }

  private closing(opening: number): number {
    let depth = 0
    for (let index = opening; index < this.pieces.length; index += 1) {
      const { text } = this.pieces[index] ?? { text: '' }
      if (text === '(') depth += 1
      if (text === ')') depth -= 1
      if (depth === 0) return index
    }
    return this.pieces.length - 1
  }

  /** A plus before the part, which leaves nothing in the tree. */
  private hasPlus(first: number): boolean {
    const before = this.pieces[first - 2]
    return (
      this.pieces[first - 1]?.text === '+' &&
      (!before || (!before.isLeaf && before.text !== ')'))
    )
  }

  private isBracketed(first: number, last: number): boolean {
    return (
      this.pieces[first - 1]?.text === '(' &&
      this.pieces[last + 1]?.text === ')' &&
      !this.taken.has(first - 1) &&
      !this.taken.has(last + 1)
    )
  }
}
