import { readdir, readFile, symlink } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import type { ScoreResult } from '../../../engine/index.js'
import { run, type Surroundings } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

const DATA = 'id,name,a,b\nm1,Қаржы,1,2\nm2,Білім,0.1,0.2\nm3,Жоқ,5,\n'

async function score(
  data: string,
  options: readonly string[] = [],
  surroundings: Surroundings = {},
) {
  const { rules, folder } = await tinyFolder({ 'data.csv': data })
  const file = `${folder}/data.csv`
  const asked = ['--year', '2021', '--data', file, '--rules', rules]
  return run(['score', 'tiny', ...asked, ...options], surroundings)
}

function resultOf(text: string): ScoreResult {
  return JSON.parse(text) as ScoreResult
}

describe('olshem score --json', () => {
  it('prints exact figures, places and the reasons for what is missing', async () => {
    const { status, out, err } = await score(DATA, ['--json'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const result = resultOf(out)
    expect(result.methodology).toMatchObject({
      id: 'tiny',
      version: '2020',
      inForce: true,
    })
    expect(result.results.map(({ exact }) => exact['total'])).toEqual([
      '3',
      '0.3',
      null,
    ])
    expect(result.results[2]).toMatchObject({
      id: 'm3',
      status: 'not-scored',
      missing: [{ output: 'total', input: 'b', row: null }],
    })
    expect(result.rankings['total']).toEqual([
      { place: 1, id: 'm1', value: 3 },
      { place: 2, id: 'm2', value: 0.3 },
    ])
  })

  it('hashes the data alike, whether they came as CSV or JSON', async () => {
    const json = JSON.stringify({
      year: 2021,
      bodies: [
        { id: 'm2', name: 'Білім', a: 0.1, b: '0.2' },
        { id: 'm1', name: 'Қаржы', a: 1, b: 2 },
      ],
    })
    const csv = 'id,name,a,b\nm1,Қаржы,1.0,2\nm2,Білім,0.1,0.2\n'
    const { rules, folder } = await tinyFolder({ 'd.csv': csv, 'd.json': json })
    const [fromCsv, fromJson] = await Promise.all(
      ['d.csv', 'd.json'].map(async (name) => {
        const data = ['--data', `${folder}/${name}`, '--rules', rules]
        const args = ['score', 'tiny', '--year', '2021', '--json', ...data]
        return resultOf((await run(args)).out)
      }),
    )
    expect(fromJson?.data).toEqual(fromCsv?.data)
    expect(fromJson?.sha256).toEqual(fromCsv?.sha256)
  })

  it('takes numbers with a decimal comma when it is told so', async () => {
    const data = 'id;a;b\nm1;0,5;1,25\n'
    const { status, out } = await score(data, ['--json', '--decimal-comma'])
    expect(status).toBe(0)
    expect(resultOf(out).results[0]?.exact).toEqual({ total: '1.75' })
  })
})

describe('olshem score --csv', () => {
  it('prints a row for each body with figures, places and reasons', async () => {
    const { out } = await score(DATA, ['--csv'])
    expect(out.split('\n')).toEqual([
      'id,name,status,total,place.total,flags,reasons',
      'm1,Қаржы,scored,3,1,,',
      'm2,Білім,scored,0.3,2,,',
      expect.stringMatching(/^m3,Жоқ,not-scored,,,,"?b: not given in the data/),
      '',
    ])
  })
})

describe('olshem score --table', () => {
  it('is the default, with names of any alphabet aligned', async () => {
    const { out } = await score(DATA)
    expect(out).toContain('Tiny index, tiny@2020, year 2021, 3 bodies')
    expect(out).toContain('    1  m1  Қаржы      3\n    2  m2  Білім    0.3\n')
    expect(out).toContain('b: not given in the data, so no total')
  })
})

describe('olshem score with errors in the data', () => {
  const broken = 'id,a,b\nm1,one,2\nm2,1,2\nm3,1,two\n'

  it('prints every error with its line and cell, and no result', async () => {
    const { status, out, err } = await score(broken, ['--json'])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/data\.csv:2 CELL_NOT_A_NUMBER m1 a: .*"one"/),
      expect.stringMatching(/data\.csv:4 CELL_NOT_A_NUMBER m3 b: .*"two"/),
    ])
  })

  it('leaves broken bodies out when asked to, and lists them with their errors', async () => {
    const asked = ['--json', '--leave-out-broken']
    const { status, out, err } = await score(broken, asked)
    expect(status).toBe(0)
    const { results, leftOut } = resultOf(out)
    expect(results.map(({ id }) => id)).toEqual(['m2'])
    expect(leftOut.map(({ id }) => id)).toEqual(['m1', 'm3'])
    expect(err).toMatch(/data\.csv:2 CELL_NOT_A_NUMBER m1 a: /)
  })

  it('lists left-out bodies in the CSV and the tables too', async () => {
    const csv = await score(broken, ['--csv', '--leave-out-broken'])
    expect(csv.out).toMatch(/^m1,,left-out,,,,"?CELL_NOT_A_NUMBER/m)
    const table = await score(broken, ['--leave-out-broken'])
    expect(table.out).toMatch(/Left out because of errors[^]*:2 CELL_NOT/)
  })

  it('names a data file that is not there', async () => {
    const { rules } = await tinyFolder()
    const args = ['--year', '2021', '--data', 'gone.csv', '--rules', rules]
    const { status, err } = await run(['score', 'tiny', ...args])
    expect(status).toBe(1)
    expect(err).toMatch(/^gone\.csv DATA_FILE_UNREADABLE /)
  })

  it('warns of columns that are not used, and scores', async () => {
    const { status, err } = await score('id,a,b,c\nm1,1,2,3\n', ['--json'])
    expect(status).toBe(0)
    expect(err).toMatch(/COLUMN_UNKNOWN c: /)
  })

  it('shows control characters of names instead of obeying them', async () => {
    const { out } = await score('id,name,a,b\nm1,\u001b[2Jx,1,2\n')
    expect(out).not.toContain('\u001b')
    expect(out).toContain('\\u{001b}[2Jx')
  })
})

describe('olshem score with data of the year before', () => {
  it('reports errors of both data sets in one run', async () => {
    const more =
      'computed:\n  change: { formula: b - previous(b), cite: "3", mark: given }\n'
    const { rules, folder } = await tinyFolder(
      {
        'now.csv': 'id,a,b\nm1,x,2\n',
        'before.csv': 'id,b\nm1,y\n',
      },
      { 'tiny/2020.yaml': tiny({ more }) },
    )
    const data = ['--data', `${folder}/now.csv`]
    const before = ['--previous', `${folder}/before.csv`, '--rules', rules]
    const args = ['score', 'tiny', '--year', '2021', ...data, ...before]
    const { status, err } = await run(args)
    expect(status).toBe(1)
    expect(err).toMatch(/now\.csv:2 [^]*before\.csv:2 /)
  })
})

describe('olshem score and the version in force', () => {
  const two = {
    'tiny/2020.yaml': tiny(),
    'tiny/2023.yaml': tiny({ version: '2023', years: '{ from: 2023 }' }),
  }

  async function scoreYear(
    methodology: string,
    year: number,
    files: Readonly<Record<string, string>> = two,
  ) {
    const data = { 'data.csv': 'id,a,b\nm1,1,2\n' }
    const { rules, folder } = await tinyFolder(data, files)
    const asked = ['--year', String(year), '--data', `${folder}/data.csv`]
    return run(['score', methodology, ...asked, '--json', '--rules', rules])
  }

  it('takes the version that covers the year', async () => {
    for (const [year, version] of [
      [2022, '2020'],
      [2023, '2023'],
    ] as const) {
      const { out } = await scoreYear('tiny', year)
      expect(resultOf(out).methodology.version).toBe(version)
    }
  })

  it('never falls back: a year without a version names the nearest', async () => {
    const { status, out, err } = await scoreYear('tiny', 2019)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain('No version of "tiny" covers 2019.')
    expect(err).toContain('nearest is tiny@2020 (2020-2022), then tiny@2023')
  })

  it('applies the rules of other years when a version is named, and says so', async () => {
    const { status, out, err } = await scoreYear('tiny@2020', 2023)
    expect(status).toBe(0)
    expect(resultOf(out).methodology.inForce).toBe(false)
    expect(err).toBe(
      '2023 was scored under the rules of 2020-2022: tiny@2020 is not in force for 2023.\n',
    )
  })

  it('asks for a version where editions cover the same year', async () => {
    const { status, err } = await scoreYear('tiny', 2021, {
      'tiny/2020.yaml': tiny({ edition: 'first' }),
      'tiny/2020b.yaml': tiny({ version: '2020b', edition: 'second' }),
    })
    expect(status).toBe(1)
    expect(err).toMatch(/tiny@2020 \(first\), tiny@2020b \(second\)\. Name/)
  })

  it('refuses two versions of one year that name no editions', async () => {
    const { status, err } = await scoreYear('tiny', 2021, {
      'tiny/2020.yaml': tiny(),
      'tiny/2021.yaml': tiny({ version: '2021', years: '[2021]' }),
    })
    expect(status).toBe(1)
    expect(err).toContain('YEARS_OVERLAP')
  })

  it('ends a version without a last year where the one that supersedes it begins', async () => {
    const files = {
      'tiny/2020.yaml': tiny({ years: '{ from: 2020 }' }),
      'tiny/2022.yaml': tiny({
        version: '2022',
        years: '[2022]\nsupersedes: "2020"',
      }),
    }
    const versionOf = async (year: number) => {
      const { out, err } = await scoreYear('tiny', year, files)
      return out === '' ? err : resultOf(out).methodology.version
    }
    expect(await versionOf(2021)).toBe('2020')
    expect(await versionOf(2022)).toBe('2022')
    expect(await versionOf(2023)).toContain('No version of "tiny" covers 2023')
  })

  it('does not let a draft be in force, and uses it when it is named', async () => {
    const files = { 'tiny/2020.yaml': tiny({ status: 'draft' }) }
    const unnamed = await scoreYear('tiny', 2021, files)
    expect(unnamed.status).toBe(1)
    expect(unnamed.err).toContain('No version of "tiny" is published.')
    const named = await scoreYear('tiny@2020', 2021, files)
    expect(named.status).toBe(0)
  })

  it('refuses a year that a file with mistakes may cover, not other years', async () => {
    const mistaken = two['tiny/2023.yaml'].replace('sum', 'summ')
    const broken = { ...two, 'tiny/2023.yaml': mistaken }
    const refused = await scoreYear('tiny', 2024, broken)
    expect(refused.status).toBe(1)
    expect(refused.err).toMatch(/2023\.yaml:\d+:\d+ \w+ [^]*cannot be told/)
    expect((await scoreYear('tiny', 2021, broken)).status).toBe(0)
  })

  it('names the methodologies that there are for one that is not', async () => {
    const unknown = await scoreYear('tyni', 2021)
    expect(unknown.status).toBe(1)
    expect(unknown.err).toContain('It has tiny.')
    const version = await scoreYear('tiny@1999', 2021)
    expect(version.status).toBe(1)
    expect(version.err).toContain('Its versions are 2020, 2023.')
  })

  it('takes a path to a file anywhere', async () => {
    const data = { 'data.csv': 'id,a,b\nm1,1,2\n', 'my.yaml': tiny() }
    const { folder } = await tinyFolder(data)
    const asked = ['--year', '2021', '--data', `${folder}/data.csv`]
    const file = `${folder}/my.yaml`
    const { status, out } = await run(['score', file, ...asked, '--json'])
    expect(status).toBe(0)
    expect(resultOf(out).results[0]?.outputs).toEqual({ total: 3 })
  })

  it('prints the mistakes of a file with their places', async () => {
    const files = { 'tiny/2020.yaml': tiny().replace('sum', 'summ') }
    const { status, err } = await scoreYear('tiny', 2021, files)
    expect(status).toBe(1)
    expect(err).toMatch(/tiny\/2020\.yaml:13:\d+ WRONG_TYPE .*"summ"/)
  })
})

describe('olshem score --output', () => {
  const data = { 'data.csv': 'id,a,b\nm1,1,2\n', 'out.json': 'old' }

  async function scoreInto(
    name: string,
    prepare?: (folder: string) => unknown,
  ) {
    const { rules, folder } = await tinyFolder(data)
    await prepare?.(folder)
    const asked = ['--year', '2021', '--data', `${folder}/data.csv`]
    const into = ['--output', `${folder}/${name}`, '--rules', rules, '--json']
    const ran = await run(['score', 'tiny', ...asked, ...into])
    return { ...ran, folder }
  }

  it('replaces the file and leaves nothing else behind', async () => {
    const { status, out, folder } = await scoreInto('out.json')
    expect({ status, out }).toEqual({ status: 0, out: '' })
    const text = await readFile(`${folder}/out.json`, 'utf8')
    expect(resultOf(text).results).toHaveLength(1)
    expect((await readdir(folder)).sort()).toEqual([
      'data.csv',
      'out.json',
      'rules',
    ])
  })

  it('writes through a link', async () => {
    const { folder } = await scoreInto('link.json', (folder) =>
      symlink('out.json', `${folder}/link.json`),
    )
    expect(await readFile(`${folder}/out.json`, 'utf8')).toMatch(/^\{/)
  })

  it('says why it cannot write', async () => {
    const { status, err } = await scoreInto('gone/out.json')
    expect(status).toBe(1)
    expect(err).toMatch(/out\.json cannot be written: there is no such folder/)
  })
})

describe('progress of olshem score', () => {
  it('is shown on a terminal and taken away again', async () => {
    const { err } = await score(DATA, ['--json'], { isTerminal: true })
    expect(err).toContain('scoring 3 bodies ...')
    expect(err.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('is not shown in a pipe', async () => {
    expect((await score(DATA, ['--json'])).err).toBe('')
  })
})
