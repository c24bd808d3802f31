import { readFile, writeFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import type { ScoreResult } from '../../../engine/index.js'
import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

const MORE = `computed:
  change: { formula: total - previous(total), cite: "3", mark: given }
  older: { formula: "previous(b, 2)", cite: "3", mark: given }
outputs: [total, change, older]
`
const OTHER = tiny({ years: '{ from: 2018 }' }).replace(
  'methodology: tiny',
  'methodology: other',
)
const READER = tiny({ years: '{ from: 2018 }' })
  .replace('methodology: tiny', 'methodology: reader')
  .replace(
    'b: { under: total, unit: points, missing: allowed,',
    'b: { under: total, unit: points, from: { methodology: other, output: total },',
  )

async function setting() {
  const { folder, rules } = await tinyFolder(
    {
      'data.csv': 'id,a,b\nm1,1,2\n',
      'a.csv': 'id,a\nm1,1\n',
      '2019.json': '{"year": 2019, "bodies": [{"id": "m1", "b": 6}]}',
      '2020.csv': 'id,b,year\nm1,5,2020\n',
      '2019.csv': 'id,b,year\nm1,6,2019\n',
    },
    {
      'tiny/2020.yaml': tiny({ more: MORE, years: '{ from: 2018 }' }),
      'other/2020.yaml': OTHER,
      'reader/2020.yaml': READER,
    },
  )
  const at = (name: string) => `${folder}/${name}`
  const score = async (
    methodology: string,
    year: number,
    data: string,
    ...args: readonly string[]
  ) => {
    const base = ['--year', String(year), '--data', at(data), '--rules', rules]
    return run(['score', methodology, ...base, '--json', ...args])
  }
  const keep = async (methodology: string, year: number) => {
    const { out } = await score(methodology, year, 'data.csv')
    const file = at(`${methodology}-${year}.json`)
    await writeFile(file, out)
    return file
  }
  return { at, score, keep }
}

const resultOf = (out: string) => JSON.parse(out) as ScoreResult

describe('olshem score --history', () => {
  it('reads outputs of earlier years from their results', async () => {
    const { score, keep } = await setting()
    const file = await keep('tiny', 2020)
    const { out, err } = await score(
      'tiny',
      2021,
      'data.csv',
      '--history',
      file,
    )
    expect(err).toBe('')
    const result = resultOf(out)
    // 1 + 2 in both years
    expect(result.results[0]?.exact['change']).toBe('0')
    expect(result.history).toEqual([
      {
        methodology: 'tiny',
        version: '2020',
        year: 2020,
        sha256: resultOf(await readFile(file, 'utf8')).sha256,
      },
    ])
  })

  it('refuses a result that was changed, is of another methodology or year, or stands twice', async () => {
    const { at, score, keep } = await setting()
    const [before, now, other] = [
      await keep('tiny', 2020),
      await keep('tiny', 2021),
      await keep('other', 2020),
    ]
    const text = await readFile(before, 'utf8')
    await writeFile(at('changed.json'), text.replace('"exact"', '"Exact"'))
    await writeFile(
      at('altered.json'),
      text.replace('"total": 3', '"total": 4'),
    )
    const { status, err } = await score(
      ...(['tiny', 2021, 'data.csv', '--history', at('changed.json')] as const),
      ...[at('altered.json'), other, now, before, before],
    )
    expect(status).toBe(1)
    const lines = err.trimEnd().split('\n')
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      'RUN_SHAPE',
      'RUN_ALTERED',
      'RUN_OTHER_METHODOLOGY',
      'RUN_OTHER_YEAR',
      'RUN_DUPLICATE',
    ])
    expect(lines[0]).toContain('"results[0].exact" should be an object')
    expect(lines[2]).toContain('--from')
  })

  it('says what no formula looks at', async () => {
    const { score, keep } = await setting()
    const file = await keep('tiny', 2019)
    const { err } = await score('tiny', 2021, 'data.csv', '--history', file)
    expect(err).toMatch(/RUN_NOT_USED .* 2 years before/)
  })
})

describe('olshem score --from', () => {
  it('reads inputs that are outputs of another methodology', async () => {
    const { score, keep } = await setting()
    const file = await keep('other', 2021)
    const { out, err } = await score('reader', 2021, 'a.csv', '--from', file)
    expect(err).toBe('')
    // 1, and 1 + 2 of the other methodology
    expect(resultOf(out).results[0]?.exact['total']).toBe('4')
    expect(resultOf(out).from).toMatchObject([{ methodology: 'other' }])
  })

  it('refuses other years and the methodology itself, and says what is not used', async () => {
    const { score, keep } = await setting()
    const [old, own, unused] = [
      await keep('other', 2020),
      await keep('reader', 2021),
      await keep('tiny', 2021),
    ]
    const { status, err } = await score(
      ...(['reader', 2021, 'a.csv', '--from', old, own, unused] as const),
    )
    expect(status).toBe(1)
    expect(err).toMatch(/RUN_OTHER_YEAR .* takes results of 2021/)
    expect(err).toMatch(/RUN_OTHER_METHODOLOGY .* --history/)
    expect(err).toMatch(/RUN_NOT_USED .* outputs of other\)/)
  })
})

describe('olshem score --previous with several files', () => {
  it.each([
    ['in their order', ['2020.csv', '2019.csv']],
    [
      'in another order, because they say their years',
      ['2019.csv', '2020.csv'],
    ],
    ['with one year alone, which says its year', ['2019.csv']],
    ['as JSON that says its year', ['2019.json']],
  ])('takes each for its year: %s', async (_, names) => {
    const { at, score } = await setting()
    const { out } = await score(
      ...(['tiny', 2021, 'data.csv', '--previous', ...names.map(at)] as const),
    )
    const [body] = resultOf(out).results
    expect(body?.exact['older']).toBe('6')
  })

  it('refuses two files of one year', async () => {
    const { at, score } = await setting()
    const two = [at('2019.csv'), at('2019.json')]
    const { status, err } = await score(
      ...(['tiny', 2021, 'data.csv', '--previous', ...two] as const),
    )
    expect(status).toBe(1)
    expect(err).toMatch(/DATA_YEAR_MISMATCH .* are both taken for 2019/)
  })

  it('refuses data of the reporting year and of later ones', async () => {
    const { at, score } = await setting()
    const { status, err } = await score(
      ...(['tiny', 2019, 'data.csv', '--previous', at('2019.json')] as const),
    )
    expect(status).toBe(1)
    expect(err).toMatch(
      /DATA_YEAR_MISMATCH .* says that it is of 2019, and 2018/,
    )
  })
})

describe('a file given as a result', () => {
  const hash = 'a'.repeat(64)
  const whole = (results: string) =>
    `{"methodology": {"id": "tiny", "version": "1", "sha256": "${hash}"}, "year": 2020, "engine": {"version": "1"}, "data": {"sha256": "${hash}"}, "rankings": {}, "sha256": "${hash}", "results": ${results}}`
  const body = (exact: string, more = '') =>
    `{"id": "b", "exact": ${exact}, "outputs": {}, "missing": [], "notApplicable": []${more}}`

  it.each([
    ['', 'RUN_UNREADABLE', 'not JSON'],
    ['[1', 'RUN_UNREADABLE', 'not JSON'],
    [
      '[]',
      'RUN_SHAPE',
      'The JSON should be the object that score --json writes',
    ],
    ['NaN', 'RUN_UNREADABLE', 'not JSON'],
    ['{"a": 1, "a": 1}', 'RUN_UNREADABLE', 'stands twice'],
    ['['.repeat(100_000), 'RUN_UNREADABLE', 'nests brackets 100000 deep'],
    ['{"year": 2020}', 'RUN_SHAPE', '"methodology" should be an object'],
    [whole('{}'), 'RUN_SHAPE', '"results" should be a list'],
    [whole('[[]]'), 'RUN_SHAPE', '"results[0]" should be an object'],
    [
      whole(`[${body('{"total": "NaN"}')}]`),
      'RUN_SHAPE',
      'it is the text "NaN"',
    ],
    [whole(`[${body('{"total": "1e9"}')}]`), 'RUN_SHAPE', 'a decimal number'],
    [whole(`[${body('{"total": 3}')}]`), 'RUN_SHAPE', 'it is the number 3'],
    [
      whole(`[${body(`{"total": "${'9'.repeat(30_000)}"}`)}]`),
      'RUN_SHAPE',
      'a decimal number',
    ],
    [
      whole(`[${body('{}')}, ${body('{}')}]`),
      'RUN_SHAPE',
      'an id that no other body of the run has',
    ],
    [whole('[]').replace(hash, 'xyz'), 'RUN_SHAPE', 'a SHA-256 hash'],
    [whole('[]').replace('2020', '20.5'), 'RUN_SHAPE', 'a year such as 2021'],
    [
      whole(`[${body('{"__proto__": "1"}', ', "__proto__": {"id": 1}')}]`),
      'RUN_ALTERED',
      'its results do not fit the hash',
    ],
  ])('is refused in clear words: %.40s', async (text, code, words) => {
    const { at, score } = await setting()
    await writeFile(at('bad.json'), text)
    const { status, err } = await score(
      ...(['tiny', 2021, 'data.csv', '--history', at('bad.json')] as const),
    )
    expect(status).toBe(1)
    expect(err).toMatch(new RegExp(`^\\S+ ${code} `))
    expect(err).toContain(words)
  })
})
