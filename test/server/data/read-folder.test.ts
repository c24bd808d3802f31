import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import type { RawRow } from '../../../engine/data/raw.js'
import { readData } from '../../../server/data/read-data.js'
import { temporaryData } from './fixtures/temporary-data.js'

const ministries = fileURLToPath(
  new URL('./fixtures/ministries', import.meta.url),
)

async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await temporaryData(files)
  const { dataset, problems } = await readData(folder, { year: 2023 })
  return { dataset, problems, folder }
}

async function onlyProblem(
  files: Readonly<Record<string, string | Uint8Array>>,
) {
  const { problems, folder } = await read(files)
  expect(problems.map(({ message }) => message)).toHaveLength(1)
  const [problem] = problems
  if (!problem) throw new Error('there is no problem')
  return { ...problem, file: problem.file.replace(folder, '') }
}

/** A row as a plain object, without its place. */
function plain({ id, name, cells, tables }: RawRow): object {
  return {
    id,
    name,
    ...Object.fromEntries(cells),
    ...Object.fromEntries(
      [...tables].map(([table, rows]) => [table, rows.map(plain)]),
    ),
  }
}

const bodies = 'id,name\na,A\nb,B\n'

describe('readData of a folder', () => {
  it('puts the rows of each table below the rows that they name', async () => {
    const { dataset, problems } = await readData(ministries, { year: 2023 })
    expect(problems).toEqual([])
    expect(dataset.year).toBe(2023)
    const indicators = (id: string | null, ...rows: object[]) =>
      rows.map((row) => ({ id, ...row }))
    expect(dataset.bodies.map(plain)).toEqual([
      {
        id: 'me',
        name: 'Білім министрлігі',
        staff: '120',
        budget: '3.50',
        goals: [
          {
            id: 'g1',
            name: 'Schools, and kindergartens',
            weight: '0.6',
            indicators: indicators(
              null,
              { name: 'Places', plan: '100', fact: '95' },
              { name: 'Teachers', plan: null, fact: '12' },
            ),
          },
          { id: 'g2', name: 'Science', weight: '0.4' },
        ],
      },
      {
        id: 'mz',
        name: 'Денсаулық министрлігі',
        staff: '98',
        budget: null,
        goals: [
          {
            id: 'g1',
            name: 'Hospitals',
            weight: '1',
            indicators: indicators(null, {
              name: 'Beds',
              plan: '50',
              fact: '50',
            }),
          },
        ],
      },
    ])
  })

  it('says the file and the line of a row', async () => {
    const { dataset } = await readData(`${ministries}/`, { year: 2023 })
    const goal = dataset.bodies[1]?.tables.get('goals')?.[0]
    expect(goal?.tables.get('indicators')?.[0]?.place).toEqual({
      file: `${ministries}/goals.indicators.csv`,
      line: 4,
      path: null,
    })
  })

  it('keeps the rows of the year in each file that has the column', async () => {
    const { dataset, problems } = await read({
      'bodies.csv': bodies,
      'goals.csv': 'year,body,id\n2022,a,g1\n2023,a,g1\n2022,gone,g9\n',
    })
    expect(problems).toEqual([])
    expect(dataset.year).toBe(2023)
    expect(dataset.bodies[0]?.tables.get('goals')).toHaveLength(1)
  })

  it('takes a table with a header and no rows for an empty one', async () => {
    const files = { 'bodies.csv': bodies, 'goals.csv': 'body,id,weight\n' }
    expect((await read(files)).problems).toEqual([])
  })

  it('passes over files that are not tables', async () => {
    const { problems } = await read({
      'bodies.csv': bodies,
      '._goals.csv': '\0',
      '~$goals.csv': 'x',
      '.~lock.goals.csv#': 'x',
      'notes.txt': 'x',
    })
    expect(problems).toEqual([])
  })

  it('finds bodies and rows whose ids are prototype keys', async () => {
    const { dataset, problems } = await read({
      'bodies.csv': 'id\n__proto__\n',
      'constructor.csv': 'body,id\n__proto__,toString\n',
      'constructor.__proto__.csv': 'body,constructor,x\n__proto__,toString,1\n',
    })
    expect(problems).toEqual([])
    const row = dataset.bodies[0]?.tables.get('constructor')?.[0]
    expect(row?.tables.get('__proto__')?.[0]?.cells.get('x')).toBe('1')
  })
})

describe('the mistakes of a folder', () => {
  it('PARENT_UNKNOWN for a row of a body that is not there', async () => {
    const problem = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'body,id\na,g1\nc,g1\n',
    })
    expect(problem).toMatchObject({
      code: 'PARENT_UNKNOWN',
      file: '/goals.csv',
      line: 3,
      body: 'c',
      column: 'body',
    })
    expect(problem.message).toContain('belongs to "c" in the column "body"')
  })

  it('PARENT_UNKNOWN for a row of a goal that another body has', async () => {
    const problem = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'body,id\na,g1\n',
      'goals.indicators.csv': 'body,goals,x\na,g1,1\nb,g1,2\n',
    })
    expect(problem).toMatchObject({
      code: 'PARENT_UNKNOWN',
      file: '/goals.indicators.csv',
      line: 3,
      body: 'b',
      column: 'goals',
    })
    expect(problem.message).toContain('no such row of the body "b"')
  })

  it('PARENT_UNKNOWN for an empty key, and for a key column left out', async () => {
    const empty = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'body,id\n,g1\n',
    })
    expect(empty.code).toBe('PARENT_UNKNOWN')
    expect(empty.message).toContain('Line 2')
    expect(empty.message).toContain('has an empty "body"')
    const left = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'bodies,id\na,g1\n',
    })
    expect(left.code).toBe('PARENT_UNKNOWN')
    expect(left.message).toContain('has no column "body"')
    expect(left.message).toContain('Its columns are "bodies" and "id"')
  })

  it('PARENT_UNKNOWN for a table whose enclosing table has no file', async () => {
    const problem = await onlyProblem({
      'bodies.csv': bodies,
      'goals.indicators.csv': 'body,goals\na,g1\n',
    })
    expect(problem.code).toBe('PARENT_UNKNOWN')
    expect(problem.message).toContain('"goals.csv", which is not in the folder')
  })

  it('reports no row of a body that may be among those not read', async () => {
    const problem = await onlyProblem({
      'bodies.csv': 'id,x\na,1\nb\n',
      'goals.csv': 'body,id\nb,g1\n',
    })
    expect(problem).toMatchObject({ code: 'DATA_CSV_SYNTAX', line: 3 })
  })

  it('ID_MISSING for rows that others refer to', async () => {
    const indicators = { 'goals.indicators.csv': 'body,goals\na,g1\n' }
    const column = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'body,weight\na,1\n',
      ...indicators,
    })
    expect(column).toMatchObject({ code: 'ID_MISSING', file: '/goals.csv' })
    expect(column.message).toContain('Its columns are "body" and "weight"')
    const cell = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'body,id\na,g1\na,\n',
      ...indicators,
    })
    expect(cell).toMatchObject({ code: 'ID_MISSING', line: 3, body: 'a' })
  })

  it('ID_DUPLICATE for two rows of one table of one body', async () => {
    const problem = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'body,id\na,g1\nb,g1\na,g1\n',
    })
    expect(problem).toMatchObject({
      code: 'ID_DUPLICATE',
      line: 4,
      body: 'a',
      row: 'goals[g1]',
    })
    expect(problem.message).toContain('which line 2 of the same table has')
  })

  it('DATA_NO_ROWS for a table without rows of the year', async () => {
    const problem = await onlyProblem({
      'bodies.csv': bodies,
      'goals.csv': 'body,year\na,2024\na,2022\n',
    })
    expect(problem).toMatchObject({ code: 'DATA_NO_ROWS', file: '/goals.csv' })
    expect(problem.message).toContain('2022, 2024; the nearest is 2024')
  })

  it('DATA_TOO_LARGE for the rows of one body in one table', async () => {
    const folder = await temporaryData({
      'bodies.csv': bodies,
      'goals.csv': 'body\na\na\nb\na\na\n',
    })
    const limits = { rows: 2, depth: 64 }
    const { problems } = await readData(folder, { year: 2023, limits })
    expect(problems.map(({ code, body }) => [code, body])).toEqual([
      ['DATA_TOO_LARGE', 'a'],
    ])
    expect(problems[0]?.message).toContain('more than 2 rows')
  })

  it('DATA_TOO_LARGE for tables nested too deep', async () => {
    const folder = await temporaryData({
      'bodies.csv': bodies,
      'x.csv': 'body,id\n',
      'x.y.csv': 'body,x\n',
    })
    const limits = { rows: 9, depth: 2 }
    const { problems } = await readData(folder, { year: 2023, limits })
    expect(problems.map(({ code }) => code)).toEqual(['DATA_TOO_LARGE'])
    expect(problems[0]?.message).toContain('nests rows 3 deep')
  })

  it('DATA_FILE_UNREADABLE for a folder without bodies.csv', async () => {
    const problem = await onlyProblem({ 'Bodies.csv': bodies })
    expect(problem).toMatchObject({
      code: 'DATA_FILE_UNREADABLE',
      file: '/bodies.csv',
    })
    expect(problem.message).toContain('It holds "Bodies.csv"')
  })

  it('DATA_FILE_UNREADABLE for a table that would be passed over', async () => {
    const files = { 'bodies.csv': bodies, 'goals.CSV': 'body\na\n' }
    const problem = await onlyProblem(files)
    expect(problem.code).toBe('DATA_FILE_UNREADABLE')
    expect(problem.message).toContain('Rename it')
  })

  it('TABLE_UNKNOWN for a name that begins with the bodies', async () => {
    const files = { 'bodies.csv': bodies, 'bodies.goals.csv': 'body\na\n' }
    const problem = await onlyProblem(files)
    expect(problem.code).toBe('TABLE_UNKNOWN')
    expect(problem.message).toContain('rename it to "goals.csv"')
  })

  it('reports the mistakes of all files at once', async () => {
    const { problems } = await read({
      'bodies.csv': 'id,x,x\na,1,2\na,1,2\n',
      'goals.csv': Buffer.from([0x69, 0x64, 0x0a, 0xe0]),
      'goals.indicators.csv': 'body;goals\na;g1\n',
      'tasks.csv': 'body\nz\n',
    })
    expect(problems.map(({ code }) => code)).toEqual([
      'COLUMN_DUPLICATE',
      'ID_DUPLICATE',
      'DATA_ENCODING',
      'PARENT_UNKNOWN',
      'DATA_CSV_DELIMITER',
    ])
  })
})
