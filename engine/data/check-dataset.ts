/**
 * Holds data against the inputs of a methodology: every cell typed, every bad
 * cell reported with body, row and column. Nothing is scored from data with
 * errors, unless the caller asks to leave the broken bodies out.
 */
import { evaluateExpression } from '../evaluation/evaluate-expression.js'
import { placeIn, type Row } from '../evaluation/row.js'
import { buildRows, fillInputs, rowsByLevel } from '../evaluation/rows.js'
import type {
  InputNode,
  Level,
  Methodology,
} from '../methodology/methodology.js'
import { canonicalJson, sha256 } from '../result/canonical.js'
import { closest } from '../source/closest.js'
import type { Value } from '../value.js'
import { canonicalData } from './canonical-data.js'
import { checkCell } from './check-cell.js'
import type { DataCode } from './codes.js'
import type { Dataset, DatasetRow } from './dataset.js'
import type { ReadDataset } from './from-json.js'
import { mixedAlphabetIds } from './mixed-alphabets.js'
import type { DataProblem } from './problem.js'
import type { RawRow } from './raw.js'

export interface CheckedDataset {
  /** null where there are errors and nobody asked to leave the broken bodies out. */
  readonly dataset: Dataset | null
  readonly problems: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
  /** The bodies that were left out, on request. */
  readonly leftOut: readonly {
    readonly id: string
    readonly errors: readonly DataProblem[]
  }[]
}

export async function checkDataset(
  read: ReadDataset,
  methodology: Methodology,
  options: { readonly year: number; readonly leaveOutBroken: boolean },
): Promise<CheckedDataset> {
  const reading = new DatasetReading(methodology)
  const bodies = read.dataset.bodies.map((body) => reading.body(body))
  const problems = [...read.problems, ...reading.problems]
  const warnings = [...reading.warnings, ...alphabetWarnings(read)]
  const year = options.year
  const sound = () => {
    const broken = new Set(problems.map((problem) => problem.body))
    return bodies
      .filter(({ id }) => id !== null && !broken.has(id))
      .sort((a, b) => order(a.id ?? '', b.id ?? ''))
  }

  const rowProblems = checkRows(methodology, {
    year,
    bodies: sound(),
    sha256: '',
  })
  problems.push(...rowProblems.errors)
  warnings.push(...rowProblems.warnings)

  const stops = problems.some((problem) => problem.body === null)
  if (problems.length > 0 && (stops || !options.leaveOutBroken)) {
    return { dataset: null, problems, warnings, leftOut: [] }
  }
  const kept = sound()
  const hash = await sha256(canonicalJson(canonicalData(year, kept)))
  return {
    dataset: { year, bodies: kept, sha256: hash },
    problems,
    warnings,
    leftOut: leftOutOf(problems),
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function leftOutOf(
  problems: readonly DataProblem[],
): CheckedDataset['leftOut'] {
  const byBody = new Map<string, DataProblem[]>()
  for (const problem of problems) {
    const id = problem.body ?? ''
    byBody.set(id, [...(byBody.get(id) ?? []), problem])
  }
  return [...byBody]
    .map(([id, errors]) => ({ id, errors }))
    .sort((a, b) => order(a.id, b.id))
}

/** Reads the cells of all bodies, remembering what was said once for all. */
class DatasetReading {
  readonly problems: DataProblem[] = []
  readonly warnings: DataProblem[] = []
  private readonly inputs = new Map<Level, Map<string, InputNode>>()
  private readonly unknown = new Set<string>()

  constructor(private readonly methodology: Methodology) {
    for (const node of methodology.nodes) {
      if (node.kind !== 'input') continue
      const known = this.inputs.get(node.level) ?? new Map<string, InputNode>()
      this.inputs.set(node.level, known.set(node.column, node))
    }
  }

  body(raw: RawRow): DatasetRow {
    return this.row(raw, this.methodology.bodies, raw.id, null)
  }

  private row(
    raw: RawRow,
    level: Level,
    body: string | null,
    label: string | null,
  ): DatasetRow {
    const where = { raw, body, label }
    const inputs = this.inputs.get(level) ?? new Map<string, InputNode>()
    const cells = new Map<string, Value>()
    for (const [column, cell] of raw.cells) {
      const input = inputs.get(column)
      if (!input) {
        this.unknownColumn(column, level, [...inputs.keys()], where)
        continue
      }
      const value = checkCell(cell, input)
      if (value === null) continue
      if ('code' in value) this.report(value.code, where, column, value.message)
      else cells.set(column, value)
    }
    for (const [column, input] of inputs) {
      const given = raw.cells.get(column)
      if (input.mayBeMissing || (given !== undefined && given !== null))
        continue
      this.report(
        'CELL_REQUIRED',
        where,
        column,
        'the cell is empty; give a value. The methodology does not allow it to be missing.',
      )
    }
    const tables = new Map<string, readonly DatasetRow[]>()
    for (const [name, rows] of raw.tables) {
      const below = level.tables.get(name)
      if (!below) {
        this.unknownTable(name, level, where)
        continue
      }
      tables.set(
        name,
        rows.map((child, index) => {
          const key = `${name}[${child.id ?? index + 1}]`
          const path = label === null ? key : `${label}.${key}`
          return this.row(child, below, body, path)
        }),
      )
    }
    return {
      id: raw.id,
      name: raw.name,
      label,
      cells,
      tables,
      place: raw.place,
    }
  }

  private unknownColumn(
    column: string,
    level: Level,
    known: readonly string[],
    where: Where,
  ): void {
    const key = `${level.name}:${column}`
    if (this.unknown.has(key)) return
    this.unknown.add(key)
    const near = closest(column, known)
    const asked = near === undefined ? '' : ` Did you mean "${near}"?`
    const words = `the methodology has no input "${column}"${level.name === '' ? '' : ` in "${level.name}"`}; the column is not used.${asked}`
    this.warnings.push(
      problemAt(
        'COLUMN_UNKNOWN',
        { ...where, body: null, label: null },
        column,
        words,
      ),
    )
  }

  private unknownTable(name: string, level: Level, where: Where): void {
    const key = `${level.name}:${name}[]`
    if (this.unknown.has(key)) return
    this.unknown.add(key)
    const near = closest(name, level.tables.keys())
    const asked = near === undefined ? '' : ` Did you mean "${near}"?`
    const words = `the methodology has no table "${name}"${level.name === '' ? '' : ` below "${level.name}"`}; its rows are not used.${asked}`
    this.warnings.push(
      problemAt(
        'TABLE_UNKNOWN',
        { ...where, body: null, label: null },
        name,
        words,
      ),
    )
  }

  private report(
    code: DataCode,
    where: Where,
    column: string,
    message: string,
  ): void {
    this.problems.push(problemAt(code, where, column, message))
  }
}

interface Where {
  readonly raw: { readonly place: RawRow['place'] }
  readonly body: string | null
  readonly label: string | null
}

function problemAt(
  code: DataCode,
  { raw, body, label }: Where,
  column: string | null,
  message: string,
): DataProblem {
  const { file } = raw.place
  // What concerns a whole column stands in the header.
  const line = body === null && raw.place.line !== null ? 1 : raw.place.line
  return { code, file, line, body, row: label, column, message }
}

/** What spans the cells of a row: `required_when` and the checks of the methodology. */
function checkRows(
  methodology: Methodology,
  dataset: Dataset,
): {
  readonly errors: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
} {
  const errors: DataProblem[] = []
  const warnings: DataProblem[] = []
  const conditional = methodology.nodes.filter(
    (node): node is InputNode =>
      node.kind === 'input' && node.requiredWhen !== null,
  )
  if (conditional.length === 0 && methodology.checks.length === 0) {
    return { errors, warnings }
  }
  const population = buildRows(methodology, dataset, null)
  fillInputs(methodology, population)
  const rows = rowsByLevel(population)
  for (const input of conditional) {
    for (const row of rows.get(input.level) ?? []) {
      if (!input.requiredWhen || row.given?.cells.has(input.column)) continue
      if (!isTrue(input.requiredWhen, row)) continue
      const words =
        'the cell is empty; here it must have a value (the methodology says when).'
      errors.push(rowProblem('CELL_REQUIRED', row, input.column, words))
    }
  }
  for (const check of methodology.checks) {
    for (const row of rows.get(check.level) ?? []) {
      const value = evaluateExpression(check.expression, {
        row,
        node: check.name,
      })
      if (value.kind !== 'boolean' || value.boolean) continue
      const says = check.says.en ?? check.says.ru ?? check.says.kk ?? ''
      const words = `${says} (${check.name}: ${check.formula})`
      const found = rowProblem('CHECK_FAILED', row, null, words)
      if (check.otherwise === 'error') errors.push(found)
      else warnings.push(found)
    }
  }
  return { errors, warnings }
}

function isTrue(
  expression: NonNullable<InputNode['requiredWhen']>,
  row: Row,
): boolean {
  const value = evaluateExpression(expression, { row, node: 'required_when' })
  return value.kind === 'boolean' && value.boolean
}

export function rowProblem(
  code: DataCode,
  row: Row,
  column: string | null,
  message: string,
): DataProblem {
  const place = row.given?.place ?? { file: '', line: null, path: null }
  let body: Row = row
  while (body.parent?.given) body = body.parent
  const where = {
    raw: { place },
    body: body.given?.id ?? null,
    label: placeIn(row, '').row,
  }
  return problemAt(code, where, column, message)
}

function alphabetWarnings(read: ReadDataset): readonly DataProblem[] {
  const { bodies } = read.dataset
  const ids = bodies.flatMap(({ id }) => id ?? [])
  const { mixed, lookAlikes } = mixedAlphabetIds(ids)
  const placeOf = (id: string) =>
    bodies.find((body) => body.id === id)?.place ?? {
      file: '',
      line: null,
      path: null,
    }
  const warn = (id: string, message: string) =>
    problemAt(
      'ID_MIXED_ALPHABETS',
      { raw: { place: placeOf(id) }, body: id, label: null },
      'id',
      message,
    )
  return [
    ...mixed.map((id) =>
      warn(
        id,
        `the id "${id}" mixes Cyrillic and Latin letters that look alike; write it in one alphabet, or data of other years will not find it.`,
      ),
    ),
    ...lookAlikes.map((group) =>
      warn(
        group[0] ?? '',
        `the ids ${group.map((id) => `"${id}"`).join(', ')} look the same and are different; write them in one alphabet.`,
      ),
    ),
  ]
}
