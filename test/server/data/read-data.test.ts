import { mkdir } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { readData } from '../../../server/data/read-data.js'
import { readText } from '../../../server/data/read-text.js'
import { temporaryData } from './fixtures/temporary-data.js'

const json = fileURLToPath(
  new URL('./fixtures/ministries.json', import.meta.url),
)

async function onlyProblem(path: string) {
  const { problems } = await readData(path, { year: 2023 })
  expect(problems).toHaveLength(1)
  return problems[0]
}

describe('readData', () => {
  it('reads a JSON file, and names it as it was given', async () => {
    const given = relative(process.cwd(), json)
    const { dataset, problems } = await readData(given, { year: 2023 })
    expect(problems).toEqual([])
    expect(dataset.bodies.map(({ id }) => id)).toEqual(['me', '7'])
    expect(dataset.bodies[0]?.place.file).toBe(given)
  })

  it('reads a CSV file that a spreadsheet saved with a byte order mark', async () => {
    const folder = await temporaryData({ 'a.csv': '\uFEFFid,x\r\nқ,1\r\n' })
    const { dataset, problems } = await readData(`${folder}/a.csv`, {
      year: 2023,
    })
    expect(problems).toEqual([])
    expect(dataset.bodies[0]?.id).toBe('қ')
  })

  it('reads semicolons and decimal commas where the option says so', async () => {
    const folder = await temporaryData({ 'a.csv': 'id;x\na;3,14\n' })
    const path = `${folder}/a.csv`
    const { dataset } = await readData(path, { year: 2023, decimalComma: true })
    expect(dataset.bodies[0]?.cells.get('x')).toBe('3.14')
    expect((await onlyProblem(path))?.code).toBe('DATA_CSV_DELIMITER')
  })

  it('DATA_FILE_UNREADABLE for a path with nothing there', async () => {
    const problem = await onlyProblem('no/such/folder')
    expect(problem).toMatchObject({
      code: 'DATA_FILE_UNREADABLE',
      file: 'no/such/folder',
    })
    expect(problem?.message).toContain('there is no such file')
  })

  it('DATA_FILE_UNREADABLE for an old spreadsheet, with the way to save it', async () => {
    const folder = await temporaryData({ 'a.xls': 'PK' })
    const problem = await onlyProblem(`${folder}/a.xls`)
    expect(problem?.code).toBe('DATA_FILE_UNREADABLE')
    expect(problem?.message).toContain(
      'Save a spreadsheet as .xlsx or as CSV UTF-8',
    )
  })

  it('DATA_FILE_UNREADABLE for a folder in the place of a table', async () => {
    const folder = await temporaryData({ 'bodies.csv': 'id\na\n' })
    await mkdir(`${folder}/goals.csv`)
    const problem = await onlyProblem(folder)
    expect(problem?.code).toBe('DATA_FILE_UNREADABLE')
    expect(problem?.message).toContain('it is not an ordinary file')
  })

  it('DATA_ENCODING for a JSON file in UTF-16', async () => {
    const text = Buffer.from('\uFEFF{"bodies":[]}', 'utf16le')
    const folder = await temporaryData({ 'a.json': text })
    expect((await onlyProblem(`${folder}/a.json`))?.code).toBe('DATA_ENCODING')
  })

  it('DATA_TOO_LARGE for a file of too many bytes', async () => {
    const folder = await temporaryData({ 'a.csv': 'id,x\n' })
    const read = await readText(`${folder}/a.csv`, 4)
    if (read.kind !== 'problem') throw new Error('the file was read')
    expect(read.problem.code).toBe('DATA_TOO_LARGE')
    expect(read.problem.message).toContain('has 5 bytes')
  })
})
