/** Looks at all code of a step. */
import type {
  Code,
  ColumnLevel,
  OperationCode,
  ReductionCode,
} from '../code/code.js'
import type { RunnableStep } from '../program/step.js'

export function rootsOf({ stored, doubt }: RunnableStep): readonly Code[] {
  return [...stored.map(({ code }) => code), ...(doubt ? [doubt] : [])]
}

export function operandsOf(code: Code): readonly Code[] {
  switch (code.kind) {
    case 'number':
    case 'setting':
    case 'cell':
      return []
    case 'operation':
      return code.operands
    case 'reduction':
      return [code.of, code.mask, code.share].filter((each) => each !== null)
  }
}

/** Every piece of code below the roots once, operands first. */
export function allCode(roots: readonly Code[]): readonly Code[] {
  const seen = new Set<Code>()
  const open: Code[] = [...roots].reverse()
  const order: Code[] = []
  const isEntered = new Set<Code>()
  for (let code = open.at(-1); code; code = open.at(-1)) {
    if (isEntered.has(code)) {
      open.pop()
      if (!seen.has(code)) {
        seen.add(code)
        order.push(code)
      }
      continue
    }
    isEntered.add(code)
    for (const operand of operandsOf(code)) {
      if (!isEntered.has(operand)) open.push(operand)
    }
  }
  return order
}

/** How often each piece of code is read, roots included. */
export function countUses(roots: readonly Code[]): ReadonlyMap<Code, number> {
  const uses = new Map<Code, number>()
  const use = (code: Code) => uses.set(code, (uses.get(code) ?? 0) + 1)
  roots.forEach(use)
  for (const code of allCode(roots)) operandsOf(code).forEach(use)
  return uses
}

/**
 * Reductions to the same rows that do not need each other have the same rank and
 * can share a loop.
 */
export function reductionRanks(
  roots: readonly Code[],
): ReadonlyMap<ReductionCode, number> {
  const ranks = new Map<ReductionCode, number>()
  for (const code of allCode(roots)) {
    if (code.kind !== 'reduction') continue
    const needed = allCode(operandsOf(code)).filter(
      (each): each is ReductionCode =>
        each.kind === 'reduction' && each.level === code.level,
    )
    const before = needed.map((each) => ranks.get(each) ?? 0)
    ranks.set(code, 1 + Math.max(0, ...before))
  }
  return ranks
}

/** Choices by the same test that do not need each other have the same rank and can share a branch. */
export function choiceRanks(
  roots: readonly Code[],
): ReadonlyMap<OperationCode, number> {
  const ranks = new Map<OperationCode, number>()
  for (const code of allCode(roots)) {
    if (!isChoice(code)) continue
    const [test] = code.operands
    const before = allCode(code.operands)
      .filter((each) => isChoice(each) && each.operands[0] === test)
      .map((each) => (isChoice(each) ? (ranks.get(each) ?? 0) : 0))
    ranks.set(code, 1 + Math.max(0, ...before))
  }
  return ranks
}

export function isChoice(code: Code): code is OperationCode {
  return (
    code.kind === 'operation' &&
    (code.operation === 'select' || code.operation === 'select-doubt')
  )
}

const SLOW: ReadonlySet<OperationCode['operation']> = new Set<
  OperationCode['operation']
>(['power', 'exponential', 'natural-logarithm', 'decimal-logarithm'])

/** True where it takes so long that it is better not done in vain. */
export function isSlow(code: Code): boolean {
  return allCode([code]).some(
    (each) =>
      each.kind === 'reduction' ||
      (each.kind === 'operation' && SLOW.has(each.operation)),
  )
}

/** True for a test that is no longer than the name of its answer. */
export function isShort({ operation }: OperationCode): boolean {
  return operation === 'is-present' || operation === 'is-not'
}

/** True for a - b and b - a. */
export function areOpposite(one: Code, other: Code): boolean {
  if (one.kind !== 'operation' || other.kind !== 'operation') return false
  if (one.operation !== 'subtract' || other.operation !== 'subtract') {
    return false
  }
  const [[a, b], [c, d]] = [one.operands, other.operands]
  return a === d && b === c
}

/** The tables from the rows of the result down to those that are gone through. */
export function pathOf({ level, over }: ReductionCode): readonly ColumnLevel[] {
  return pathBetween(level, over)
}

/** The levels below the first down to the second, the first left out. */
export function pathBetween(
  above: ColumnLevel,
  below: ColumnLevel,
): readonly ColumnLevel[] {
  const path: ColumnLevel[] = []
  for (let at: ColumnLevel | null = below; at && at !== above; at = at.parent) {
    path.unshift(at)
    if (at.kind === 'bodies') break
  }
  return path
}
