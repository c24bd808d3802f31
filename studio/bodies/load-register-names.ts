/** The names of a register, fetched; each state of one is fetched once. */
import { answerOf, type Api } from '../api/client.js'
import {
  namesOfYear,
  type RegisterNames,
  type RegisterRows,
} from './register-names.js'

/** As results name the register that they were computed with. */
export interface UsedRegister {
  readonly id: string
  /** null where it is withheld. */
  readonly sha256: string | null
}

/** By the hash. Attributes are left out: names are for everybody who sees the register. */
const known = new Map<string, Promise<RegisterRows>>()

const NAMING = [
  ...['id', 'valid_from', 'valid_to'],
  ...['name', 'name_en', 'name_ru', 'name_kk'],
]

/**
 * @returns null where there is no register; nobody is named where it cannot be
 *   had: a name is no reason to show nothing
 */
export async function loadRegisterNames(
  api: Api,
  register: UsedRegister | null | undefined,
  year: number,
): Promise<RegisterNames | null> {
  if (!register) return null
  const { id, sha256 } = register
  if (sha256 === null) return new Map()
  const loading = known.get(sha256) ?? loadRows(api, id, sha256)
  known.set(sha256, loading)
  try {
    return namesOfYear(await loading, year)
  } catch {
    known.delete(sha256)
    return new Map()
  }
}

/** Of a run of which the hash of its register is known. */
export async function loadNamesByHash(
  api: Api,
  sha256: string | null,
  year: number,
): Promise<RegisterNames | null> {
  if (sha256 === null) return null
  const states = await listStates(api)
  const register = states.find((each) => each.sha256 === sha256)
  return loadRegisterNames(api, register, year)
}

/** Of the state that was loaded last. */
export async function loadNewestNames(
  api: Api,
  id: string | null,
  year: number,
): Promise<RegisterNames | null> {
  if (id === null) return null
  const states = await listStates(api)
  const newest = states.find((each) => each.id === id)
  return loadRegisterNames(api, newest ?? { id, sha256: null }, year)
}

async function listStates(api: Api): Promise<readonly UsedRegister[]> {
  const listed = answerOf(api.GET('/v1/registers'))
  return listed.then(
    ({ items }) => items,
    () => [],
  )
}

async function loadRows(
  api: Api,
  id: string,
  sha256: string,
): Promise<RegisterRows> {
  const params = { path: { id, sha256 } }
  const { rows } = await answerOf(
    api.GET('/v1/registers/{id}/{sha256}', { params }),
  )
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(([column]) => NAMING.includes(column)),
    ),
  )
}
