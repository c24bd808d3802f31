/** Calls as mathematics: each function says how it is written, aggregates over the table below them. */
import type { FunctionDeclaration } from '../functions/declaration.js'
import type { LatexForm } from '../functions/latex.js'
import { findAggregate, FUNCTIONS } from '../functions/table.js'
import { syntaxParts } from '../expression/syntax-parts.js'
import type { Syntax } from '../expression/syntax.js'
import { ENGLISH_WORDS } from './formula-words.js'
import {
  around,
  BINDS,
  nameLatex,
  single,
  within,
  writeLatex,
  type LatexOptions,
  type Written,
} from './latex.js'

type Call = Extract<Syntax, { readonly kind: 'call' }>

export function callLatex(
  call: Call,
  options: LatexOptions,
  rows: string,
): Written {
  const own = rows === '' ? tableOf(call) : ''
  const parts = call.operands.map((part) =>
    writeLatex(part, options, own === '' ? rows : own),
  )
  const [first] = parts
  if (call.name === 'isMissing' && first) {
    const { isMissing } = options.words ?? ENGLISH_WORDS
    const latex = around(isMissing, within(first, BINDS.sum))
    return { latex, binds: BINDS.comparison }
  }
  const form = declarationOf(call, own !== '')?.latex
  if (form) {
    const table = own === '' ? '' : nameLatex(own.split('.'), options, '')
    return { latex: written(form, parts, table), binds: bindsOf(form) }
  }
  const operands = parts.map(({ latex }) => latex).join(', ')
  if (own === '') {
    return single(
      `\\operatorname{${upright(call.name)}}\\left(${operands}\\right)`,
    )
  }
  const table = nameLatex(own.split('.'), options, '')
  return single(
    `\\operatorname*{${upright(call.name)}}_{${table}}\\left(${operands}\\right)`,
  )
}

/** min and max are two functions each: of values, and of a column. */
function declarationOf(
  { name }: Call,
  isOverRows: boolean,
): FunctionDeclaration | undefined {
  return FUNCTIONS.find(
    (known) =>
      known.name === name && (known.kind === 'aggregate') === isOverRows,
  )
}

function written(
  form: LatexForm,
  parts: readonly Written[],
  rows: string,
): string {
  const all = parts.map((part) => ({
    loose: part.latex,
    tight: within(part, BINDS.product),
    single: within(part, BINDS.single),
  }))
  return form.write(all, rows)
}

function bindsOf({ binds = 'single' }: LatexForm): number {
  return BINDS[binds]
}

/** Names have Latin letters, digits and underscores. */
function upright(name: string): string {
  return name.replaceAll('_', '\\_')
}

/** The table that an aggregate looks at: what the dotted names in it begin with. */
function tableOf(call: Call): string {
  if (!findAggregate(call.name)) return ''
  const tables = call.operands
    .flatMap(dottedNames)
    .map((steps) => steps.slice(0, -1).join('.'))
  return tables.reduce(
    (longest, each) => (each.length > longest.length ? each : longest),
    '',
  )
}

/** Names that lead into a table; inner aggregates keep theirs to themselves. */
function dottedNames(part: Syntax): readonly (readonly string[])[] {
  if (part.kind === 'name') {
    const [first, second] = part.steps
    const isOfBody =
      part.steps.length === 1 || first === 'population' || second === 'children'
    return isOfBody ? [] : [part.steps]
  }
  const isInner = part.kind === 'call' && part.operands.length < 2
  return isInner && findAggregate(part.name)
    ? []
    : syntaxParts(part).flatMap(dottedNames)
}
