import { readFile, rm, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { rulesFolder, tiny } from './tiny-methodology.js'

const MORE = `  - title: As published
    source: published
    cite: "1"
    data: data.csv
    expect_columns: { total: t }
`
const FILES = {
  'tiny/2020.yaml': tiny({ more: MORE }),
  'tiny/data.csv': 'id,a,b,t\nx,1,2,3\n',
  'tiny/2024.yaml': tiny({ version: '2024', years: '[2024]', status: 'draft' }),
}

async function lockedFolder(): Promise<string> {
  const rules = await rulesFolder(FILES)
  const { status, err } = await run(['lock', '--rules', rules])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return rules
}

function change(rules: string, file: string): Promise<void> {
  const text = FILES[file as keyof typeof FILES]
  return writeFile(`${rules}/${file}`, `${text}\n`)
}

describe('olshem lock', () => {
  it('records published versions and the data of their examples, no drafts', async () => {
    const rules = await lockedFolder()
    const lock: unknown = JSON.parse(
      await readFile(`${rules}/lock.json`, 'utf8'),
    )
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/) as string
    expect(lock).toEqual({
      methodologies: { 'tiny@2020': { file: 'tiny/2020.yaml', sha256 } },
      data: { 'tiny/data.csv': sha256 },
    })
    const again = await run(['lock', '--rules', rules])
    expect(again).toMatchObject({ status: 0, out: 'Nothing new.\n' })
  })

  it('is what list shows', async () => {
    const rules = await lockedFolder()
    const { out } = await run(['list', '--rules', rules, '--json'])
    expect(JSON.parse(out)).toMatchObject([
      { version: '2020', locked: true },
      { version: '2024', locked: false },
    ])
  })

  it('never changes what is recorded', async () => {
    const rules = await lockedFolder()
    await change(rules, 'tiny/2020.yaml')
    const before = await readFile(`${rules}/lock.json`, 'utf8')
    const { status, err } = await run(['lock', '--rules', rules])
    expect(status).toBe(1)
    expect(err).toContain('VERSION_CHANGED')
    expect(await readFile(`${rules}/lock.json`, 'utf8')).toBe(before)
  })

  it('records a version again, and its data, when it is told to', async () => {
    const rules = await lockedFolder()
    await change(rules, 'tiny/2020.yaml')
    await change(rules, 'tiny/data.csv')
    const args = ['lock', '--rules', rules, '--replace', 'tiny@2020']
    const { status, out } = await run(args)
    expect(status).toBe(0)
    expect(out).toMatch(
      /^tiny@2020 [0-9a-f]{64}\ntiny\/data\.csv [0-9a-f]{64}\n$/,
    )
    expect((await run(['check', '--rules', rules])).status).toBe(0)
  })

  it('does not replace what it does not hold', async () => {
    const rules = await lockedFolder()
    const args = ['lock', '--rules', rules, '--replace', 'tiny@2024']
    const { status, err } = await run(args)
    expect(status).toBe(1)
    expect(err).toContain('The lock has no tiny@2024. It has tiny@2020.')
  })

  it('records nothing while a published file has mistakes', async () => {
    const files = { 'tiny/2020.yaml': tiny().replace('sum', 'summ') }
    const rules = await rulesFolder(files)
    const { status, err } = await run(['lock', '--rules', rules])
    expect(status).toBe(1)
    expect(err).toContain('WRONG_TYPE')
  })
})

describe('a published version that was changed', () => {
  it('is refused by every command, with both hashes', async () => {
    const rules = await lockedFolder()
    await change(rules, 'tiny/2020.yaml')
    const data = ['--year', '2021', '--data', `${rules}/tiny/data.csv`]
    const commands = [
      ['score', 'tiny', ...data],
      ['score', 'tiny@2020', ...data],
      ['score', `${rules}/tiny/2020.yaml`, ...data],
      ['explain', 'tiny', ...data, '--body', 'x'],
      ['check'],
      ['check', `${rules}/tiny/2020.yaml`],
      ['test'],
      ['test', 'tiny@2020'],
      ['lock'],
    ]
    for (const command of commands) {
      const ran = await run([...command, '--rules', rules])
      expect(ran.status).toBe(1)
      expect(ran.out + ran.err).toMatch(
        /2020\.yaml:1:1 VERSION_CHANGED .*sha256 [0-9a-f]{64}, the file [0-9a-f]{64}/,
      )
    }
    const listed = await run(['list', '--rules', rules])
    expect(listed.out).not.toContain('tiny@2020')
    expect(listed.err).toContain('VERSION_CHANGED')
  })

  it('is not hidden by other years, or by being made a draft', async () => {
    for (const [line, instead] of [
      ['years: { from: 2020, to: 2022 }', 'years: [1990]'],
      ['status: published', 'status: draft'],
    ] as const) {
      const rules = await lockedFolder()
      const changed = FILES['tiny/2020.yaml'].replace(line, instead)
      await writeFile(`${rules}/tiny/2020.yaml`, changed)
      const data = ['--year', '2021', '--data', `${rules}/tiny/data.csv`]
      const args = ['score', 'tiny', ...data, '--rules', rules]
      const { status, err } = await run(args)
      expect(status).toBe(1)
      expect(err).toContain('VERSION_CHANGED')
    }
  })

  it('is missed when its file is gone', async () => {
    const rules = await lockedFolder()
    await rm(`${rules}/tiny/2020.yaml`)
    const checked = await run(['check', '--rules', rules])
    expect(checked.status).toBe(1)
    expect(checked.out).toContain('lock.json:1:1 LOCKED_FILE_MISSING')
    const data = ['--year', '2021', '--data', `${rules}/tiny/data.csv`]
    const scored = await run(['score', 'tiny', ...data, '--rules', rules])
    expect(scored.status).toBe(1)
    expect(scored.err).toContain('LOCKED_FILE_MISSING')
  })
})

describe('data of the examples of a published version', () => {
  it('may not change or go either', async () => {
    const rules = await lockedFolder()
    await change(rules, 'tiny/data.csv')
    for (const command of ['check', 'test', 'lock']) {
      const { status, out, err } = await run([command, '--rules', rules])
      expect(status).toBe(1)
      expect(out + err).toMatch(/tiny\/data\.csv:1:1 VERSION_CHANGED/)
    }
    await rm(`${rules}/tiny/data.csv`)
    const { out } = await run(['check', '--rules', rules])
    expect(out).toMatch(/LOCKED_FILE_MISSING .*"tiny\/data\.csv"/)
  })
})

describe('a lock that cannot be read', () => {
  it('is no reason to trust the files', async () => {
    for (const lock of ['{', '[]', '{"methodologies": {"a": 1}, "data": {}}']) {
      const rules = await rulesFolder({ ...FILES, 'lock.json': lock })
      const data = ['--year', '2021', '--data', `${rules}/tiny/data.csv`]
      for (const command of [['score', 'tiny', ...data], ['lock'], ['test']]) {
        const ran = await run([...command, '--rules', rules])
        expect(ran.status).toBe(1)
        expect(ran.out + ran.err).toContain('lock.json:1:1 FILE_UNREADABLE')
      }
    }
  })
})
