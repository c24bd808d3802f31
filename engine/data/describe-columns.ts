/** The tables of a methodology's data, and what each of their columns may hold. */
import { citationText } from '../methodology/citation.js'
import type {
  InputNode,
  Level,
  Methodology,
  Title,
} from '../methodology/methodology.js'
import { decimalText } from '../number/text.js'
import { cellText } from './cell-text.js'

export interface DescribedTable {
  /** As ['goals', 'indicators']; empty for the bodies. */
  readonly path: readonly string[]
  readonly columns: readonly DescribedColumn[]
}

export interface DescribedColumn {
  readonly name: string
  readonly title: Title
  /** number, level, boolean, date, text. */
  readonly type: string
  readonly unit: string | null
  /** The only values that a cell may hold; empty: any of the type. */
  readonly values: readonly string[]
  readonly least: string | null
  readonly most: string | null
  readonly whole: boolean
  /** Whether a cell may be empty, or where it must not. */
  readonly empty:
    | { readonly kind: 'allowed' }
    | { readonly kind: 'refused' }
    | { readonly kind: 'refused-where'; readonly condition: string }
    | { readonly kind: 'stands-for'; readonly value: string }
    /** The register gives the value. */
    | { readonly kind: 'registered' }
  /** Withheld from whoever may not see restricted values. */
  readonly isRestricted: boolean
  readonly source: string | null
  readonly verification: string | null
  /** '' where nothing is cited. */
  readonly citation: string
}

/** Enclosing tables before those inside them, columns in the order of the file. */
export function describeColumns(
  methodology: Methodology,
): readonly DescribedTable[] {
  const inputs = methodology.nodes.filter((node) => node.kind === 'input')
  const describe = (
    level: Level,
    path: readonly string[],
  ): DescribedTable[] => [
    {
      path,
      columns: inputs
        .filter((input) => input.level === level)
        .sort((a, b) => placeOf(methodology, a) - placeOf(methodology, b))
        .map(describeColumn),
    },
    ...[...level.tables].flatMap(([name, table]) =>
      describe(table, [...path, name]),
    ),
  ]
  return describe(methodology.bodies, [])
}

/** Larger further down in the file. */
function placeOf({ source }: Methodology, { at }: InputNode): number {
  const { line, column } = source.position(at)
  return line * 1_000_000 + column
}

function describeColumn(input: InputNode): DescribedColumn {
  const { bounds, values, type } = input
  const isNumber = type.kind === 'number'
  const listed = type.kind === 'level' ? type.values : []
  return {
    name: input.column,
    title: input.title,
    type: type.kind,
    unit: input.unit,
    values: values ? values.map(cellText) : [...listed],
    least: isNumber && bounds.least ? decimalText(bounds.least) : null,
    most: isNumber && bounds.most ? decimalText(bounds.most) : null,
    whole: isNumber && bounds.whole,
    empty: emptyOf(input),
    isRestricted: input.isRestricted,
    source: input.source,
    verification: input.verification,
    citation: citationText(input.cite),
  }
}

function emptyOf(input: InputNode): DescribedColumn['empty'] {
  if (input.fromRegister) return { kind: 'registered' }
  if (input.ifEmpty) {
    return { kind: 'stands-for', value: cellText(input.ifEmpty) }
  }
  if (input.requiredWhenText !== null) {
    return { kind: 'refused-where', condition: input.requiredWhenText }
  }
  return { kind: input.mayBeMissing ? 'allowed' : 'refused' }
}
