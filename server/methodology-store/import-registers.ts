/** The registers of the rules folder, as far as the database does not know their state. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { DataProblem, Register } from '../../engine/index.js'
import { lockChain } from '../audit/append-entry.js'
import { shownPath } from '../catalogue/rules-folder.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database } from '../database/tables.js'
import { readRegisterFile } from '../registers/read-register-file.js'
import { logAction, type Acting } from '../repository/acting.js'
import { insertRegister } from '../repository/registers.js'
import { putText } from '../repository/texts.js'

export interface ImportedRegisters {
  /** The ids of those that were new. */
  readonly imported: readonly string[]
  /** Of registers with mistakes, which are not taken. */
  readonly problems: readonly DataProblem[]
}

export async function importRegisters(
  database: Database,
  rules: string,
  acting: Acting,
): Promise<ImportedRegisters> {
  const imported: string[] = []
  const problems: DataProblem[] = []
  for (const name of await registerFiles(join(rules, 'registers'))) {
    const file = join(rules, 'registers', name)
    const read = await readRegisterFile(shownPath(file))
    const { register } = read
    if (!register) problems.push(...read.problems)
    else if (await keepRegister(database, register, name, acting)) {
      imported.push(register.id)
    }
  }
  return { imported, problems }
}

/** @returns false where the database has this state already */
export async function keepRegister(
  database: Database,
  { id, text }: Register,
  name: string,
  acting: Acting,
): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    await lockChain(transaction)
    const hash = await putText(transaction, 'register', text, acting.at)
    const { actor, at } = acting
    const loaded = { loadedAt: at, loadedBy: actor }
    const stored = { id, sha256: hash, name, ...loaded }
    const isNew = await insertRegister(transaction, stored)
    if (isNew) {
      const entry = {
        action: 'register.loaded',
        subject: `register:${id}`,
        details: { sha256: hash, name },
      }
      await logAction(acting, entry, transaction)
    }
    return isNew
  })
}

async function registerFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /\.csv$/i.test(name)).sort()
}
