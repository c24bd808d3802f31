import { writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { receiptOf } from '../../../server/receipts/receipt.js'
import { pemOf } from '../../../server/signing/public-key.js'
import { signDocument } from '../../../server/signing/signature.js'
import { newKey, NOON } from '../../helpers/signing.js'
import type { ScoreResult } from '../../../engine/index.js'
import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

const MORE = `computed:
  change: { formula: total - previous(b), cite: "3", mark: given }
outputs: [total, change]
`

/** A run of 2021, its receipt, and the key of who signed it. */
async function made(text = tiny()) {
  const { folder, rules } = await tinyFolder(
    {
      '2021.csv': 'id,a,b\nm1,1,2\nm2,3,\n',
      '2020.csv': 'id,a,b\nm1,0.5,1\nm2,1,1\n',
    },
    { 'tiny/2020.yaml': text },
  )
  const before = text === tiny() ? [] : ['--previous', `${folder}/2020.csv`]
  const data = ['--data', `${folder}/2021.csv`]
  const scored = await run([
    ...['score', 'tiny', '--year', '2021', ...data, ...before],
    ...['--json', '--rules', rules, '--no-store'],
  ])
  const key = newKey()
  const result = JSON.parse(scored.out) as ScoreResult
  const receipt = signDocument(
    receiptOf(result, { time: NOON, apiKey: null, run: null, auditHead: null }),
    key,
  )
  const file = `${folder}/receipt.json`
  const write = (change: object) =>
    writeFile(file, JSON.stringify({ ...receipt, ...change }))
  await write({})
  await writeFile(`${folder}/key.pem`, pemOf(key.publicKey))
  const verify = (...args: readonly string[]) =>
    run(['verify', file, '--rules', rules, ...args])
  const trusted = ['--key', `${folder}/key.pem`]
  return { folder, rules, receipt, write, verify, trusted, data, before, key }
}

describe('olshem verify', () => {
  it('says that everything holds', async () => {
    const { verify, trusted, data, key, receipt } = await made()
    const { status, out, err } = await verify(...trusted, ...data)
    expect([status, err]).toEqual([0, ''])
    const lines = out.split('\n').map((line) => line.trim())
    expect(lines[0]).toBe(`receipt of ${NOON}: tiny@2020, 2021`)
    expect(lines[1]).toMatch(new RegExp(`^signature +holds +key ${key.id}$`))
    expect(lines[2]).toMatch(
      /^methodology +holds +tiny@2020, sha256 .*2020\.yaml$/,
    )
    expect(lines[3]).toMatch(/^data +holds +sha256 [0-9a-f]{64}$/)
    expect(lines[4]).toMatch(/^register +holds +none$/)
    expect(lines[5]).toMatch(/^based on +holds +nothing else$/)
    expect(lines[6]).toContain(`sha256 ${receipt.resultSha256}, computed again`)
    expect(lines[7]).toBe('holds: signature, hashes and result')
  })

  it('says without a key that the signature is not trusted', async () => {
    const { verify, data } = await made()
    const { status, out } = await verify(...data)
    expect(status).toBe(1)
    expect(out).toMatch(/signature +not checked/)
    expect(out).toMatch(/result +holds/)
    expect(out).toContain('The signature is not trusted: give the public key')
  })

  it('says that a signature of somebody else is not trusted', async () => {
    const { verify, folder, receipt, write } = await made()
    await writeFile(`${folder}/other.pem`, pemOf(newKey().publicKey))
    const other = await verify('--key', `${folder}/other.pem`)
    expect(other.status).toBe(1)
    expect(other.out).toContain('is not among those given')
    const forger = newKey()
    const { signature, ...content } = signDocument(receipt, forger)
    await write({ ...content, key: receipt.key, signature })
    const forged = await verify('--key', `${folder}/key.pem`)
    expect(forged.status).toBe(1)
    expect(forged.out).toContain('did not sign this text')
  })

  it.each([
    { change: { year: 2020 }, fails: 'signature' },
    { change: { resultSha256: '0'.repeat(64) }, fails: 'result' },
    { change: { dataSha256: '0'.repeat(64) }, fails: 'data' },
    { change: { registerSha256: '0'.repeat(64) }, fails: 'register' },
    { change: { basedOn: ['0'.repeat(64)] }, fails: 'based on' },
  ])(
    'finds what was changed, by signature and by computing: $change',
    async ({ change, fails }) => {
      const { verify, trusted, data, write } = await made()
      await write(change)
      const { status, out } = await verify(...trusted, ...data)
      expect(status).toBe(1)
      expect(out).toMatch(/signature +fails/)
      expect(out).toMatch(new RegExp(`${fails} +fails`))
    },
  )

  it('finds that other data were given', async () => {
    const { verify, trusted, folder } = await made()
    const other = ['--data', `${folder}/2020.csv`]
    const { status, out } = await verify(...trusted, ...other)
    expect(status).toBe(1)
    expect(out).toMatch(/signature +holds/)
    expect(out).toMatch(
      /data +fails +the receipt has sha256 .*, here it is sha256/,
    )
    expect(out).toContain('does not hold: data, result')
  })

  it('finds the rules by their hash, and says where they are not', async () => {
    const { verify, trusted, data, rules } = await made()
    const text = tiny()
    await writeFile(`${rules}/tiny/2020.yaml`, text.replace('= 3', '= 3.0'))
    const absent = await verify(...trusted, ...data)
    expect(absent.status).toBe(1)
    expect(absent.out).toMatch(
      /methodology +fails +no file of .* has the text of tiny@2020/,
    )
    await writeFile(`${rules}/elsewhere.yaml`, text)
    const found = await verify(...trusted)
    expect(found.out).toMatch(/elsewhere\.yaml has its text/)
  })

  it('checks the signature alone where no data are given', async () => {
    const { verify, trusted } = await made()
    const { status, out } = await verify(...trusted)
    expect(status).toBe(0)
    expect(out).toMatch(/result +not checked/)
    expect(out).toContain('holds: the signature; the rest was not checked')
  })

  it('needs the data of earlier years that the result hangs on', async () => {
    const { verify, trusted, data, before } = await made(tiny({ more: MORE }))
    const whole = await verify(...trusted, ...data, ...before)
    expect([whole.status, whole.err]).toEqual([0, ''])
    expect(whole.out).toMatch(/based on +holds +sha256 [0-9a-f]{64}\n/)
    const without = await verify(...trusted, ...data)
    expect(without.status).toBe(1)
    expect(without.out).toMatch(/based on +fails +not given here: [0-9a-f]{64}/)
  })

  it('says what stands in the way of computing', async () => {
    const { verify, trusted, folder } = await made()
    await writeFile(`${folder}/bad.csv`, 'id,a,b\nm1,x,2\nm2,y,1\n')
    const bad = ['--data', `${folder}/bad.csv`]
    const { status, out } = await verify(...trusted, ...bad)
    expect(status).toBe(1)
    expect(out).toMatch(/result +fails +cannot be computed: .*bad\.csv:2/)
  })

  it('refuses what is no receipt, and what is no key', async () => {
    const { verify, write, folder, trusted } = await made()
    await writeFile(`${folder}/text.pem`, 'hello')
    const noKey = await verify('--key', `${folder}/text.pem`)
    expect([noKey.status, noKey.out]).toEqual([1, ''])
    expect(noKey.err).toMatch(/text\.pem is not a public key/)
    await write({ added: 1 })
    const noReceipt = await verify(...trusted)
    expect(noReceipt.status).toBe(1)
    expect(noReceipt.err).toMatch(/receipt\.json is not a receipt/)
    const nothing = await run(['verify', '/none.json'])
    expect(nothing.err).toMatch(/there is no such file/)
  })
})
