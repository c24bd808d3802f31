import { generateKeyPairSync } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { pemOf } from '../../../server/signing/public-key.js'
import {
  listKeys,
  readPublicKeys,
} from '../../../server/signing/read-public-keys.js'
import { newPrivateKeyPem } from '../../../server/signing/signing-key.js'
import { LATER, newKey, NOON, publicKeyOf } from '../../helpers/signing.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

async function read(text: string) {
  const folder = await temporaryData({ 'key.pem': text })
  return readPublicKeys(`${folder}/key.pem`)
}

const first = newKey()
const second = newKey()
const listed = listKeys([
  { ...publicKeyOf(first), from: NOON, until: LATER },
  { ...publicKeyOf(second), from: LATER },
])

describe('the public keys that somebody trusts', () => {
  it('are one, as PEM, of no particular time', async () => {
    const [key, ...others] = await read(pemOf(first.publicKey))
    expect(others).toEqual([])
    expect(key).toMatchObject({ id: first.id, from: null, until: null })
  })

  it('are a list, old ones with the time until which they were used', async () => {
    const keys = await read(JSON.stringify(listed))
    expect(listKeys(keys)).toEqual(listed)
    expect(keys.map(({ until }) => until)).toEqual([LATER, null])
  })

  it.each([
    {
      what: 'a private key',
      text: newPrivateKeyPem(),
      says: 'is a private key',
    },
    { what: 'no key', text: 'hello', says: 'it is neither' },
    { what: 'no keys', text: '[]', says: 'a list has 1 to' },
    { what: 'a list of lists', text: '['.repeat(9), says: '9 deep' },
    { what: 'half a list', text: '[{', says: 'it is not JSON' },
    { what: 'something else', text: '[7]', says: '[0] is no object' },
    {
      what: 'a key of another kind',
      text: generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .publicKey.export({ type: 'spki', format: 'pem' })
        .toString(),
      says: 'it is neither',
    },
    {
      what: 'a key under the id of another',
      text: JSON.stringify([{ ...listed[0], id: second.id }]),
      says: '[0].id is not that of its key',
    },
    {
      what: 'a key twice',
      text: JSON.stringify([listed[0], listed[0]]),
      says: 'twice',
    },
    {
      what: 'a field that is none',
      text: JSON.stringify([{ ...listed[0], trusted: true }]),
      says: '"[0].trusted" is no field',
    },
    {
      what: 'a date for a time',
      text: JSON.stringify([{ ...listed[0], until: '2026-11-22' }]),
      says: '"[0].until" is "2026-11-22"; expected a time as',
    },
    { what: 'a large file', text: ' '.repeat(70_000), says: '65536' },
  ])('are refused: $what', async ({ text, says }) => {
    await expect(read(text)).rejects.toThrow(says)
  })
})
