/** What a register says of the data of a year: errors, remarks, and the bodies as a run will see them. */
import type {
  InputNode,
  Level,
  Methodology,
} from '../methodology/methodology.js'
import { checkBodies, of, unusedBodies } from '../register/check-bodies.js'
import { isAppended, joinBodies } from '../register/join-bodies.js'
import { didNotExist, type Register } from '../register/register.js'
import type { YearRegister } from '../register/year-register.js'
import type { DatasetRow } from './dataset.js'
import type { DataProblem } from './problem.js'

export interface RegisterFindings {
  readonly errors: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
  /** The bodies that are assessed, with attributes and joined figures. */
  readonly bodies: readonly DatasetRow[]
}

/** @param bodies - those whose cells have no mistakes */
export function checkAgainstRegister(
  methodology: Methodology,
  ofYear: YearRegister,
  bodies: readonly DatasetRow[],
): RegisterFindings {
  const joined = joinBodies(methodology, ofYear, bodies)
  return {
    errors: [
      ...ofYear.problems,
      ...checkBodies(methodology, ofYear, bodies),
      ...joined.errors,
    ],
    warnings: [...joined.warnings, ...unusedBodies(ofYear, bodies)],
    bodies: joined.bodies,
  }
}

/** Whether an empty cell is an error: a reorganised body brings only what is used. */
export function isNeeded(
  methodology: Methodology,
  ofYear: YearRegister | null,
  body: string | null,
  input: InputNode,
): boolean {
  if (!ofYear) return true
  // Looked for in the register and the data together.
  if (input.fromRegister) return false
  const kind = ofYear.standings.get(body ?? '')?.kind
  if (kind === 'joined') {
    return input.level === methodology.bodies
      ? input.joining.how !== 'given'
      : isAppended(methodology, tableOf(input.level, methodology.bodies))
  }
  return kind === undefined || kind === 'counts'
}

/** The table of the body that a row stands in, or below. */
function tableOf(level: Level, bodies: Level): Level {
  let here = level
  while (here.parent && here.parent !== bodies) here = here.parent
  return here
}

/** Figures of a body must not go on without those of one that is joined to it. */
export function brokenParts(
  methodology: Methodology,
  { standings }: YearRegister,
  problems: readonly DataProblem[],
  bodies: readonly DatasetRow[],
): readonly DataProblem[] {
  const isJoining = methodology.nodes.some(
    (node) => node.kind === 'input' && node.joining.how !== 'given',
  )
  if (!isJoining) return []
  const broken = new Set(problems.map(({ body }) => body ?? ''))
  return [...broken].flatMap((id) => {
    const standing = standings.get(id)
    if (standing?.kind !== 'joined') return []
    const successor = bodies.find((body) => body.id === standing.successor)
    if (!successor) return []
    const words = `the data of "${id}", which is joined to it, have errors; its own figures alone would say something else.`
    return [of('JOINED_BODY_BROKEN', successor, null, words)]
  })
}

/** Data of an earlier year: attributes of that year, and bodies that did not exist then. */
export function earlierBodies(
  register: Register,
  ofYear: YearRegister,
  bodies: readonly DatasetRow[],
): {
  readonly bodies: readonly DatasetRow[]
  readonly warnings: readonly DataProblem[]
} {
  const { year, standings } = ofYear
  const warnings = bodies
    .filter(({ id }) => didNotExist(register, id ?? '', year))
    .map((body) => {
      const words = `its data are not used: the register ${register.id} has it in force on no day of ${year}.`
      return of('BODY_NOT_IN_FORCE', body, null, words)
    })
  const filled = bodies.map((body) => {
    const standing = standings.get(body.id ?? '')
    return standing && 'attributes' in standing
      ? { ...body, attributes: standing.attributes }
      : body
  })
  return { bodies: filled, warnings }
}
