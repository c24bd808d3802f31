/** A condition of the file taken apart: all, any, not, or one fact compared with a value. */
import { entryOf, textOf, type FileValue } from './file-value.js'

export const OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
] as const

export type Operator = (typeof OPERATORS)[number]

export interface Fact {
  readonly name: string
  /** Of `place` and `below`. */
  readonly ranking: string | null
  readonly yearsAgo: string | null
}

export type ConditionPart =
  | { readonly kind: 'formula'; readonly formula: string }
  | {
      readonly kind: 'all' | 'any' | 'not'
      readonly parts: readonly FileValue[]
    }
  | {
      readonly kind: 'leaf'
      readonly fact: Fact
      readonly operator: Operator
      readonly value:
        | { readonly kind: 'fact'; readonly fact: Fact }
        | { readonly kind: 'values'; readonly values: readonly string[] }
    }

export function conditionParts(value: FileValue): ConditionPart {
  for (const kind of ['all', 'any', 'not'] as const) {
    const inner = entryOf(value, kind)
    if (inner?.kind === 'list') return { kind, parts: inner.items }
    if (inner) return { kind, parts: [inner] }
  }
  const fact = factOf(value)
  const operator = OPERATORS.find(
    (each) => each === textOf(entryOf(value, 'operator')),
  )
  if (!fact || !operator) return { kind: 'formula', formula: plainText(value) }
  const compared = entryOf(value, 'value')
  const other = factOf(compared)
  return {
    ...{ kind: 'leaf', fact, operator },
    value: other
      ? { kind: 'fact', fact: other }
      : { kind: 'values', values: textsOf(compared) },
  }
}

function factOf(value: FileValue | undefined): Fact | null {
  const name = textOf(entryOf(value, 'fact'))
  if (name === null) return null
  const path = textOf(entryOf(value, 'path'))?.replace(/^\$/, '') ?? ''
  return {
    name: `${name}${path}`,
    ranking: textOf(entryOf(value, 'ranking')),
    yearsAgo: textOf(entryOf(value, 'years_ago')),
  }
}

function textsOf(value: FileValue | undefined): readonly string[] {
  if (value?.kind === 'list') return value.items.flatMap(textsOf)
  return value?.kind === 'text' ? [value.text] : []
}

/** What has none of the known forms is shown as it is written. */
function plainText(value: FileValue): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'list') return value.items.map(plainText).join(', ')
  return [...value.entries]
    .map(([key, entry]) => `${key}: ${plainText(entry)}`)
    .join(', ')
}
