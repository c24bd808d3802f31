/** The mistakes of one formula, each with the characters that it is about. */
import {
  problem,
  type Problem,
  type ProblemCode,
  type ProblemValues,
  type Span,
} from '../errors.js'
import { checkSyntax } from '../expression/check.js'
import { locateSyntax, piecesOf } from '../expression/locate-syntax.js'
import { parseFormula } from '../expression/parse.js'
import { printSyntax } from '../expression/print.js'
import type { Scope } from '../expression/scope.js'
import { syntaxParts } from '../expression/syntax-parts.js'
import type { Syntax } from '../expression/syntax.js'

/** 0-based characters of the formula; never empty where the formula is not. */
export interface FormulaProblem extends Span {
  readonly code: ProblemCode
  readonly message: string
  readonly with: ProblemValues
}

/**
 * @param makeScope - what the formula sees, with what takes its problems
 * @param isCondition - it has to be true or false
 */
export function formulaProblems(
  text: string,
  makeScope: (report: Scope['report']) => Scope,
  isCondition: boolean,
): readonly FormulaProblem[] {
  // Character by character, so that places in the one are places in the other.
  const line = text.replace(/[\r\n\t]/g, ' ')
  const start = line.length - line.trimStart().length
  const parsed = parseFormula(line, [])
  if ('problem' in parsed) return [unread(parsed.problem, line, start)]
  const { syntax } = parsed
  const problems: Problem[] = []
  const scope = makeScope((found) => problems.push(found))
  const checked = checkSyntax(syntax, scope)
  if (isCondition && checked && checked.type.kind !== 'boolean') {
    const words = 'a condition is true or false; compare something'
    const info = { part: printSyntax(syntax), words }
    problems.push({ ...problem('TYPE_MISMATCH', [], info), part: syntax })
  }
  const places = locateSyntax(line, syntax)
  const found = problems.map((each) => located(each, syntax, places, line))
  return [
    ...new Map(found.map((each) => [JSON.stringify(each), each])).values(),
  ].sort((a, b) => a.from - b.from)
}

/** What could not be parsed; mathjs names the character, where it names any. */
function unread(
  { code, message, with: values, span }: Problem,
  line: string,
  start: number,
): FormulaProblem {
  const said = { code, message, with: values }
  const whole = { from: start, to: line.trimEnd().length }
  if (!span) return { ...said, ...quoted(message, line, whole) }
  const at = start + span.from
  const pieces = piecesOf(line)
  const piece =
    pieces.find(({ from, to }) => from <= at && at < to) ?? pieces.at(-1)
  const isAfterAll = at >= whole.to
  if (isAfterAll && piece) {
    return { ...said, from: piece.from, to: piece.to }
  }
  const to = Math.max(start + span.to, piece?.to ?? 0)
  return { ...said, from: at, to: Math.min(to, line.length) }
}

/** The part that the message quotes first, where it stands in the formula as it is. */
function quoted(message: string, line: string, whole: Span): Span {
  const part = /^"(.+?)"/.exec(message)?.[1] ?? ''
  const from = part === '' ? -1 : line.indexOf(part)
  return from === -1 ? whole : { from, to: from + part.length }
}

function located(
  { code, message, with: values, part, typo }: Problem,
  syntax: Syntax,
  places: ReadonlyMap<Syntax, Span>,
  line: string,
): FormulaProblem {
  const said = { code, message, with: values }
  const meant = part ?? syntax
  const written = typo && nameIn(meant, typo.written)
  const span = places.get(written ?? meant) ?? { from: 0, to: line.length }
  const isOfFunction =
    meant.kind === 'call' &&
    (code === 'WRONG_ARGUMENTS' || code === 'UNKNOWN_FUNCTION')
  if (!isOfFunction) return { ...said, ...span }
  // A call may stand in brackets; its name is what the message is about.
  const from = line.indexOf(meant.name, span.from)
  return { ...said, from, to: from + meant.name.length }
}

/** The name inside a part that a message calls unknown; of dotted names a step may be. */
function nameIn(part: Syntax, written: string): Syntax | undefined {
  if (part.kind === 'name') {
    const isMeant =
      part.steps.join('.') === written || part.steps.includes(written)
    return isMeant ? part : undefined
  }
  for (const inner of syntaxParts(part)) {
    const found = nameIn(inner, written)
    if (found) return found
  }
  return undefined
}
