/** A register that somebody sends is checked whole and kept, each state under its hash. */
import type { ReadRegister } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { keepRegister } from '../methodology-store/import-registers.js'
import type { Acting } from '../repository/acting.js'
import {
  findRegister,
  listRegisters,
  type StoredRegister,
} from '../repository/registers.js'
import { getText } from '../repository/texts.js'
import { dataRefused } from '../runs/stored-data.js'
import { ServiceRefusal } from '../service-refusal.js'

export interface LoadedRegister {
  readonly register: StoredRegister
  /** False where this state was there already; it keeps its name. */
  readonly isNew: boolean
}

/** @throws ServiceRefusal `DATA_REFUSED` with every mistake */
export async function loadRegister(
  database: Database,
  { register, problems }: ReadRegister,
  name: string,
  acting: Acting,
): Promise<LoadedRegister> {
  if (!register) throw dataRefused(problems)
  const isNew = await keepRegister(database, register, name, acting)
  const { id, sha256 } = register
  return { register: await getState(database, id, sha256), isNew }
}

/** The states of a register, the one loaded last first. @throws ServiceRefusal `REGISTER_UNKNOWN` */
export async function listStates(
  database: Database,
  id: string,
): Promise<readonly StoredRegister[]> {
  const states = await listRegisters(database, id)
  if (states.length > 0) return states
  throw new ServiceRefusal('REGISTER_UNKNOWN', [
    `There is no register "${id}".`,
  ])
}

/** In canonical form. @throws ServiceRefusal `REGISTER_UNKNOWN`, `TEXT_DAMAGED` */
export async function getStateText(
  database: Database,
  id: string,
  sha256: string,
): Promise<string> {
  const state = await getState(database, id, sha256)
  return (await getText(database, state.sha256)).text
}

async function getState(
  database: Database,
  id: string,
  sha256: string,
): Promise<StoredRegister> {
  const state = await findRegister(database, id, sha256)
  if (state) return state
  throw new ServiceRefusal('REGISTER_UNKNOWN', [
    `There is no register "${id}" with sha256 ${sha256}.`,
  ])
}
