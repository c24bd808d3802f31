import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { createKeyFile, readKeyFile } from '../../../server/signing/key-file.js'
import {
  createSigningKey,
  findSigningKey,
} from '../../../server/signing/find-signing-key.js'
import { newPrivateKeyPem } from '../../../server/signing/signing-key.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

describe('the file of the private key', () => {
  it('is made for its owner alone, and read again', async () => {
    const folder = await temporaryData({})
    const key = await createKeyFile(`${folder}/key.pem`)
    expect((await stat(`${folder}/key.pem`)).mode & 0o777).toBe(0o600)
    expect((await readKeyFile(`${folder}/key.pem`))?.id).toBe(key.id)
    expect(await readdir(folder)).toEqual(['key.pem'])
  })

  it('is one, however many servers make it at once', async () => {
    const folder = await temporaryData({})
    const made = await Promise.all(
      Array.from({ length: 8 }, () => createKeyFile(`${folder}/key.pem`)),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['key.pem'])
  })

  it('is never written over', async () => {
    const folder = await temporaryData({})
    const first = await createKeyFile(`${folder}/key.pem`)
    const text = await readFile(`${folder}/key.pem`, 'utf8')
    expect((await createKeyFile(`${folder}/key.pem`)).id).toBe(first.id)
    expect(await readFile(`${folder}/key.pem`, 'utf8')).toBe(text)
  })

  it.each([0o644, 0o640, 0o660, 0o400])(
    'is refused with mode %o',
    async (mode) => {
      const folder = await temporaryData({})
      await createKeyFile(`${folder}/key.pem`)
      await chmod(`${folder}/key.pem`, mode)
      await expect(readKeyFile(`${folder}/key.pem`)).rejects.toThrow(
        /has mode 0\d{3}: .* It must be 0600 \(chmod 600 /,
      )
    },
  )

  it('is refused where it holds something else, which is not shown', async () => {
    const folder = await temporaryData({})
    await writeFile(`${folder}/key.pem`, 'half a secret', { mode: 0o600 })
    const read = readKeyFile(`${folder}/key.pem`)
    await expect(read).rejects.toThrow(/is not a private key of Ed25519/)
    await expect(read).rejects.not.toThrow(/half a secret/)
  })

  it('is nothing where there is none', async () => {
    const folder = await temporaryData({})
    expect(await readKeyFile(`${folder}/key.pem`)).toBeNull()
  })
})

describe('the key of an installation', () => {
  it('is made in a folder that others cannot look into', async () => {
    const dataFolder = `${await temporaryData({})}/data`
    const made = await createSigningKey({ dataFolder, environment: {} })
    expect((await stat(dataFolder)).mode & 0o777).toBe(0o700)
    const found = await findSigningKey({ dataFolder, environment: {} })
    expect(found?.id).toBe(made.id)
  })

  it('comes from the environment before the file, line breaks written \\n too', async () => {
    const dataFolder = await temporaryData({})
    const file = await createSigningKey({ dataFolder, environment: {} })
    const pem = newPrivateKeyPem()
    const written = [pem, pem.replaceAll('\n', '\\n')]
    const ids = await Promise.all(
      written.map(async (text) => {
        const environment = { OLSHEM_SIGNING_KEY: text }
        return (await findSigningKey({ dataFolder, environment }))?.id
      }),
    )
    expect(ids[0]).toBe(ids[1])
    expect(ids[0]).not.toBe(file.id)
  })

  it('is refused where the environment holds something else, which is not shown', async () => {
    const environment = { OLSHEM_SIGNING_KEY: 'half a secret' }
    const found = findSigningKey({ dataFolder: '/none', environment })
    await expect(found).rejects.toThrow(/OLSHEM_SIGNING_KEY is not a private/)
    await expect(found).rejects.not.toThrow(/half a secret/)
  })
})
