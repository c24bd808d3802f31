/**
 * The key of this installation: from the environment, or from a file of the
 * data folder, which is made where there is none.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { Refusal } from '../refusal.js'
import { createKeyFile, readKeyFile } from './key-file.js'
import { signingKeyOfPem, type SigningKey } from './signing-key.js'

export const KEY_VARIABLE = 'OLSHEM_SIGNING_KEY'

export interface KeyPlace {
  readonly dataFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** @returns null where there is none yet; @throws Refusal for one that is not to be used */
export async function findSigningKey(
  place: KeyPlace,
): Promise<SigningKey | null> {
  return keyOfEnvironment(place) ?? (await readKeyFile(keyFile(place)))
}

/** @throws Refusal */
export async function createSigningKey(place: KeyPlace): Promise<SigningKey> {
  await mkdir(place.dataFolder, { recursive: true, mode: 0o700 })
  return createKeyFile(keyFile(place))
}

export function keyFile({ dataFolder }: Pick<KeyPlace, 'dataFolder'>): string {
  return join(dataFolder, 'signing-key.pem')
}

/** @throws Refusal where the variable holds something else; its value is never shown */
export function keyOfEnvironment({ environment }: KeyPlace): SigningKey | null {
  const text = environment[KEY_VARIABLE]
  if (!text) return null
  // Files of variables hold one line each: line breaks are then written \n.
  const key = signingKeyOfPem(text.replaceAll('\\n', '\n'), KEY_VARIABLE)
  if (key) return key
  throw new Refusal([
    `${KEY_VARIABLE} is not a private key of Ed25519 in PEM (openssl genpkey -algorithm ed25519 makes one; its line breaks may be written \\n).`,
  ])
}
