/**
 * The bodies that are assessed, as a run sees them: with the attributes of the
 * register, and with the figures of those that are joined to them.
 */
import { outsideFault } from '../data/check-cell.js'
import type { DatasetRow } from '../data/dataset.js'
import type { DataProblem } from '../data/problem.js'
import { citationText } from '../methodology/citation.js'
import type {
  InputNode,
  Level,
  Methodology,
} from '../methodology/methodology.js'
import { add } from '../number/numeric.js'
import { numberValue, type Value } from '../value.js'
import { of } from './check-bodies.js'
import { registeredName, type RegisterRow } from './register.js'
import { worse } from './worse.js'
import type {
  Attributes,
  RegisterStanding,
  YearRegister,
} from './year-register.js'

/** A body that ended in the year and is assessed within another. */
export interface JoinedBody {
  readonly id: string
  readonly name: string | null
  /** Its last day. */
  readonly ended: string
  readonly citation: string
}

export interface JoinedDataset {
  /** In the order of their ids. */
  readonly bodies: readonly DatasetRow[]
  /** Successor -> the bodies that are joined to it, whether or not they have data. */
  readonly joined: ReadonlyMap<string, readonly JoinedBody[]>
  /** Bounds that a joined figure breaks, and figures that are not used. */
  readonly errors: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
}

export function joinBodies(
  methodology: Methodology,
  ofYear: YearRegister,
  given: readonly DatasetRow[],
): JoinedDataset {
  const errors: DataProblem[] = []
  const warnings: DataProblem[] = []
  const data = new Map(given.map((body) => [body.id ?? '', body]))
  const joined = joinedBodies(ofYear)
  const bodies = given.flatMap((body) => {
    const standing = ofYear.standings.get(body.id ?? '')
    if (standing?.kind !== 'counts') return []
    const parts = (joined.get(body.id ?? '') ?? []).flatMap(
      ({ id }) => data.get(id) ?? [],
    )
    const own = withAttributes(body, standing.row, standing.attributes)
    if (parts.length === 0) return [own]
    const made = join(methodology, own, parts)
    errors.push(...made.errors)
    warnings.push(...made.warnings)
    return [made.body]
  })
  return { bodies, joined, errors, warnings }
}

function joinedBodies({
  standings,
}: YearRegister): ReadonlyMap<string, readonly JoinedBody[]> {
  const joined = new Map<string, JoinedBody[]>()
  for (const [id, standing] of [...standings].sort(byId)) {
    if (standing.kind !== 'joined') continue
    const { row, rule, successor } = standing
    const body = {
      id,
      name: registeredName(row),
      ended: row.validTo ?? '',
      citation: citationText(rule.reading.cite),
    }
    joined.set(successor, [...(joined.get(successor) ?? []), body])
  }
  return joined
}

function byId(
  [a]: readonly [string, RegisterStanding],
  [b]: readonly [string, RegisterStanding],
): number {
  return a < b ? -1 : 1
}

/** The data win where they repeat an attribute: they have been compared. */
function withAttributes(
  body: DatasetRow,
  row: RegisterRow,
  attributes: Attributes,
): DatasetRow {
  return {
    ...body,
    name: body.name ?? registeredName(row),
    cells: new Map([...attributes, ...body.cells]),
    registered: {
      place: row.place,
      columns: new Set(
        [...attributes.keys()].filter((column) => !body.cells.has(column)),
      ),
    },
  }
}

function join(
  methodology: Methodology,
  own: DatasetRow,
  parts: readonly DatasetRow[],
): {
  readonly body: DatasetRow
  readonly errors: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
} {
  const errors: DataProblem[] = []
  const warnings: DataProblem[] = []
  const cells = new Map(own.cells)
  const joined = new Map<string, readonly JoinedPart[]>()
  const inputs = methodology.nodes.filter(
    (node): node is InputNode => node.kind === 'input',
  )
  for (const input of inputs) {
    if (input.level !== methodology.bodies || input.fromRegister) continue
    const { column, joining } = input
    if (joining.how === 'given') {
      warnings.push(...notUsed(own, parts, column))
      continue
    }
    const all = [own, ...parts].map((body) => ({
      body: body.id ?? '',
      value: body.cells.get(column) ?? input.ifEmpty,
    }))
    joined.set(column, all)
    const value = joinedValue(input, all)
    if (!value) {
      cells.delete(column)
      continue
    }
    cells.set(column, value)
    const fault = outsideFault(value, input)
    if (fault) {
      const ids = parts.map(({ id }) => `"${id ?? ''}"`).join(', ')
      const words = `together with ${ids}: ${fault.message}`
      errors.push(of(fault.code, own, column, words))
    }
  }
  const tables = joinTables(methodology, own, parts, warnings)
  return { body: { ...own, cells, tables, joined }, errors, warnings }
}

/** What one of the bodies brings to a joined figure; null where it has none. */
export interface JoinedPart {
  readonly body: string
  readonly value: Value | null
}

function joinedValue(
  input: InputNode,
  parts: readonly JoinedPart[],
): Value | null {
  let found: Value | null = null
  for (const { value } of parts) {
    if (!value) return null
    found = found === null ? value : combined(input, found, value)
    if (found === null) return null
  }
  return found
}

function combined(input: InputNode, a: Value, b: Value): Value | null {
  if (input.joining.how === 'worst') return worse(input, a, b)
  if (a.kind !== 'number' || b.kind !== 'number') return null
  const total = add(a.number, b.number)
  return typeof total === 'string' ? null : numberValue(total)
}

function notUsed(
  own: DatasetRow,
  parts: readonly DatasetRow[],
  column: string,
): readonly DataProblem[] {
  return parts
    .filter(({ cells }) => cells.has(column))
    .map((part) => {
      const words = `is not used: the body is joined to "${own.id ?? ''}", whose own figure counts for both (when_joined: given).`
      return of('CELL_NOT_USED', part, column, words)
    })
}

function joinTables(
  methodology: Methodology,
  own: DatasetRow,
  parts: readonly DatasetRow[],
  warnings: DataProblem[],
): DatasetRow['tables'] {
  const tables = new Map(own.tables)
  for (const [name, level] of methodology.bodies.tables) {
    for (const part of parts) {
      const rows = part.tables.get(name) ?? []
      if (rows.length === 0) continue
      if (!isAppended(methodology, level)) {
        const words = `its rows are not used: the body is joined to "${own.id ?? ''}", whose own rows count for both (when_joined: given).`
        warnings.push(of('CELL_NOT_USED', part, name, words))
        continue
      }
      const moved = rows.map((row) => movedRow(row, part.id ?? ''))
      tables.set(name, [...(tables.get(name) ?? []), ...moved])
    }
  }
  return tables
}

/** A table is put together whole: the columns of it and below it say so. */
export function isAppended({ nodes }: Methodology, table: Level): boolean {
  return nodes.some(
    (node) =>
      node.kind === 'input' &&
      (node.level === table || node.level.name.startsWith(`${table.name}.`)) &&
      node.joining.how === 'append',
  )
}

/** As `goals[old-ministry.g1]`: the ids of two bodies may be the same. */
function movedRow(row: DatasetRow, from: string): DatasetRow {
  return {
    ...row,
    label: row.label === null ? null : row.label.replace('[', `[${from}.`),
    joinedFrom: from,
    tables: new Map(
      [...row.tables].map(([name, rows]) => [
        name,
        rows.map((below) => movedRow(below, from)),
      ]),
    ),
  }
}
