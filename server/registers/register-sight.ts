/**
 * Registers with attributes that some version of a methodology restricts are not
 * given to those who may not see restricted values: a state is kept under its hash,
 * and a text without some of its columns would not be the one of that hash.
 */
import { restrictionOf, type Sight } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { listMethodologyVersions } from '../repository/methodology-versions.js'
import { methodologyOf } from '../runs/run-sight.js'
import { ServiceRefusal } from '../service-refusal.js'

/**
 * Ids of the registers that are withheld from one who may see so much.
 *
 * @throws ServiceRefusal `VERSION_FAULTY` where nobody knows what is restricted
 */
export async function withheldRegisters(
  database: Database,
  sight: Sight,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  if (sight === 'everything') return found
  for (const { sha256 } of await listMethodologyVersions(database)) {
    const methodology = await methodologyOf(database, sha256)
    const { inputs } = restrictionOf(methodology)
    const { register } = methodology
    if (register && inputs.some(({ fromRegister }) => fromRegister)) {
      found.add(register.id)
    }
  }
  return found
}

/**
 * Whether a state of the hash is there is not told either.
 *
 * @throws ServiceRefusal `RESTRICTED`
 */
export async function refuseWithheldRegister(
  database: Database,
  id: string,
  sight: Sight,
): Promise<void> {
  if (!(await withheldRegisters(database, sight)).has(id)) return
  throw new ServiceRefusal('RESTRICTED', [
    `The register "${id}" has attributes that a methodology restricts, and its states cannot be given without them.`,
  ])
}
