/** What loading a register would do: its mistakes, or what it changes; nothing is kept. */
import {
  registerFromText,
  type ReadRegister,
  type Register,
  type Sight,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { findRegister } from '../repository/registers.js'
import { getText } from '../repository/texts.js'
import { dataRefused } from '../runs/stored-data.js'
import {
  registerDifferences,
  type RegisterDifference,
} from './register-differences.js'
import { withheldRegisters } from './register-sight.js'

export interface CheckedRegister {
  readonly sha256: string
  readonly bodies: number
  /** False where this state is there already. */
  readonly isNew: boolean
  /** The state loaded last, which this one is compared with; null where there is none. */
  readonly before: string | null
  /** null where they are withheld. */
  readonly differences: readonly RegisterDifference[] | null
}

/** @throws ServiceRefusal `DATA_REFUSED` with every mistake, `TEXT_DAMAGED` */
export async function checkLoading(
  database: Database,
  { register, problems }: ReadRegister,
  sight: Sight,
): Promise<CheckedRegister> {
  if (!register) throw dataRefused(problems)
  const { id, sha256, bodies } = register
  const last = await findRegister(database, id)
  const isWithheld = (await withheldRegisters(database, sight)).has(id)
  return {
    sha256,
    bodies: bodies.size,
    isNew: (await findRegister(database, id, sha256)) === null,
    before: last?.sha256 ?? null,
    differences: isWithheld
      ? null
      : registerDifferences(
          last ? await storedState(database, last.sha256) : null,
          register,
        ),
  }
}

async function storedState(
  database: Database,
  sha256: string,
): Promise<Register> {
  const { text } = await getText(database, sha256)
  const { register, problems } = await registerFromText(text, sha256)
  if (!register) throw dataRefused(problems)
  return register
}
