/** The register of bodies that a methodology names, from the database or the rules folder. */
import {
  checkRegisterUse,
  registerFromText,
  type Methodology,
  type ReadRegister,
  type Register,
} from '../../../engine/index.js'
import { fileProblem } from '../../data/file-problem.js'
import { readRegisterOf } from '../../registers/read-register-file.js'
import {
  dataError,
  errorAt,
  HttpProblem,
  type ErrorAt,
} from '../problems/http-problem.js'
import type { StoredRegisterText } from './stored-rules.js'

/**
 * @param stored - of the database; null: the rules folder has them
 * @returns null where the methodology names no register
 * @throws HttpProblem REGISTER_UNKNOWN, or REGISTER_FAULTY with every mistake of it
 */
export async function usableRegister(
  methodology: Methodology,
  rules: string,
  stored: readonly StoredRegisterText[] | null,
): Promise<Register | null> {
  const { register: use, id: methodologyId, version } = methodology
  if (use && stored && !stored.some(({ id }) => id === use.id)) {
    const detail = `There is no register "${use.id}", which ${methodologyId}@${version} is scored with. Load it first.`
    throw new HttpProblem('REGISTER_UNKNOWN', detail)
  }
  const read = await readUsedRegister(methodology, rules, stored)
  if (!read) return null
  const lacking = checkRegisterUse(methodology, read).filter(
    ({ code }) => code === 'UNKNOWN_NAME',
  )
  if (read.register && lacking.length === 0) return read.register
  const { id = '' } = methodology.register ?? {}
  const name = `registers/${id}.csv`
  const errors: readonly ErrorAt[] = read.register
    ? lacking.map(({ code, message }) => errorAt(code, message))
    : read.problems.map((problem) => ({
        ...dataError(problem),
        at: name,
        // Without the path of this machine.
        message: problem.message.replaceAll(problem.file, name),
      }))
  const detail = `The register "${id}" cannot be used: ${errors[0]?.message ?? ''}`
  throw new HttpProblem('REGISTER_FAULTY', detail, errors)
}

/** With the mistakes of it. @param stored - as above */
export async function readUsedRegister(
  methodology: Methodology,
  rules: string,
  stored: readonly StoredRegisterText[] | null,
): Promise<ReadRegister | null> {
  const { register } = methodology
  if (!register) return null
  if (!stored) return readRegisterOf(methodology, rules)
  const name = `registers/${register.id}.csv`
  const found = stored.find(({ id }) => id === register.id)
  if (found) return registerFromText(found.text, name)
  const message = `There is no register "${register.id}". Load it first.`
  const problem = fileProblem('DATA_FILE_UNREADABLE', name, message)
  return { register: null, problems: [problem] }
}
