import { readdir, readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

import { checkDataset, loadMethodology } from '../../../engine/index.js'
import { readData } from '../../../server/data/read-data.js'
import { RULE_FILES } from '../../helpers/rule-files.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'
import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

/** What an empty form may lack: cells, ids and rows, never a column or a table. */
const EMPTY = ['CELL_REQUIRED', 'ID_MISSING', 'DATA_NO_ROWS', 'CHECK_FAILED']

async function form(file: string, format: string) {
  const folder = `${await temporaryData({})}/form`
  const options = ['--format', format, '--output', folder]
  const { status, err } = await run(['template', file, ...options])
  expect([status, err]).toEqual([0, ''])
  return folder
}

async function messages(file: string, path: string) {
  const { methodology } = loadMethodology(file, await readFile(file, 'utf8'))
  if (!methodology) throw new Error(`${file} has mistakes`)
  const { years } = methodology
  const year = years.kind === 'list' ? (years.years[0] ?? 0) : years.from
  const read = await readData(path, { year })
  const options = { year, leaveOutBroken: false }
  const { problems, warnings } = await checkDataset(read, methodology, options)
  // The register gives them; here the form is read without it.
  const registered = methodology.nodes.flatMap((node) =>
    node.kind === 'input' && node.fromRegister ? [node.column] : [],
  )
  return [...problems, ...warnings].filter(
    ({ column }) => !registered.includes(column ?? ''),
  )
}

describe.each(RULE_FILES)('the form for the data of %s', (file) => {
  it('is a JSON file whose cells alone are empty', async () => {
    const folder = await form(file, 'json')
    const found = await messages(file, `${folder}/data.json`)
    expect(found.filter(({ code }) => !EMPTY.includes(code))).toEqual([])
  })

  it('is a folder of CSV files that lack rows alone', async () => {
    const folder = await form(file, 'csv')
    const found = await messages(file, folder)
    expect(found.map(({ code }) => code)).toEqual(['DATA_NO_ROWS'])
  })

  it('is a workbook that lacks rows alone, and whose notes are not read', async () => {
    const folder = await form(file, 'xlsx')
    const found = await messages(file, `${folder}/data.xlsx`)
    expect(found.map(({ code }) => code)).toEqual(['DATA_NO_ROWS'])
  })

  it('takes a row in every table', async () => {
    const folder = await form(file, 'csv')
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.csv')) continue
      const path = `${folder}/${name}`
      const header = await readFile(path, 'utf8')
      const keys = ['id', 'body', ...name.split('.').slice(0, -2)]
      const cells = header
        .trim()
        .split(',')
        .map((column) => (keys.includes(column) ? 'x' : ''))
      await writeFile(path, `${header.trim()}\n${cells.join(',')}\n`)
    }
    const found = await messages(file, folder)
    expect(found.filter(({ code }) => !EMPTY.includes(code))).toEqual([])
  })

  it('lists every column with what it may hold', async () => {
    const folder = await form(file, 'csv')
    const list = await readFile(`${folder}/inputs.md`, 'utf8')
    const [header = ''] = (
      await readFile(`${folder}/bodies.csv`, 'utf8')
    ).split('\n')
    for (const column of header.split(',').slice(2)) {
      expect(list).toContain(`| \`${column}\` |`)
    }
  })
})

describe('olshem template', () => {
  it('says of a column its type, unit, values, bounds and whether it may be empty', async () => {
    const folder = await form('rules/kz-goals/2012.yaml', 'csv')
    const list = await readFile(`${folder}/inputs.md`, 'utf8')
    expect(list).toContain(
      '| `unreliable_facts` | Facts not confirmed by re-verification | whole number, facts, from 0 | allowed: missing |  | No 14 of 2012-01-19, 42 |',
    )
    expect(list).toContain('one of: central, local | not allowed')
    expect(list).toContain('allowed, except where count(directions) == 0')
    expect(list).toContain('true or false | stands for false')
  })

  it('never takes the place of a file', async () => {
    const { rules, folder } = await tinyFolder({
      'form/bodies.csv': 'id\nkept\n',
    })
    const options = ['--output', `${folder}/form`, '--rules', rules]
    const { status, err } = await run(['template', 'tiny', ...options])
    expect(status).toBe(1)
    expect(err).toContain('bodies.csv is there already')
    expect(await readdir(`${folder}/form`)).toEqual(['bodies.csv'])
    expect(await readFile(`${folder}/form/bodies.csv`, 'utf8')).toBe(
      'id\nkept\n',
    )
  })

  it('says of which year the data are', async () => {
    const { rules, folder } = await tinyFolder()
    const options = ['--output', folder, '--format', 'json', '--year', '2021']
    await run(['template', 'tiny', ...options, '--rules', rules])
    expect(JSON.parse(await readFile(`${folder}/data.json`, 'utf8'))).toEqual({
      year: 2021,
      bodies: [{ id: null, name: null, a: null, b: null }],
    })
  })

  it('has a row for each body of the register in the year', async () => {
    const { rules, folder } = await tinyFolder({}, withRegister())
    const options = ['--year', '2021', '--output', `${folder}/form`]
    const { err } = await run([
      'template',
      'tiny',
      ...options,
      '--rules',
      rules,
    ])
    expect(err).toBe('')
    const form = await readFile(`${folder}/form/bodies.csv`, 'utf8')
    expect(form).toBe('id,name,a,b\nm1,Finance,,\nm3,Health,,\n')
    expect(await readFile(`${folder}/form/inputs.md`, 'utf8')).toContain(
      '| `kind` |  | one of: central, local | not in the form: the register gives it |',
    )
    const data = ['--data', `${folder}/form`, '--rules', rules]
    const scored = await run(['score', 'tiny', '--year', '2021', ...data])
    expect(scored.err).not.toMatch(/COLUMN|TABLE/)
  })

  it('needs a folder', async () => {
    expect((await run(['template', 'tiny'])).status).toBe(2)
  })
})

/** The ministry m2 ended before 2021. */
function withRegister() {
  const more =
    'register: offices\ninputs: { kind: { type: level, values: [central, local], from: register } }\n'
  return {
    'tiny/2020.yaml': tiny({ more }),
    'registers/offices.csv':
      'id,name_en,valid_from,valid_to,successor,kind\nm3,Health,,,,central\nm1,Finance,,,,local\nm2,Trade,,2019-12-31,,local\n',
  }
}
