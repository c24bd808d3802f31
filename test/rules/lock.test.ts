/** What `npm run generate` writes is what lies in `rules/`. */
import { cp, readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { ownRulesFolder } from '../../server/catalogue/rules-folder.js'
import { run } from '../server/commands/run-in-memory.js'
import { temporaryData } from '../server/data/fixtures/temporary-data.js'

const rules = ownRulesFolder()

describe('npm run generate', () => {
  it('has locked every published version and its data', async () => {
    const copy = await temporaryData({})
    await cp(rules, copy, { recursive: true })
    const { status, out, err } = await run(['lock', '--rules', copy])
    expect({ status, out, err }).toEqual({
      status: 0,
      out: 'Nothing new.\n',
      err: '',
    })
  })

  it.each([
    ['schema', 'methodology.schema.json'],
    ['reference', 'reference.md'],
  ])('has written the %s', async (command, file) => {
    const { out } = await run([command])
    expect(await readFile(`${rules}/${file}`, 'utf8')).toBe(out)
  })
})

describe('the shipped rules', () => {
  it('have no mistakes', async () => {
    expect(await run(['check'])).toEqual({
      status: 0,
      out: 'No mistakes found.\n',
      err: '',
    })
  })
})
