/** The table of codes: each is used, and each stands in one part of it. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { PROBLEMS } from '../../../server/http/problems/codes.js'
import { PEOPLE_PROBLEMS } from '../../../server/http/problems/people-codes.js'
import { SERVICE_PROBLEMS } from '../../../server/http/problems/service-codes.js'

/** Where codes are listed and not used. */
const LISTS = [
  'http/problems/codes.ts',
  'http/problems/people-codes.ts',
  'http/problems/service-codes.ts',
  'service-refusal.ts',
]

const CODES = Object.keys(PROBLEMS)

/** That no other code is used is the compiler's to say. */
describe('the codes of problems', () => {
  it('are all used', async () => {
    const used = await codesIn('server')
    expect(CODES.filter((code) => !used.has(code))).toEqual([])
  })

  it('have one meaning each: no two of them say the same', () => {
    const titles = Object.values(PROBLEMS).map(({ title }) => title)
    expect(titles.length).toBe(new Set(titles).size)
  })

  it('stand in the table once', async () => {
    const lists = await Promise.all(
      LISTS.slice(0, 3).map((name) =>
        readFile(join('server', name), { encoding: 'utf8' }),
      ),
    )
    const listed = lists.flatMap((text) =>
      [...text.matchAll(/^ {2}([A-Z0-9_]+): \{$/gm)].map(([, code]) => code),
    )
    expect(listed.sort()).toEqual([...CODES].sort())
  })

  it('say how they are mended', () => {
    const parts = { ...SERVICE_PROBLEMS, ...PEOPLE_PROBLEMS, ...PROBLEMS }
    for (const { title, mend } of Object.values(parts)) {
      expect(title).toMatch(/^[A-Z].*\.$/)
      expect(mend).toMatch(/^[A-Z].*\.$/)
    }
  })
})

async function codesIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder, { recursive: true })
  const used = new Set<string>()
  for (const name of names) {
    if (!name.endsWith('.ts') || LISTS.includes(name)) continue
    const text = await readFile(join(folder, name), { encoding: 'utf8' })
    for (const [, code = ''] of text.matchAll(/'([A-Z0-9_]+)'/g)) {
      used.add(code)
    }
  }
  return used
}
