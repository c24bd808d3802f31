/**
 * A formula as mathematics, in LaTeX that KaTeX draws: fractions, powers, roots,
 * sums over tables, conditionals as cases. Brackets stand only where they are
 * needed.
 */
import type { Expression } from '../expression/expression.js'
import { parseFormula } from '../expression/parse.js'
import type { Comparison, Syntax } from '../expression/syntax.js'
import {
  ENGLISH_WORDS,
  type Around,
  type FormulaWords,
} from './formula-words.js'
import { drawable, isShortTitle, latexText } from './latex-text.js'
import { callLatex } from './latex-call.js'
import { syntaxOf } from './syntax-of.js'

export interface LatexOptions {
  /** A short title for a name as formulas write it; the name itself where there is none. */
  readonly title?: (name: string) => string | undefined
  readonly words?: FormulaWords
}

/** How strongly a part holds together. */
export const BINDS = {
  choice: 1,
  or: 2,
  and: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  prefix: 7,
  power: 8,
  single: 9,
} as const

export interface Written {
  readonly latex: string
  readonly binds: number
}

/** @returns null where the text is not a formula */
export function formulaLatex(
  text: string,
  options: LatexOptions = {},
): string | null {
  const parsed = parseFormula(text, [])
  return 'syntax' in parsed ? writeLatex(parsed.syntax, options).latex : null
}

/** Of a formula of a loaded methodology. */
export function expressionLatex(
  expression: Expression,
  options: LatexOptions = {},
): string {
  return writeLatex(syntaxOf(expression), options).latex
}

/** @param rows - the table that an aggregate looks at: its names lose that part */
export function writeLatex(
  syntax: Syntax,
  options: LatexOptions,
  rows = '',
): Written {
  const write = (part: Syntax) => writeLatex(part, options, rows)
  const words = options.words ?? ENGLISH_WORDS
  switch (syntax.kind) {
    case 'number':
      return numberLatex(syntax.text)
    case 'boolean':
      return single(latexText(drawable(syntax.boolean ? words.yes : words.no)))
    case 'word':
      return single(latexText(`“${drawable(syntax.word)}”`))
    case 'name':
      return single(nameLatex(syntax.steps, options, rows))
    case 'terms':
      return {
        latex: joined(syntax.operands, syntax.operators, (part, index) =>
          within(write(part), index === 0 ? BINDS.sum : BINDS.product),
        ),
        binds: BINDS.sum,
      }
    case 'factors':
      return factorsLatex(syntax, write)
    case 'power': {
      const base = within(write(syntax.base), BINDS.single)
      const { latex } = write(syntax.exponent)
      return { latex: `{${base}}^{${latex}}`, binds: BINDS.power }
    }
    case 'negation':
      return {
        latex: `-${within(write(syntax.operand), BINDS.product)}`,
        binds: BINDS.sum,
      }
    case 'not':
      return {
        latex: around(words.not, within(write(syntax.operand), BINDS.power)),
        binds: BINDS.prefix,
      }
    case 'comparison': {
      const left = within(write(syntax.left), BINDS.sum)
      const right = within(write(syntax.right), BINDS.sum)
      return {
        latex: `${left} ${SIGNS[syntax.operator]} ${right}`,
        binds: BINDS.comparison,
      }
    }
    case 'logic': {
      const { operator } = syntax
      const word = latexText(` ${words[operator]} `)
      return {
        latex: syntax.operands
          .map((part) => within(write(part), BINDS[operator] + 1))
          .join(word),
        binds: BINDS[operator],
      }
    }
    case 'choice':
      return choiceLatex(syntax, write, words)
    case 'call':
      return callLatex(syntax, options, rows)
  }
}

export function single(latex: string): Written {
  return { latex, binds: BINDS.single }
}

/** In brackets where the part binds weaker than its place asks for. */
export function within({ latex, binds }: Written, least: number): string {
  return binds < least ? `\\left(${latex}\\right)` : latex
}

export function around([before, after]: Around, latex: string): string {
  const word = (text: string) => (text === '' ? '' : latexText(text))
  return `${word(before)}${latex}${word(after)}`
}

const SIGNS: { readonly [C in Comparison]: string } = {
  '==': '=',
  '!=': '\\neq',
  '<': '<',
  '<=': '\\leq',
  '>': '>',
  '>=': '\\geq',
}

export function nameLatex(
  steps: readonly string[],
  { title }: LatexOptions,
  rows: string,
): string {
  const name = steps.join('.')
  const short = title?.(name)
  if (short !== undefined && isShortTitle(short)) return latexText(short)
  const own = rows !== '' && name.startsWith(`${rows}.`)
  return latexText(own ? name.slice(rows.length + 1) : name)
}

/** 1e+21 is how long numbers are kept. */
function numberLatex(text: string): Written {
  const [digits = text, power] = text.toLowerCase().split('e')
  if (power === undefined) return single(digits)
  const exponent = power.replace('+', '')
  return { latex: `${digits} \\cdot 10^{${exponent}}`, binds: BINDS.product }
}

function joined(
  operands: readonly Syntax[],
  operators: readonly string[],
  write: (operand: Syntax, index: number) => string,
): string {
  return operands
    .map((operand, index) => {
      const sign = index === 0 ? '' : ` ${operators[index - 1] ?? ''} `
      return `${sign}${write(operand, index)}`
    })
    .join('')
}

/** a / b / c * d: what is divided so far goes above the line of the first division. */
function factorsLatex(
  { operands, operators }: Extract<Syntax, { readonly kind: 'factors' }>,
  write: (part: Syntax) => Written,
): Written {
  let above: Written[] = []
  let below: Written[] = []
  const close = () => {
    if (below.length === 0) return
    const latex = `\\frac{${productLatex(above)}}{${productLatex(below)}}`
    above = [{ latex, binds: BINDS.power }]
    below = []
  }
  operands.forEach((operand, index) => {
    const written = write(operand)
    if (operators[index - 1] === '/') below.push(written)
    else {
      close()
      above.push(written)
    }
  })
  close()
  const [only, second] = above
  return only && !second
    ? only
    : { latex: productLatex(above), binds: BINDS.product }
}

function productLatex(factors: readonly Written[]): string {
  const [only, second] = factors
  if (only && !second) return only.latex
  return factors.map((each) => within(each, BINDS.prefix)).join(' \\cdot ')
}

function choiceLatex(
  choice: Extract<Syntax, { readonly kind: 'choice' }>,
  write: (part: Syntax) => Written,
  words: FormulaWords,
): Written {
  const rows: string[] = []
  let rest: Syntax = choice
  while (rest.kind === 'choice') {
    const test = around(words.if, write(rest.test).latex)
    rows.push(`${write(rest.then).latex} & ${test}`)
    rest = rest.otherwise
  }
  rows.push(`${write(rest).latex} & ${latexText(words.otherwise)}`)
  const latex = `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`
  return { latex, binds: BINDS.choice }
}
