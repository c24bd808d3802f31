import { createPublicKey } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { keyId, pemOf } from '../../../server/signing/public-key.js'
import {
  checkSignature,
  signDocument,
} from '../../../server/signing/signature.js'
import { LATER, newKey, NOON, publicKeyOf } from '../../helpers/signing.js'

const document = { kind: 'a-test', time: NOON, words: 'Өлшем' } as const

describe('the id of a key', () => {
  it('is the beginning of the sha256 of its 32 bytes', () => {
    // The public key of RFC 8032, section 7.1, test 1; hashed with sha256sum.
    const bytes = Buffer.from(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      'hex',
    )
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    expect(keyId(key)).toBe('21fe31dfa154a261')
  })

  it('is the same of the private half', () => {
    const { id, privateKey, publicKey } = newKey()
    expect([keyId(privateKey), keyId(publicKey)]).toEqual([id, id])
    expect(pemOf(publicKey)).toMatch(/^-----BEGIN PUBLIC KEY-----\n/)
  })
})

describe('a signature', () => {
  const key = newKey()
  const signed = signDocument(document, key)

  it('is trusted with the public key, whatever the order of the fields', () => {
    const turned = Object.fromEntries(Object.entries(signed).reverse())
    for (const each of [signed, turned as typeof signed]) {
      const { kind } = checkSignature(each, [publicKeyOf(key)])
      expect(kind).toBe('trusted')
    }
  })

  it.each([
    { change: { words: 'Olshem' } },
    { change: { kind: 'another-test' } },
    { change: { time: LATER } },
    { change: { added: null } },
  ])('does not fit a text that was changed: $change', ({ change }) => {
    const changed = { ...signed, ...change }
    expect(checkSignature(changed, [publicKeyOf(key)]).kind).toBe('wrong')
  })

  it('does not fit under the id of a key that did not make it', () => {
    const other = newKey()
    const named = { ...signed, key: other.id }
    expect(checkSignature(named, [publicKeyOf(other)]).kind).toBe('wrong')
  })

  it('is of nobody where its key is not among those trusted', () => {
    const others = [publicKeyOf(newKey())]
    expect(checkSignature(signed, others).kind).toBe('unknown-key')
    expect(checkSignature(signed, []).kind).toBe('unknown-key')
  })

  it('is not trusted outside of the time in which its key was used', () => {
    const of = (from: string | null, until: string | null) =>
      checkSignature(signed, [{ ...publicKeyOf(key), from, until }]).kind
    expect(of(null, '2026-11-22T11:59:59.999Z')).toBe('out-of-time')
    expect(of(LATER, null)).toBe('out-of-time')
    expect(of(NOON, NOON)).toBe('trusted')
  })
})
