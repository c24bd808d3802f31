/** The register that a methodology is scored with, from the database. */
import {
  checkRegisterUse,
  registerFromText,
  type Methodology,
  type Register,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { dataProblemLine, problemLine } from '../output/problem-line.js'
import { findRegister } from '../repository/registers.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'

/**
 * @param sha256 - of the state that is meant; default the one loaded last
 * @returns null where the methodology names no register
 * @throws ServiceRefusal `REGISTER_UNKNOWN`, `REGISTER_NOT_USED`,
 *   `REGISTER_FAULTY`, `TEXT_DAMAGED`
 */
export async function getStoredRegister(
  database: Database,
  methodology: Methodology,
  sha256?: string,
): Promise<Register | null> {
  const { register: use, id, version } = methodology
  if (!use) {
    if (sha256 === undefined) return null
    throw new ServiceRefusal('REGISTER_NOT_USED', [
      `${id}@${version} names no register of bodies, so the one that was given would not be used. Take it out.`,
    ])
  }
  const stored = await findRegister(database, use.id, sha256)
  if (!stored) {
    const state = sha256 === undefined ? '' : ` with sha256 ${sha256}`
    throw new ServiceRefusal('REGISTER_UNKNOWN', [
      `There is no register "${use.id}"${state}, which ${id}@${version} is scored with. Load it first.`,
    ])
  }
  const { text } = await getText(database, stored.sha256)
  const read = await registerFromText(text, `register ${use.id}`)
  if (!read.register) {
    const lines = read.problems.map(dataProblemLine)
    throw new ServiceRefusal('REGISTER_FAULTY', lines, read.problems)
  }
  const lacking = checkRegisterUse(methodology, read).filter(
    ({ code }) => code === 'UNKNOWN_NAME',
  )
  if (lacking.length === 0) return read.register
  throw new ServiceRefusal('REGISTER_FAULTY', lacking.map(problemLine))
}
