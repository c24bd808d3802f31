/** The bodies that are assessed in a year, as the register has them. */
import type { Methodology } from '../methodology/methodology.js'
import { registeredName, type Register } from './register.js'
import { yearRegister } from './year-register.js'

export interface AssessedBody {
  readonly id: string
  readonly name: string | null
}

/** In the order of ids; none where the methodology names no register. */
export function assessedBodies(
  methodology: Methodology,
  register: Register,
  year: number,
): readonly AssessedBody[] {
  if (!methodology.register) return []
  const found = yearRegister(methodology, methodology.register, register, year)
  return [...found.standings]
    .flatMap(([id, standing]) =>
      standing.kind === 'counts'
        ? [{ id, name: registeredName(standing.row) }]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
