import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { rulesFolder, tiny } from './tiny-methodology.js'

const TWO = {
  'tiny/2020.yaml': tiny(),
  'tiny/2023.yaml': tiny({ version: '2023', years: '[2023]', expected: 4 }),
}

async function test(
  argument: readonly string[],
  files: Readonly<Record<string, string>> = TWO,
) {
  return run(['test', ...argument, '--rules', await rulesFolder(files)])
}

describe('olshem test', () => {
  it('counts examples, and gives the place of each that fails', async () => {
    const { status, out } = await test([])
    expect(status).toBe(1)
    expect(out).toMatch(/tiny\/2023\.yaml:22:\d+ EXAMPLE_FAILED .*total of/)
    expect(out).toMatch(/\n1 examples passed, 1 failed\n$/)
  })

  it('runs one version, or all of a methodology', async () => {
    const one = await test(['tiny@2020'])
    expect(one.status).toBe(0)
    expect(one.out).toMatch(/\n1 examples passed, 0 failed\n$/)
    expect((await test(['tiny'])).out).toMatch(
      /1 passed, 0 failed\n[^]*1 failed/,
    )
  })

  it('runs a file by its path', async () => {
    const rules = await rulesFolder(TWO)
    const { out } = await run(['test', `${rules}/tiny/2020.yaml`])
    expect(out).toMatch(/\n1 examples passed, 0 failed\n$/)
  })

  it('fails for a file with mistakes, whatever its examples give', async () => {
    const more = 'texts: { kk: { nowhere: Еш жерде } }\n'
    const { status, out } = await test([], { 'tiny/2020.yaml': tiny({ more }) })
    expect(status).toBe(1)
    expect(out).toContain('UNKNOWN_NAME')
    expect(out).toMatch(/1 examples passed, 0 failed\n$/)
  })

  it('names the methodologies that there are for one that is not', async () => {
    const { status, err } = await test(['other'])
    expect(status).toBe(1)
    expect(err).toContain('There is no methodology "other"')
  })
})
