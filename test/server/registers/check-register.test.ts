import { readdir, readFile, rm, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { run } from '../commands/run-in-memory.js'
import { rulesFolder } from '../commands/tiny-methodology.js'

const RULES = `format: 1
methodology: offices
version: "2023"
title: Offices
status: draft
act: { number: "954", date: 2010-03-19 }
years: { from: 2023 }
register:
  id: offices
  where: kind == "central"
  reorganised:
    - { ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "53" }
    - { ended: { from: 07-01, to: 12-31 }, then: not-scored, cite: "54" }
inputs:
  kind: { type: level, values: [central, local], from: register }
indicators:
  a: { under: total, when_joined: add }
criteria:
  total: { aggregate: sum, cite: "2", mark: given }
rankings:
  all: { output: total }
`

const REGISTER = `id,name_en,kind,valid_from,valid_to,successor
old,Old office,central,,2023-03-12,new
new,New office,central,2023-03-13,,
board,Board,central,,2023-09-12,new
idle,"Idle, still",central,,,
town,Town,local,,,
`

const DATA = 'id,a\nold,2\nnew,3\n'

const files = (changed: Readonly<Record<string, string>> = {}) =>
  rulesFolder({
    'offices/2023.yaml': RULES,
    'registers/offices.csv': REGISTER,
    'data.csv': DATA,
    ...changed,
  })

async function score(folder: string, ...more: readonly string[]) {
  return run([
    ...['score', 'offices@2023', '--year', '2023', '--rules', folder],
    ...['--data', `${folder}/data.csv`, ...more],
  ])
}

interface Found {
  readonly line: number
  readonly code: string
  readonly message: string
}

async function check(changed: Readonly<Record<string, string>>) {
  const folder = await files(changed)
  const { out } = await run(['check', '--json', '--rules', folder])
  return JSON.parse(out) as readonly Found[]
}

describe('olshem score with a register', () => {
  it('reads it from the rules folder and prints who was joined, ended or without data', async () => {
    const { status, out, err } = await score(await files())
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('1  new  New office      5')
    expect(out).toContain(
      'new New office: with old Old office, which ended on 2023-03-12 (No 954 of 2010-03-19, 53)',
    )
    expect(out).toContain(
      'the body ended in the year and is not scored: 2023-09-12 (No 954 of 2010-03-19, 54), so no total',
    )
    expect(out).toContain(
      'the register has the body and the data have not, so no total',
    )
    expect(out).toMatch(/^register {4}sha256 [0-9a-f]{64} \(offices\)$/m)
    expect(out).not.toContain('town')
  })

  it('prints a row for each body as CSV', async () => {
    const { out } = await score(await files(), '--csv')
    const rows = out.trim().split('\n')
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      'id',
      'board',
      'idle',
      'new',
      'old',
    ])
    expect(rows[2]).toContain('"Idle, still",not-scored')
    expect(rows[3]).toContain('with old Old office, which ended on 2023-03-12')
  })

  it('takes another file where somebody names one', async () => {
    const folder = await files({
      'other.csv': `${REGISTER}more,More,central,,,\n`,
    })
    const { out } = await score(
      folder,
      '--json',
      '--register',
      `${folder}/other.csv`,
    )
    const { results, register } = JSON.parse(out) as {
      readonly results: readonly { readonly id: string }[]
      readonly register: { readonly id: string }
    }
    expect(results.map(({ id }) => id)).toContain('more')
    expect(register.id).toBe('offices')
  })

  it('refuses a register with mistakes, all of them at their lines', async () => {
    const folder = await files({
      'registers/offices.csv': `${REGISTER}x,"X,central,,,\n`,
    })
    const broken = await score(folder)
    expect(broken.status).toBe(1)
    expect(broken.err).toContain('offices.csv:7 DATA_CSV_SYNTAX')
    const bad = await score(
      await files({
        'registers/offices.csv': `${REGISTER}x,X,central,2023,2024-13-01,\ny,Y,central\n`,
      }),
    )
    expect(bad.err).toMatch(/:7 CELL_NOT_A_DATE x valid_from: received "2023"/)
    expect(bad.err).toMatch(
      /:7 CELL_NOT_A_DATE x valid_to: received "2024-13-01"/,
    )
    expect(bad.err).toMatch(/:8 DATA_CSV_SYNTAX/)
  })

  it('refuses a register that is not there, that is not read, or that lacks an attribute', async () => {
    const folder = await files()
    const gone = await score(folder, '--register', `${folder}/gone.csv`)
    expect(gone.err).toContain('there is no such file')
    const rules = RULES.replace(/register:\n(.+\n)+?(?=inputs)/, '')
      .replace(', from: register', '')
      .replace(', when_joined: add', '')
    const without = await files({ 'offices/2023.yaml': rules })
    const unread = await score(
      without,
      '--register',
      `${folder}/registers/offices.csv`,
    )
    expect(unread.err).toContain('names no register of bodies')
    const lacking = await score(
      await files({
        'registers/offices.csv': REGISTER.replace('kind', 'kinds'),
      }),
    )
    expect(lacking.err).toContain(
      'UNKNOWN_NAME "kind" is not a column of the register offices',
    )
  })

  it('explains a body without data, and names it among those that can be explained', async () => {
    const folder = await files()
    const explain = (body: string) =>
      run([
        ...['explain', 'offices@2023', '--year', '2023', '--rules', folder],
        ...['--data', `${folder}/data.csv`, '--body', body],
      ])
    expect((await explain('old')).out).toContain(
      'assessed within its successor: new',
    )
    expect((await explain('idel')).err).toContain('Did you mean "idle"?')
  })
})

describe('olshem replay of a run with a register', () => {
  const made = async (more: readonly string[] = []) => {
    const folder = await files({ 'data.csv': `${DATA}board,7\n` })
    const store = ['--store', `${folder}/kept`]
    const file = `${folder}/run.json`
    const { status } = await score(
      folder,
      ...['--json', '--output', file, ...store, ...more],
    )
    expect(status).toBe(0)
    const replay = () => run(['replay', file, '--rules', folder, ...store])
    return { folder, replay }
  }

  it('is identical even where the file of the register was changed since', async () => {
    const { folder, replay } = await made()
    await writeFile(`${folder}/registers/offices.csv`, 'id\n')
    const { status, out } = await replay()
    expect(out).toMatch(/^identical: offices@2023, 2023, 4 bodies/)
    expect(status).toBe(0)
  })

  it('does not take bodies that were left out for bodies without data', async () => {
    const folder = await files({ 'data.csv': 'id,a\nold,2\nnew,3\nidle,x\n' })
    const store = ['--store', `${folder}/kept`]
    const file = `${folder}/run.json`
    await score(
      folder,
      ...['--json', '--output', file, ...store, '--leave-out-broken'],
    )
    const { out } = await run(['replay', file, '--rules', folder, ...store])
    expect(out).toMatch(/^identical: .* 3 bodies/)
  })

  it('names the register where its text is not kept', async () => {
    const { folder, replay } = await made()
    const { register } = JSON.parse(
      await readFile(`${folder}/run.json`, 'utf8'),
    ) as { readonly register: { readonly sha256: string } }
    for (const name of await readdir(`${folder}/kept`, { recursive: true })) {
      if (name.includes(register.sha256.slice(2))) {
        await rm(`${folder}/kept/${name}`)
      }
    }
    const { status, err } = await replay()
    expect(status).toBe(1)
    expect(err).toContain('The register offices')
  })
})

describe('olshem check with a register', () => {
  it('finds nothing where the register is sound', async () => {
    expect(await check({})).toEqual([])
  })

  it('misses a register that is not there, at the line that names it', async () => {
    const rules = RULES.replace('id: offices', 'id: ofices')
    expect(await check({ 'offices/2023.yaml': rules })).toMatchObject([
      { line: 8, code: 'REGISTER_NOT_USABLE' },
    ])
  })

  it('misses the column of an attribute, with the one that is meant', async () => {
    const found = await check({
      'registers/offices.csv': REGISTER.replace('kind', 'kinds'),
    })
    expect(found).toMatchObject([{ line: 15, code: 'UNKNOWN_NAME' }])
    expect(found[0]?.message).toContain('Did you mean "kinds"?')
  })

  it('finds cells that the methodology cannot read', async () => {
    const found = await check({
      'registers/offices.csv': REGISTER.replace(
        'Board,central',
        'Board,centrl',
      ),
    })
    expect(found).toMatchObject([{ line: 8, code: 'REGISTER_NOT_USABLE' }])
    expect(found[0]?.message).toContain('Did you mean "central"?')
    expect(found[0]?.message).toContain('offices.csv:4 board kind')
  })
})
