import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { rulesFolder, tiny } from './tiny-methodology.js'

const SHA256 = /^[0-9a-f]{64}$/

async function list(
  files: Readonly<Record<string, string>>,
  options: readonly string[] = [],
) {
  return run(['list', '--rules', await rulesFolder(files), ...options])
}

describe('olshem list', () => {
  it('shows versions, years, status, hash, act and title', async () => {
    const { status, out } = await list({ 'tiny/2020.yaml': tiny() })
    expect(status).toBe(0)
    expect(out).toMatch(
      /^tiny@2020 +2020-2022 +published +[0-9a-f]{12} +Act of the tests +Tiny index$/m,
    )
  })

  it('prints each version as JSON', async () => {
    const { out } = await list({ 'tiny/2020.yaml': tiny() }, ['--json'])
    expect(JSON.parse(out)).toMatchObject([
      {
        id: 'tiny',
        version: '2020',
        title: { en: 'Tiny index' },
        years: { kind: 'range', from: 2020, to: 2022 },
        act: { title: 'Act of the tests' },
        status: 'published',
        locked: false,
        sha256: expect.stringMatching(SHA256) as string,
      },
    ])
  })

  it('gives the version in force for a year, and names the nearest where there is none', async () => {
    const files = {
      'tiny/2020.yaml': tiny(),
      'tiny/2024.yaml': tiny({ version: '2024', years: '[2024]' }),
    }
    const inForce = await list(files, ['--year', '2024', '--json'])
    expect(inForce).toMatchObject({ status: 0, err: '' })
    expect(JSON.parse(inForce.out)).toMatchObject([{ version: '2024' }])

    const none = await list(files, ['--year', '2026', '--json'])
    expect(none.status).toBe(1)
    expect(none.err).toContain('No version of "tiny" covers 2026.')
    expect(JSON.parse(none.out)).toMatchObject([
      { id: 'tiny', version: null, nearest: [{ version: '2024' }, {}] },
    ])
    const table = await list(files, ['--year', '2026'])
    expect(table.out).toContain('none; the nearest is 2024 (2024)')
  })

  it('says which version ended one without a last year', async () => {
    const files = {
      'tiny/2020.yaml': tiny({ years: '{ from: 2020 }' }),
      'tiny/2022.yaml': tiny({
        version: '2022',
        years: '{ from: 2022 }\nsupersedes: "2020"',
      }),
    }
    const { status, out } = await list(files)
    expect(status).toBe(0)
    expect(out).toMatch(
      /^tiny@2020 +from 2020 +published, superseded by 2022 /m,
    )
    expect(out).toMatch(/^tiny@2022 +from 2022 +published {2}/m)
  })

  it('lists the others where one file has mistakes', async () => {
    const { status, out, err } = await list({
      'tiny/2020.yaml': tiny(),
      'tiny/2024.yaml': 'format: 1\n',
    })
    expect(status).toBe(0)
    expect(out).toContain('tiny@2020')
    expect(err).toMatch(/2024\.yaml:1:1 MISSING_KEY/)
  })

  it('finds nothing in a folder that is not there', async () => {
    const { status, err } = await run(['list', '--rules', '/gone'])
    expect(status).toBe(1)
    expect(err).toMatch(/^\/gone:1:1 FILE_UNREADABLE/)
  })

  it('takes the rules folder from the environment', async () => {
    const folder = await rulesFolder({ 'tiny/2020.yaml': tiny() })
    const environment = { OLSHEM_RULES: folder }
    const { out } = await run(['list'], { environment })
    expect(out).toContain('tiny@2020')
  })
})
