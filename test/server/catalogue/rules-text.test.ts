import { describe, expect, it } from 'vitest'

import { readRulesText } from '../../../server/catalogue/rules-text.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

async function read(content: string | Uint8Array) {
  return readRulesText(`${await temporaryData({ 'a.yaml': content })}/a.yaml`)
}

describe('readRulesText', () => {
  it('takes a byte order mark away', async () => {
    const found = await read('\uFEFFformat: 1\n')
    expect(found).toEqual({ kind: 'text', text: 'format: 1\n' })
  })

  it('refuses windows-1251 at its first letter', async () => {
    // `т: К` in windows-1251.
    const found = await read(Uint8Array.of(0x61, 0x0a, 0xf2, 0x3a, 0x20, 0xca))
    expect(found).toMatchObject({
      problem: { code: 'FILE_ENCODING', line: 2, column: 1 },
    })
  })

  it('refuses a file that no text of a methodology could fill', async () => {
    const found = await read(Buffer.alloc(8_000_001, 'x'))
    expect(found).toMatchObject({ problem: { code: 'FILE_TOO_LARGE' } })
  })

  it('says that a folder is no file, and that nothing is there', async () => {
    const folder = await temporaryData({})
    for (const path of [folder, `${folder}/gone.yaml`]) {
      expect(await readRulesText(path)).toMatchObject({
        problem: { code: 'FILE_UNREADABLE', line: 1, column: 1 },
      })
    }
  })
})
