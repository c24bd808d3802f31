/** An example as it is written into the file: what people say of it, what is given, and what is expected. */
import type {
  ExampleTree,
  ExpectedFigure,
} from '../../../../../engine/index.js'
import type { Written } from '../../text/written.js'
import type { OfferedExample } from './example-maker.js'

export const SOURCES = ['hand', 'published'] as const
export type ExampleSource = (typeof SOURCES)[number]

export interface ExampleWords {
  readonly title: string
  readonly source: ExampleSource
  /** How the figures are calculated; of the source `hand`. */
  readonly calculation: string
  /** Where the figures are published; of the source `published`. */
  readonly cite: string
  readonly note: string
}

type MadeExample = Extract<OfferedExample, { kind: 'made' }>

export function composeExample(
  body: string,
  { given }: MadeExample,
  words: ExampleWords,
  chosen: readonly ExpectedFigure[],
): Written {
  const { title, source, calculation, cite, note } = words
  const expected = expectationOf(chosen)
  return {
    ...{ title, source },
    ...(source === 'hand' ? { calculation } : { cite }),
    ...(note === '' ? {} : { note }),
    ...given,
    expect: 'bodies' in given ? { [body]: expected } : expected,
  }
}

/** What may be expected of the body; what other bodies decide too only where they are written. */
export function canBeExpected(
  { given }: MadeExample,
  { value, isOfOthers }: ExpectedFigure,
): boolean {
  return value !== null && (!isOfOthers || 'bodies' in given)
}

/** The body stands in none of the places of a ranking. */
export function hasNoPlace({ kind, value }: ExpectedFigure): boolean {
  const isTable = typeof value === 'object' && value !== null
  return (
    kind === 'places' && isTable && isLiteral(value) && value.literal === 'null'
  )
}

export function isLiteral(
  value: object,
): value is { readonly literal: string } {
  return 'literal' in value && typeof value.literal === 'string'
}

export function figureKey({ kind, name }: ExpectedFigure): string {
  return name === '' ? kind : `${kind} ${name}`
}

/** The lines of the figures that are expected, as the program calculated them. */
export function calculationOf(
  { calculations }: MadeExample,
  chosen: readonly ExpectedFigure[],
): string {
  return chosen
    .flatMap(({ kind, name }) =>
      kind === 'outputs' ? (calculations[name] ?? []) : [],
    )
    .join('; ')
}

function expectationOf(chosen: readonly ExpectedFigure[]): Written {
  const expected: Record<string, Written> = {}
  for (const { kind, name, value } of chosen) {
    if (value === null) continue
    expected[kind] =
      kind === 'outputs' || kind === 'places'
        ? { ...tableOf(expected[kind]), [name]: value }
        : value
  }
  return expected
}

function tableOf(written: Written | undefined): Record<string, ExampleTree> {
  return (written ?? {}) as Record<string, ExampleTree>
}
