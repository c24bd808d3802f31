import { stat } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { newInstallation } from './installation.js'

const ADD = ['key', 'add', 'Nightly', '--scope', 'score', 'load']

describe('olshem key', () => {
  it('shows the key once, alone on stdout', async () => {
    const { olshem } = await newInstallation()
    const made = await olshem([...ADD, '--expires', '2999-06-30'])
    expect(made.status).toBe(0)
    expect(made.out).toMatch(/^olshem-key-[A-Za-z0-9_-]{43}\n$/)
    expect(made.err).toMatch(
      /^Key "Nightly" \(.*\) for load, score, until 2999-06-30T23:59:59\.999Z\./,
    )
    const { out } = await olshem(['key', 'list'])
    expect(out).toMatch(/Nightly +load score +20.* 2999-06-30T23:59:59\.999Z/)
    expect(out).not.toContain(made.out.slice(-21, -1))
  })

  it('revokes a key', async () => {
    const { olshem } = await newInstallation()
    await olshem([...ADD, '--expires', '2999-06-30'])
    const { out } = await olshem(['key', 'revoke', 'Nightly'])
    expect(out).toMatch(/^Key "Nightly" \(.*\) is revoked\.\n$/)
    const again = await olshem(['key', 'revoke', 'Nightly'])
    expect(again.err).toContain('has been revoked already')
  })

  it.each([
    { args: ADD, status: 2, says: "'--expires <date>' not specified" },
    {
      args: [...ADD, '--expires', '2027-02-30'],
      status: 2,
      says: 'A date is written 2027-06-30.',
    },
    {
      args: [...ADD, '--expires', '2020-01-01'],
      status: 1,
      says: 'which has passed',
    },
    {
      args: [
        'key',
        'add',
        'A',
        '--scope',
        'approve',
        '--expires',
        '2999-01-01',
      ],
      status: 2,
      says: 'Scopes are read, score, load, run.',
    },
    { args: ['key', 'list'], status: 1, says: 'olshem.db is not there' },
  ])('refuses $args', async ({ args, status, says }) => {
    const { olshem } = await newInstallation()
    const ran = await olshem(args)
    expect([ran.status, ran.out]).toEqual([status, ''])
    expect(ran.err).toContain(says)
  })
})

describe('olshem key signing', () => {
  it('prints the public keys, and makes the private one for its owner alone', async () => {
    const { olshem, environment } = await newInstallation()
    const { status, out, err } = await olshem(['key', 'signing'])
    expect([status, err]).toEqual([0, ''])
    const [key, ...others] = JSON.parse(out) as readonly object[]
    expect(others).toEqual([])
    expect(key).toMatchObject({ until: null })
    expect(out).not.toContain('PRIVATE')
    const file = `${environment['OLSHEM_DATA'] ?? ''}/signing-key.pem`
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await olshem(['key', 'signing'])).out).toBe(out)
  })

  it('replaces the key and keeps the old public one', async () => {
    const { olshem } = await newInstallation()
    const first = await olshem(['key', 'signing'])
    const [old] = JSON.parse(first.out) as readonly { readonly id: string }[]
    const { out } = await olshem(['key', 'signing', '--replace'])
    const keys = JSON.parse(out) as readonly object[]
    expect(keys).toMatchObject([{ id: old?.id }, { until: null }])
    expect(keys[0]).not.toMatchObject({ until: null })
  })
})
