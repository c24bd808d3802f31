import { lstat, readdir, readFile, symlink } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { replaceFile } from '../../../server/output/write-output.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

describe('replaceFile', () => {
  it('writes a new file, and over an old one', async () => {
    const folder = await temporaryData({ 'old.txt': 'old' })
    for (const name of ['new.txt', 'old.txt']) {
      await replaceFile('text', `${folder}/${name}`)
      expect(await readFile(`${folder}/${name}`, 'utf8')).toBe('text')
    }
    expect((await readdir(folder)).sort()).toEqual(['new.txt', 'old.txt'])
  })

  it('writes into a device through a link, and leaves both in place', async () => {
    const folder = await temporaryData({})
    await symlink('/dev/null', `${folder}/nothing`)
    await replaceFile('text', `${folder}/nothing`)
    expect((await lstat(`${folder}/nothing`)).isSymbolicLink()).toBe(true)
    expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true)
  })

  it('leaves the old file and no other where it cannot write', async () => {
    const folder = await temporaryData({ 'folder/old.txt': 'old' })
    await expect(replaceFile('text', `${folder}/folder`)).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['folder'])
  })
})
