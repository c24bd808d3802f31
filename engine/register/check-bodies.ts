/** The bodies of the data against the register: who is not to be there, and attributes that differ. */
import { valueText } from '../data/check-cell.js'
import type { DataCode } from '../data/codes.js'
import type { DatasetRow } from '../data/dataset.js'
import type { DataProblem } from '../data/problem.js'
import { citationText } from '../methodology/citation.js'
import type { InputNode, Methodology } from '../methodology/methodology.js'
import { closest } from '../source/closest.js'
import { periodText, type RegisterRow } from './register.js'
import {
  registerInputs,
  type RegisterStanding,
  type YearRegister,
} from './year-register.js'

/** Errors of the data of the year that is scored. */
export function checkBodies(
  methodology: Methodology,
  ofYear: YearRegister,
  bodies: readonly DatasetRow[],
): readonly DataProblem[] {
  const inputs = registerInputs(methodology)
  return bodies.flatMap((body) => {
    if (body.id === null) return []
    const standing = ofYear.standings.get(body.id)
    if (!standing) return [unknown(body, ofYear)]
    if (standing.kind === 'not-in-force') {
      return [notInForce(body, standing.rows, ofYear)]
    }
    if (standing.kind === 'not-assessed') {
      const where = methodology.register?.whereText ?? ''
      const words = `${ofYear.register.id} has "${body.id}", and the methodology does not assess it (${where}). Take it out of the data.`
      return [of('BODY_NOT_ASSESSED', body, null, words)]
    }
    return inputs.flatMap((input) => compared(body, input, standing, ofYear))
  })
}

function unknown(body: DatasetRow, { register }: YearRegister): DataProblem {
  const near = closest(body.id ?? '', register.bodies.keys())
  const asked = near === undefined ? '' : ` Did you mean "${near}"?`
  const words = `the register ${register.id} has no body "${body.id ?? ''}"; mend the id, or add the body to the register.${asked}`
  return of('BODY_UNKNOWN', body, 'id', words)
}

function notInForce(
  body: DatasetRow,
  rows: readonly RegisterRow[],
  { register, year }: YearRegister,
): DataProblem {
  const periods = rows.map(periodText).join('; ')
  const successor = rows.at(-1)?.successor ?? null
  const after = successor === null ? '' : `, followed by "${successor}"`
  const words = `the register ${register.id} has "${body.id ?? ''}" ${periods}${after}, so that it is not assessed in ${year}. Take it out of the data, or mend the register.`
  return of('BODY_NOT_IN_FORCE', body, 'id', words)
}

/** The data may repeat an attribute; a required one must stand in one of the two. */
function compared(
  body: DatasetRow,
  input: InputNode,
  standing: Extract<RegisterStanding, { readonly row: RegisterRow }>,
  { register }: YearRegister,
): readonly DataProblem[] {
  const { column } = input
  const given = body.cells.get(column)
  const { row } = standing
  const known =
    'attributes' in standing ? standing.attributes.get(column) : undefined
  if (!known) {
    const isFaulty = row.cells.has(column)
    if (given || isFaulty || input.mayBeMissing) return []
    if (standing.kind !== 'counts') return []
    const words = `neither the data nor the register ${register.id}${lineOf(row)} have a value; fill in the register.`
    return [of('CELL_REQUIRED', body, column, words)]
  }
  if (given && input.isRestricted) {
    // Whether it is the same is not said, so that nobody finds it by trying.
    const words = `the register ${register.id} gives it, and it is restricted; leave the cell empty.`
    return [of('CELL_DIFFERS_FROM_REGISTER', body, column, words)]
  }
  if (!given || valueText(given) === valueText(known)) return []
  const words = `received ${valueText(given)}, and the register ${register.id}${lineOf(row)} has ${valueText(known)}; mend one of them, or leave the cell empty.`
  return [of('CELL_DIFFERS_FROM_REGISTER', body, column, words)]
}

function lineOf({ place }: RegisterRow): string {
  return place.line === null ? '' : ` (line ${place.line})`
}

/** What the data of reorganised bodies hold in vain. */
export function unusedBodies(
  ofYear: YearRegister,
  bodies: readonly DatasetRow[],
): readonly DataProblem[] {
  const there = new Set(bodies.map(({ id }) => id))
  return bodies.flatMap((body) => {
    const standing = ofYear.standings.get(body.id ?? '')
    const isGiven = body.cells.size > 0 || body.tables.size > 0
    if (!isGiven || !standing) return []
    if (standing.kind === 'ended') {
      const { row, rule } = standing
      const words = `its figures are not used: the body ended on ${row.validTo ?? ''} and is not scored (${citationText(rule.reading.cite)}).`
      return [of('CELL_NOT_USED', body, null, words)]
    }
    if (standing.kind !== 'joined') return []
    const after = ofYear.standings.get(standing.successor)
    if (after?.kind === 'ended') {
      const words = `its figures are not used: it is joined to "${standing.successor}", which ended on ${after.row.validTo ?? ''} and is not scored (${citationText(after.rule.reading.cite)}).`
      return [of('CELL_NOT_USED', body, null, words)]
    }
    // A successor that the register does not name is reported there.
    if (standing.successor === '' || there.has(standing.successor)) return []
    const words = `its figures are not used: it is joined to "${standing.successor}", which has no data.`
    return [of('CELL_NOT_USED', body, null, words)]
  })
}

/** Data of an earlier year of bodies that did not exist then. */
export function of(
  code: DataCode,
  body: DatasetRow,
  column: string | null,
  message: string,
): DataProblem {
  const { file, line } = body.place
  return { code, file, line, body: body.id, row: null, column, message }
}
