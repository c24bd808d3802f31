/**
 * Holds data against the inputs of a methodology: every cell typed, every bad
 * cell reported with body, row and column. Nothing is scored from data with
 * errors, unless the caller asks to leave the broken bodies out.
 */
import { evaluateExpression } from '../evaluation/evaluate-expression.js'
import type { Row } from '../evaluation/row.js'
import { buildRows, fillInputs, rowsByLevel } from '../evaluation/rows.js'
import {
  NO_SURROUNDINGS,
  type Surroundings,
} from '../evaluation/surroundings.js'
import type { InputNode, Methodology } from '../methodology/methodology.js'
import { substitute } from '../explanation/substitute.js'
import { citationText } from '../methodology/citation.js'
import { sha256 } from '../result/canonical.js'
import { alphabetWarnings } from './alphabet-warnings.js'
import { canonicalData } from './canonical-data.js'
import { registerOfRun } from '../register/year-register.js'
import {
  brokenParts,
  checkAgainstRegister,
  earlierBodies,
  isNeeded,
} from './check-against-register.js'
import { checkOutputsOfOthers } from './check-outputs-of-others.js'
import type { Dataset } from './dataset.js'
import { DatasetReading, type DataRole } from './dataset-reading.js'
import type { ReadDataset } from './from-json.js'
import type { DataProblem } from './problem.js'
import { rowProblem } from './row-problem.js'

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

export interface CheckOptions {
  readonly year: number
  readonly leaveOutBroken: boolean
  /** `previous`: data of the year before; default the data that are scored. */
  readonly role?: DataRole
  /** What is known beside the data, for checks that look at it; default nothing. */
  readonly surroundings?: Surroundings
}

export async function checkDataset(
  read: ReadDataset,
  methodology: Methodology,
  options: CheckOptions,
): Promise<CheckedDataset> {
  const { role = 'current' } = options
  const { year, surroundings = NO_SURROUNDINGS } = options
  const { register } = surroundings
  const ofYear = registerOfRun(methodology, year, surroundings)
  const reading = new DatasetReading(methodology, role, (body, input) =>
    isNeeded(methodology, ofYear, body, input),
  )
  const bodies = read.dataset.bodies.map((body) => reading.body(body))
  reading.finish()
  const problems = [...read.problems, ...reading.problems]
  const warnings = [
    ...reading.warnings,
    ...alphabetWarnings(read.dataset.bodies),
  ]
  const sound = () => {
    const broken = new Set(problems.map((problem) => problem.body))
    return bodies
      .filter(({ id }) => id !== null && !broken.has(id))
      .sort((a, b) => order(a.id ?? '', b.id ?? ''))
  }

  if (role === 'current') {
    const known = ofYear
      ? checkAgainstRegister(methodology, ofYear, sound())
      : { errors: [], warnings: [], bodies: sound() }
    const draft = { year, bodies: known.bodies, broken: NOBODY, sha256: '' }
    const found = checkRows(methodology, draft, options.surroundings)
    problems.push(...known.errors, ...found.errors)
    if (ofYear) {
      problems.push(...brokenParts(methodology, ofYear, problems, sound()))
    }
    warnings.push(...known.warnings, ...found.warnings)
  }

  const stops = problems.some((problem) => problem.body === null)
  if (problems.length > 0 && (stops || !options.leaveOutBroken)) {
    return { dataset: null, problems: inOrder(problems), warnings, leftOut: [] }
  }
  const kept = sound()
  const leftOut = leftOutOf(problems)
  const broken = new Set(leftOut.map(({ id }) => id))
  const hash = await sha256(canonicalData(year, kept))
  const earlier =
    ofYear && register && role === 'previous'
      ? earlierBodies(register, ofYear, kept)
      : { bodies: kept, warnings: [] }
  warnings.push(...earlier.warnings)
  return {
    dataset: { year, bodies: earlier.bodies, broken, sha256: hash },
    problems: inOrder(problems),
    warnings,
    leftOut,
  }
}

const NOBODY: ReadonlySet<string> = new Set()

/** In the order of the lines of each file, files as they were read. */
function inOrder(problems: readonly DataProblem[]): readonly DataProblem[] {
  const files = [...new Set(problems.map(({ file }) => file))]
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? 0) - (b.line ?? 0),
  )
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

/** What spans the cells of a row: `required_when` and the checks of the methodology. */
export function checkRows(
  methodology: Methodology,
  dataset: Dataset,
  surroundings: Surroundings = NO_SURROUNDINGS,
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
  const looks = conditional.length + methodology.checks.length
  if (looks === 0 && surroundings.others.size === 0) {
    return { errors, warnings }
  }
  const population = buildRows(methodology, dataset, surroundings)
  const bodies = population.tables.get('bodies') ?? []
  errors.push(...checkOutputsOfOthers(methodology, bodies, surroundings))
  const rows = rowsByLevel([population])
  fillInputs(methodology, rows)
  for (const input of conditional) {
    for (const row of rows.get(input.level) ?? []) {
      if (!input.requiredWhen || row.given?.cells.has(input.column)) continue
      if (row.given?.joined?.has(input.column)) continue
      if (!isTrue(input.requiredWhen, row)) continue
      const words = `the cell is empty; it must have a value where ${input.requiredWhenText ?? ''}.`
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
      const frame = { row, node: check.name }
      const cite = citationText(check.reading.cite)
      const words = `${says} (${check.formula}, here ${substitute(check.expression, frame)}; ${cite})`
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
