import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { rulesFolder, tiny } from './tiny-methodology.js'

interface Found {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
  readonly message: string
}

async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  paths: readonly string[] = [],
) {
  const rules = await rulesFolder(files)
  const asked = paths.map((path) => `${rules}/${path}`)
  const ran = await run(['check', ...asked, '--json', '--rules', rules])
  return { ...ran, found: JSON.parse(ran.out) as Found[] }
}

describe('olshem check', () => {
  it('finds nothing in a sound folder', async () => {
    const rules = await rulesFolder({ 'tiny/2020.yaml': tiny() })
    const { status, out } = await run(['check', '--rules', rules])
    expect({ status, out }).toEqual({ status: 0, out: 'No mistakes found.\n' })
  })

  it('gives every mistake of every file with its place, in one run', async () => {
    const { status, found } = await check({
      'tiny/2020.yaml': tiny().replace('sum', 'summ').replace('cite: "1"', ''),
      'tiny/2023.yaml': tiny({ version: '2023', years: '[2023]' }).replace(
        'under: total',
        'under: totl',
      ),
    })
    expect(status).toBe(1)
    expect(found.map(({ file, line }) => `${file.slice(-9)}:${line}`)).toEqual(
      expect.arrayContaining(['2020.yaml:13', '2023.yaml:10']),
    )
    expect(Object.keys(found[0] ?? {})).toEqual([
      'file',
      'line',
      'column',
      'code',
      'message',
    ])
  })

  it('prints lines that lead to the place', async () => {
    const rules = await rulesFolder({ 'tiny/2020.yaml': `${tiny()}x: 1\n` })
    const { status, out } = await run(['check', '--rules', rules])
    expect(status).toBe(1)
    expect(out).toMatch(/tiny\/2020\.yaml:23:1 UNKNOWN_KEY "x" is not a key/)
    expect(out).toMatch(/^1 mistake\.$/m)
  })

  it('finds an example that does not come out', async () => {
    const { found } = await check({ 'tiny/2020.yaml': tiny({ expected: 4 }) })
    expect(found).toMatchObject([{ line: 22, code: 'EXAMPLE_FAILED' }])
  })

  it('finds versions whose years overlap', async () => {
    const { found } = await check({
      'tiny/2020.yaml': tiny(),
      'tiny/2021.yaml': tiny({ version: '2021', years: '{ from: 2022 }' }),
    })
    expect(found).toMatchObject([{ line: 7, code: 'YEARS_OVERLAP' }])
  })

  it('holds a single file of the rules folder against its other versions', async () => {
    const files = {
      'tiny/2020.yaml': tiny(),
      'tiny/2021.yaml': tiny({ version: '2021', years: '{ from: 2022 }' }),
    }
    for (const path of ['tiny/2020.yaml', 'tiny/2021.yaml']) {
      const { found } = await check(files, [path])
      expect(found.map(({ code }) => code)).toEqual(['YEARS_OVERLAP'])
    }
  })

  it('looks into folders at any depth', async () => {
    const files = { 'drafts/new/a.yaml': 'format: 1\n', 'drafts/.x/b.yaml': '' }
    const { found } = await check(files, ['drafts'])
    expect(new Set(found.map(({ file }) => file.slice(-6)))).toEqual(
      new Set(['a.yaml']),
    )
  })

  it('finds a file in the place of another', async () => {
    const { found } = await check({
      'teeny/2020.yaml': tiny(),
      'tiny/2021.yaml': tiny({ version: '2020', years: '[2025]' }),
      'lost.yaml': tiny({ years: '[2026]', version: 'x' }),
    })
    const messages = found.map(({ message }) => message).join('\n')
    expect(messages).toContain('"teeny", the name of the folder')
    expect(messages).toContain('"2021", the name of the file')
    expect(messages).toContain('as tiny/x.yaml')
  })

  it('finds a file that is not UTF-8, at the byte', async () => {
    const text = Buffer.from(tiny().replace('Tiny', 'Қаржы'), 'utf8')
    const wrong = Buffer.concat([text, Buffer.from([0x0a, 0xcf, 0xf0])])
    const { found } = await check({ 'tiny/2020.yaml': wrong })
    expect(found).toMatchObject([
      { line: 24, column: 1, code: 'FILE_ENCODING' },
    ])
    expect(found[0]?.message).toContain(`byte ${text.length + 1}`)
  })

  it('names a path that is not there', async () => {
    const { status, found } = await check({}, ['gone.yaml'])
    expect(status).toBe(1)
    expect(found).toMatchObject([{ code: 'FILE_UNREADABLE' }])
  })

  it('refuses example data outside of the folder of the file', async () => {
    const more = `  - title: From elsewhere
    source: published
    cite: "1"
    data: ../other.csv
    expect_columns: { total: t }
`
    const { found } = await check({
      'tiny/2020.yaml': tiny({ more }),
      'other.csv': 'id,a,b,t\nx,1,2,3\n',
    })
    expect(found).toMatchObject([{ code: 'EXAMPLE_DATA' }])
    expect(found[0]?.message).toContain('leads out of the folder')
  })
})
