/** The register that a methodology is scored with. */
import {
  checkRegisterUse,
  type Methodology,
  type Register,
} from '../../engine/index.js'
import { dataProblemLine, problemLine } from '../output/problem-line.js'
import { Refusal } from '../refusal.js'
import { readRegisterOf } from './read-register-file.js'

/**
 * @param file - what `--register` said
 * @returns null where the methodology names no register
 * @throws Refusal with every mistake of the register
 */
export async function getRegister(
  methodology: Methodology,
  rulesFolder: string,
  file: string | undefined,
): Promise<Register | null> {
  const { id, version } = methodology
  const read = await readRegisterOf(methodology, rulesFolder, file)
  if (!read && file !== undefined) {
    throw new Refusal([
      `${id}@${version} names no register of bodies, so ${file} would not be used. Take --register out.`,
    ])
  }
  if (!read) return null
  if (!read.register) throw new Refusal(read.problems.map(dataProblemLine))
  const lacking = checkRegisterUse(methodology, read).filter(
    ({ code }) => code === 'UNKNOWN_NAME',
  )
  if (lacking.length > 0) throw new Refusal(lacking.map(problemLine))
  return read.register
}
