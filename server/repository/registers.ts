/** Registers of bodies: every state that was loaded, by its hash. */
import type { Selectable } from 'kysely'

import type { Database, Instant, RegisterTable } from '../database/tables.js'

export interface StoredRegister {
  /** As methodologies name it. */
  readonly id: string
  /** Of its canonical text. */
  readonly sha256: string
  readonly name: string
  readonly loadedAt: Instant
  readonly loadedBy: string
}

/** @returns false where this state was loaded before */
export async function insertRegister(
  database: Database,
  register: StoredRegister,
): Promise<boolean> {
  const result = await database
    .insertInto('registers')
    .values({
      id: register.id,
      sha256: register.sha256,
      name: register.name,
      loaded_at: register.loadedAt,
      loaded_by: register.loadedBy,
    })
    .onConflict((conflict) => conflict.columns(['id', 'sha256']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** @param sha256 - of the state that is meant; default the one loaded last */
export async function findRegister(
  database: Database,
  id: string,
  sha256?: string,
): Promise<StoredRegister | null> {
  const row = await database
    .selectFrom('registers')
    .selectAll()
    .where('id', '=', id)
    .$if(sha256 !== undefined, (query) =>
      query.where('sha256', '=', sha256 ?? ''),
    )
    .orderBy('loaded_at', 'desc')
    .orderBy('sha256')
    .executeTakeFirst()
  return row ? registerOf(row) : null
}

/**
 * By id, the state loaded last first.
 *
 * @param id - of the register whose states are meant; default all registers
 */
export async function listRegisters(
  database: Database,
  id?: string,
): Promise<readonly StoredRegister[]> {
  const rows = await database
    .selectFrom('registers')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .orderBy('loaded_at', 'desc')
    .orderBy('sha256')
    .execute()
  return rows.map(registerOf)
}

function registerOf(row: Selectable<RegisterTable>): StoredRegister {
  return {
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    loadedAt: row.loaded_at,
    loadedBy: row.loaded_by,
  }
}
