/**
 * Which key an installation signs with, and which it signed with before. The
 * list of the public keys is in the database, so that all its servers have one;
 * each change of it is in the audit log.
 */
import { rename } from 'node:fs/promises'

import { appendEntry, lockChain } from '../audit/append-entry.js'
import type { Occasion } from '../audit/entry.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { Refusal } from '../refusal.js'
import {
  createSigningKey,
  findSigningKey,
  keyFile,
  KEY_VARIABLE,
  keyOfEnvironment,
  type KeyPlace,
} from '../signing/find-signing-key.js'
import type { Instant } from '../instant.js'
import { createKeyFile, readKeyFile } from '../signing/key-file.js'
import { pemOf, type PublicKey } from '../signing/public-key.js'
import {
  listKeys,
  MOST_KEYS,
  parseKeyList,
} from '../signing/read-public-keys.js'
import type { SigningKey } from '../signing/signing-key.js'

const SETTING = 'signing_keys'

/** Oldest first; empty before the first start. */
export async function listPublicKeys(
  database: Database,
): Promise<readonly PublicKey[]> {
  const row = await database
    .selectFrom('settings')
    .select('value')
    .where('key', '=', SETTING)
    .executeTakeFirst()
  return row ? parseKeyList(row.value, 'the list of keys in the database') : []
}

/**
 * The key to sign with; made and recorded at the first start.
 *
 * @throws Refusal where this server has another key than the installation
 */
export async function openSigningKey(
  database: Database,
  place: KeyPlace,
  now: Instant,
): Promise<SigningKey> {
  const current = currentOf(await listPublicKeys(database))
  const found = await findSigningKey(place)
  if (current && found?.id === current.id) return found
  if (current) return finishRotation(place, current, found)
  const key = found ?? (await createSigningKey(place))
  await database
    .transaction()
    .execute((transaction) =>
      record(transaction, key, { at: now, actor: 'server' }),
    )
  return key
}

/**
 * Signs with another key from now on; of the old one, which may be lost, the
 * public half stays. Servers that run sign with the old key until they are
 * started again.
 *
 * @throws Refusal
 */
export async function replaceSigningKey(
  database: Database,
  place: KeyPlace,
  by: Occasion,
): Promise<SigningKey> {
  const old = currentOf(await listPublicKeys(database))
  if (!old) throw new Refusal(['There is no key yet that could be replaced.'])
  const given = keyOfEnvironment(place)
  if (given?.id === old.id) {
    throw new Refusal([
      `${KEY_VARIABLE} has the key ${old.id}, which is in use. Set it to a new one first (openssl genpkey -algorithm ed25519).`,
    ])
  }
  // The new key is on the disk before it is recorded, and in its place after:
  // whenever the power fails, one of the two files has the key of the list.
  const next = nextFile(place)
  const key = given ?? (await readKeyFile(next)) ?? (await createKeyFile(next))
  await database
    .transaction()
    .execute((transaction) => replace(transaction, old, key, by))
  if (!given) await rename(next, keyFile(place))
  return key
}

async function finishRotation(
  place: KeyPlace,
  current: PublicKey,
  found: SigningKey | null,
): Promise<SigningKey> {
  const next = keyOfEnvironment(place)
    ? null
    : await readKeyFile(nextFile(place))
  if (next?.id === current.id) {
    await rename(nextFile(place), keyFile(place))
    return next
  }
  const here = found
    ? `${found.source} has the key ${found.id}`
    : `${keyFile(place)} is not there`
  throw new Refusal([
    `This installation signs with the key ${current.id}, and ${here}. Copy the file of the key from the server that has it (mode 0600), or give the key with ${KEY_VARIABLE}. If nobody has it any more: olshem key signing --replace.`,
  ])
}

async function record(
  transaction: DatabaseTransaction,
  key: SigningKey,
  { at, actor }: Occasion,
): Promise<void> {
  await lockChain(transaction)
  const listed = await listPublicKeys(transaction)
  const current = currentOf(listed)
  // Another server was faster: with the same key, or with one of its own.
  if (current?.id === key.id) return
  if (current)
    throw new Refusal([
      `Another server has just begun to sign for this installation, with the key ${current.id}, and ${key.source} has ${key.id}. Give both the same key.`,
    ])
  await store(transaction, [publicKeyOf(key, at)])
  await appendEntry(transaction, {
    at,
    actor,
    action: 'signing-key.added',
    subject: `signing-key:${key.id}`,
    details: { publicKey: pemOf(key.publicKey) },
  })
}

async function replace(
  transaction: DatabaseTransaction,
  old: { readonly id: string },
  key: SigningKey,
  { at, actor }: Occasion,
): Promise<void> {
  await lockChain(transaction)
  const listed = await listPublicKeys(transaction)
  if (currentOf(listed)?.id !== old.id) {
    throw new Refusal([
      `The key ${old.id} has just been replaced by another process.`,
    ])
  }
  if (listed.some(({ id }) => id === key.id)) {
    throw new Refusal([
      `The key ${key.id} was in use before and is not used again.`,
    ])
  }
  if (listed.length >= MOST_KEYS) {
    throw new Refusal([`The list has ${MOST_KEYS} keys, which is the most.`])
  }
  const closed = listed.map((each) =>
    each.until === null ? { ...each, until: at } : each,
  )
  await store(transaction, [...closed, publicKeyOf(key, at)])
  await appendEntry(transaction, {
    at,
    actor,
    action: 'signing-key.replaced',
    subject: `signing-key:${key.id}`,
    details: { publicKey: pemOf(key.publicKey), replaces: old.id },
  })
}

async function store(
  transaction: DatabaseTransaction,
  keys: readonly PublicKey[],
): Promise<void> {
  const value = JSON.stringify(listKeys(keys))
  await transaction
    .insertInto('settings')
    .values({ key: SETTING, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

function publicKeyOf({ id, publicKey }: SigningKey, from: Instant): PublicKey {
  return { id, key: publicKey, from, until: null }
}

function currentOf(keys: readonly PublicKey[]): PublicKey | undefined {
  return keys.find(({ until }) => until === null)
}

function nextFile(place: KeyPlace): string {
  return `${keyFile(place)}.next`
}
