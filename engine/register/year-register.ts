/**
 * What a register says of one reporting year: which bodies are assessed, with
 * which attributes, and what becomes of those that ended in the year.
 */
import { checkCell } from '../data/check-cell.js'
import type { DatasetRow } from '../data/dataset.js'
import type { DataProblem } from '../data/problem.js'
import { evaluateExpression } from '../evaluation/evaluate-expression.js'
import { buildRows, fillInputs, rowsByLevel } from '../evaluation/rows.js'
import {
  NO_SURROUNDINGS,
  type Surroundings,
} from '../evaluation/surroundings.js'
import type { InputNode, Methodology } from '../methodology/methodology.js'
import type {
  RegisterUse,
  Reorganisation,
} from '../methodology/register-use.js'
import type { Value } from '../value.js'
import { registerProblem } from './read-register.js'
import {
  firstDay,
  isInForce,
  lastDay,
  registeredName,
  rowOnDay,
  yearText,
  type Register,
  type RegisterRow,
} from './register.js'

export interface YearRegister {
  readonly register: Register
  readonly year: number
  /** Every body that the register knows. */
  readonly standings: ReadonlyMap<string, RegisterStanding>
  /** Mistakes in what the year needs of the register. */
  readonly problems: readonly DataProblem[]
}

export type RegisterStanding =
  | {
      /** Assessed. */
      readonly kind: 'counts'
      readonly row: RegisterRow
      readonly attributes: Attributes
    }
  | {
      readonly kind: 'joined'
      readonly row: RegisterRow
      readonly attributes: Attributes
      /** Who assesses it in the end: the last of the successors. */
      readonly successor: string
      readonly rule: Reorganisation
    }
  | {
      readonly kind: 'ended'
      readonly row: RegisterRow
      readonly attributes: Attributes
      readonly rule: Reorganisation
    }
  | { readonly kind: 'not-in-force'; readonly rows: readonly RegisterRow[] }
  /** `where` does not hold, or it is undecided, which is reported. */
  | { readonly kind: 'not-assessed'; readonly row: RegisterRow }

/** Column -> value; empty cells absent. */
export type Attributes = ReadonlyMap<string, Value>

/** The inputs that a register fills. */
export function registerInputs(methodology: Methodology): readonly InputNode[] {
  return methodology.nodes.filter(
    (node): node is InputNode => node.kind === 'input' && node.fromRegister,
  )
}

/** Where the methodology names a register and the run has it. */
export function registerOfRun(
  methodology: Methodology,
  year: number,
  { register }: Pick<Surroundings, 'register'>,
): YearRegister | null {
  const use = methodology.register
  return use && register && yearRegister(methodology, use, register, year)
}

interface Candidate {
  readonly row: RegisterRow
  readonly rule: Reorganisation | null
  readonly attributes: Attributes
  readonly problems: readonly DataProblem[]
}

export function yearRegister(
  methodology: Methodology,
  use: RegisterUse,
  register: Register,
  year: number,
): YearRegister {
  const inputs = registerInputs(methodology)
  const candidates: Candidate[] = []
  const standings = new Map<string, RegisterStanding>()
  for (const [id, rows] of register.bodies) {
    const found = findRow(rows, use, year)
    if (!found) standings.set(id, { kind: 'not-in-force', rows })
    else candidates.push({ ...found, ...readAttributes(found.row, inputs) })
  }
  const problems: DataProblem[] = []
  const belongs = whereHolds(methodology, use, candidates, year)
  for (const candidate of candidates) {
    const { row, rule, attributes } = candidate
    const belonging = belongs(candidate)
    if (belonging === null) problems.push(...undecided(candidate, use))
    if (belonging !== true) {
      standings.set(row.id, { kind: 'not-assessed', row })
      continue
    }
    problems.push(...candidate.problems)
    if (rule?.then === 'joined-to-successor' && row.successor === null) {
      const words = `"${row.id}" ended on ${row.validTo ?? ''} and is joined to its successor (bodies that ended from ${rule.from} to ${rule.to}), and the cell is empty; name the successor.`
      problems.push(at('REGISTER_SUCCESSOR', row, 'successor', words))
    }
    standings.set(row.id, standing(row, rule, attributes))
  }
  return { register, year, standings: followed(standings), problems }
}

/** The row that stands for the body in the year, with the rule that takes it away. */
function findRow(
  rows: readonly RegisterRow[],
  use: RegisterUse,
  year: number,
): { readonly row: RegisterRow; readonly rule: Reorganisation | null } | null {
  const [first, last] = [firstDay(year), lastDay(year)]
  const ofYear = rows.filter((row) => isInForce(row, first, last))
  const final = ofYear.at(-1)
  if (!final) return null
  // A body with a later row, or with one that begins on the next day, goes on.
  const end = final.validTo
  const ended =
    end !== null &&
    end <= last &&
    !rows.some((row) => row.validFrom === dayAfter(end))
  const day = ended ? end.slice(5) : null
  const rule =
    day === null
      ? undefined
      : use.reorganised.find(({ from, to }) => from <= day && day <= to)
  if (rule) return { row: final, rule }
  const row =
    use.inForce.kind === 'during-year'
      ? final
      : rowOnDay(rows, `${yearText(year)}-${use.inForce.day}`)
  return row ? { row, rule: null } : null
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

function readAttributes(
  row: RegisterRow,
  inputs: readonly InputNode[],
): Pick<Candidate, 'attributes' | 'problems'> {
  const attributes = new Map<string, Value>()
  const problems: DataProblem[] = []
  for (const input of inputs) {
    const value = checkCell(row.cells.get(input.column) ?? null, input)
    if (value === null) continue
    if ('code' in value) {
      problems.push(at(value.code, row, input.column, value.message))
    } else attributes.set(input.column, value)
  }
  return { attributes, problems }
}

/** @returns whether a body is assessed; null where the register does not say it */
function whereHolds(
  methodology: Methodology,
  { where }: RegisterUse,
  candidates: readonly Candidate[],
  year: number,
): (candidate: Candidate) => boolean | null {
  if (!where) return () => true
  const bodies = candidates.map(({ row, attributes }) =>
    registerRow(row, attributes),
  )
  const dataset = { year, bodies, broken: new Set<string>(), sha256: '' }
  const population = buildRows(methodology, dataset, NO_SURROUNDINGS)
  fillInputs(methodology, rowsByLevel([population]))
  const rows = new Map(
    (population.tables.get('bodies') ?? []).map((row) => [row.given?.id, row]),
  )
  return (candidate) => {
    const row = rows.get(candidate.row.id)
    const value = row && evaluateExpression(where, { row, node: 'register' })
    return value?.kind === 'boolean' ? value.boolean : null
  }
}

/** A body as the register alone knows it. */
export function registerRow(
  row: RegisterRow,
  attributes: Attributes,
): DatasetRow {
  return {
    id: row.id,
    name: registeredName(row),
    label: null,
    cells: attributes,
    imputed: new Map(),
    tables: new Map(),
    place: row.place,
  }
}

function undecided(
  { row, problems }: Candidate,
  { whereText }: RegisterUse,
): readonly DataProblem[] {
  // A cell with a mistake says why.
  if (problems.length > 0) return problems
  const words = `whether "${row.id}" is assessed (${whereText ?? ''}) cannot be told from its attributes; fill in the empty cells.`
  return [at('REGISTER_UNDECIDED', row, null, words)]
}

function standing(
  row: RegisterRow,
  rule: Reorganisation | null,
  attributes: Attributes,
): RegisterStanding {
  if (!rule) return { kind: 'counts', row, attributes }
  return rule.then === 'not-scored'
    ? { kind: 'ended', row, attributes, rule }
    : {
        kind: 'joined',
        row,
        attributes,
        rule,
        successor: row.successor ?? '',
      }
}

/** A successor that was joined itself hands on to its own. */
function followed(
  standings: ReadonlyMap<string, RegisterStanding>,
): ReadonlyMap<string, RegisterStanding> {
  return new Map<string, RegisterStanding>(
    [...standings].map(([id, standing]) => {
      if (standing.kind !== 'joined') return [id, standing] as const
      const seen = new Set([id])
      let { successor } = standing
      let next = standings.get(successor)
      while (next?.kind === 'joined' && !seen.has(successor)) {
        seen.add(successor)
        successor = next.successor
        next = standings.get(successor)
      }
      return [id, { ...standing, successor }] as const
    }),
  )
}

function at(
  code: DataProblem['code'],
  { id, place }: RegisterRow,
  column: string | null,
  message: string,
): DataProblem {
  return registerProblem(code, place.file, place.line, id, message, column)
}
