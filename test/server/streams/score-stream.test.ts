/** `olshem score --ndjson` with its threads: the built programs, on data of the tests. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

import { beforeAll, describe, expect, it } from 'vitest'

import type { ScoreResult } from '../../../engine/index.js'
import { InterruptedError } from '../../../server/interrupted.js'
import { programsUrl } from '../../helpers/built-programs.js'
import { goalsBody } from '../../helpers/goals-bodies.js'
import { linesOf } from '../../helpers/stream-in-memory.js'
import { run, type Surroundings } from '../commands/run-in-memory.js'
import { tinyFolder } from '../commands/tiny-methodology.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const rules = ['--rules', `${root}rules`]

/** Processes and threads wait for others on a busy machine. */
const SLOW = { timeout: 120_000 }

let programs: URL

beforeAll(async () => {
  programs = await programsUrl()
}, 120_000)

function score(args: readonly string[], surroundings: Surroundings = {}) {
  return run(['score', ...args, '--ndjson'], { ...surroundings, programs })
}

/** The tiny methodology, total = a + b, on a text from standard input. */
async function scoreTiny(
  text: string | Uint8Array,
  options: readonly string[] = [],
) {
  const { rules: own } = await tinyFolder()
  const input = Readable.from([Buffer.from(text)])
  const asked = ['tiny', '--year', '2021', '--data', '-', '--rules', own]
  const { status, out, err } = await score([...asked, ...options], { input })
  return { status, err, ...linesOf(out) }
}

interface ErrorLine {
  readonly id: string | null
  readonly line: number
  readonly errors: readonly {
    readonly code: string
    readonly message: string
  }[]
}

/** As `m1 3` for a total, `line 2: DATA_JSON_SYNTAX` for errors. */
function gist(bodies: readonly string[]): readonly string[] {
  return bodies.map((text) => {
    const body = JSON.parse(text) as ErrorLine & {
      readonly exact?: { readonly total: string | null }
    }
    return body.exact
      ? `${body.id ?? ''} ${body.exact.total ?? 'missing'}`
      : `line ${body.line} ${body.id ?? '?'}: ${body.errors.map(({ code }) => code).join(' ')}`
  })
}

/** Results of the plain form, a line for each body. */
async function atOnce(args: readonly string[], data: string) {
  const asked = [...args, '--data', data, '--json', '--no-store', ...rules]
  const { out, err } = await run(['score', ...asked])
  if (out === '') throw new Error(err)
  const result = JSON.parse(out) as ScoreResult
  return {
    result,
    byId: new Map(
      result.results.map((body) => [body.id, JSON.stringify(body)]),
    ),
    places: Object.entries(result.rankings).flatMap(([ranking, placed]) =>
      placed.map((place) => JSON.stringify({ ranking, ...place })),
    ),
  }
}

describe('a stream of bodies gives what the plain form gives', SLOW, () => {
  it('for nested tables, in the order of the input, on two threads', async () => {
    const bodies = Array.from({ length: 160 }, (_, index) =>
      goalsBody((index * 7) % 160),
    )
    const folder = await temporaryData({
      'goals.json': JSON.stringify({ year: 2012, bodies }),
      'goals.ndjson': bodies.map((each) => JSON.stringify(each)).join('\n'),
    })
    const asked = ['kz-goals', '--year', '2012']
    const expected = await atOnce(asked, `${folder}/goals.json`)
    const data = ['--data', `${folder}/goals.ndjson`, '--workers', '2']
    const streamed = await score([...asked, ...data, ...rules])
    expect(streamed).toMatchObject({ status: 0, err: '' })
    const { head, bodies: lines, places, end } = linesOf(streamed.out)
    expect(lines).toEqual(bodies.map(({ id }) => expected.byId.get(id)))
    expect(places).toEqual(expected.places)
    const { methodology, year, engine } = expected.result
    expect(head).toEqual({ methodology, year, data: {}, engine })
    expect(end).toMatchObject({ end: true, bodies: 160, errors: 0 })
  })

  it.each([
    {
      methodology: ['hdi', '--year', '2021'],
      data: 'rules/hdi/data/hdr-2021-22.csv',
      otherYears: 195,
    },
    {
      methodology: ['kz-personnel', '--year', '2010'],
      data: 'rules/kz-personnel/data/karaganda-2010.csv',
    },
  ])('for a CSV file: $data', async ({ methodology, data, otherYears }) => {
    const expected = await atOnce(methodology, root + data)
    const streamed = await score([
      ...[...methodology, '--data', root + data, ...rules],
    ])
    const { bodies, places, end } = linesOf(streamed.out)
    expect([...bodies].sort()).toEqual([...expected.byId.values()].sort())
    expect(places).toEqual(expected.places)
    expect(end['otherYears']).toBe(otherYears)
    expect(streamed.status).toBe(0)
    // The remarks of the two forms are the same.
    const count = (end['warnings'] as Record<string, number>)['COLUMN_UNKNOWN']
    expect(count).toBe(expected.result.warnings.length)
  })

  it('for figures that go missing, with the reasons', async () => {
    const bodies = [
      { id: 'a', services_own: 30, services_total: 50 },
      { id: 'b', services_own: 1, services_other: 1, services_total: 3 },
    ].map((body) => ({
      functions_own: 12,
      functions_other: 4,
      functions_total: 40,
      functions_left_out: 8,
      systems_registered: 9,
      systems_total: 12,
      ...body,
    }))
    const folder = await temporaryData({
      'd.json': JSON.stringify({ bodies }),
      'd.jsonl': bodies.map((each) => JSON.stringify(each)).join('\r\n'),
    })
    const asked = ['kz-it-use', '--year', '2018']
    const expected = await atOnce(asked, `${folder}/d.json`)
    const data = ['--data', `${folder}/d.jsonl`]
    const { bodies: lines, end } = linesOf(
      (await score([...asked, ...data, ...rules])).out,
    )
    expect(lines).toEqual([...expected.byId.values()])
    expect(end).toMatchObject({ scored: 1, notScored: 1 })
    const { leftOutOfRankings } = expected.result
    const [ranking = ''] = Object.keys(leftOutOfRankings)
    const reason = leftOutOfRankings[ranking]?.[0]?.reason ?? ''
    expect(end['leftOutOfRankings']).toEqual({ [ranking]: { [reason]: 1 } })
  })
})

describe('mistakes in a stream of bodies', SLOW, () => {
  it('stand in the place of their bodies and cost the others nothing', async () => {
    const deep = `{"id":"deep","a":${'['.repeat(1200)}${']'.repeat(1200)}}`
    const lines = [
      '{"id":"m1","a":1,"b":2}',
      '{"id":"m2","a":1,,}',
      '{"id":"m3","a":"x","b":2}',
      '{"id":"m1","a":5,"b":5}',
      '{"id":"m4","a":1,"a":1,"b":2}',
      deep,
      '',
      '   ',
      '[1,2]',
      '{"a":1,"b":2}',
      '{"id":"m5","a":1234567890.1234567,"b":2}',
      '{"id":"m6","a":"0","b":0}',
      '{"id":"m7","a":null,"b":0}',
      '{"id":"m9","a":1,"b":""}',
      '{"id":"m8","a":0.1,"b":0.2}',
    ]
    const { status, bodies, end, err, places } = await scoreTiny(
      `${lines.join('\n')}\n`,
    )
    expect(gist(bodies)).toEqual([
      'm1 3',
      'line 2 ?: DATA_JSON_SYNTAX',
      'line 3 m3: CELL_NOT_A_NUMBER',
      'line 4 m1: ID_DUPLICATE',
      'line 5 m4: DATA_JSON_SYNTAX',
      'line 6 ?: DATA_TOO_LARGE',
      'line 9 ?: DATA_JSON_SHAPE',
      'line 10 ?: ID_MISSING',
      'line 11 m5: CELL_TOO_MANY_DIGITS',
      'm6 0',
      'm7 missing',
      'line 14 m9: CELL_NOT_A_NUMBER',
      'm8 0.3',
    ])
    expect(end).toMatchObject({
      bodies: 13,
      scored: 3,
      notScored: 1,
      errors: 9,
    })
    expect(status).toBe(1)
    expect(err).toBe(
      '9 of 13 bodies have errors; their lines ("errors") say which.\n',
    )
    expect(places.map((line) => (JSON.parse(line) as ErrorLine).id)).toEqual([
      'm1',
      'm8',
      'm6',
    ])
    const [, , third, fourth] = bodies.map(
      (line) => JSON.parse(line) as ErrorLine,
    )
    expect(third?.errors[0]).toMatchObject({ line: 3, body: 'm3', column: 'a' })
    expect(fourth?.errors[0]?.message).toContain(
      'Line 4 of stdin has the id "m1", which line 1 has already',
    )
  })

  it('are told of a column that nobody knows once, however many lines have it', async () => {
    const line = (id: number) => `{"id":"${id}","a":1,"b":2,"c":3}\n`
    const text = Array.from({ length: 9000 }, (_, id) => line(id)).join('')
    const { err, end, status } = await scoreTiny(text)
    expect(err).toBe(
      'stdin:1 COLUMN_UNKNOWN c: the methodology has no input "c"; the column is not used.\n',
    )
    expect(end).toMatchObject({ warnings: { COLUMN_UNKNOWN: 1 }, scored: 9000 })
    expect(status).toBe(0)
  })

  it('are found in bytes that are no UTF-8, line by line', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":"m1","a":1,"b":2}\n{"id":"'),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from('","a":1,"b":2}\n{"id":"m3","a":1,"b":4}\n'),
    ])
    const { bodies } = await scoreTiny(bytes)
    expect(gist(bodies)).toEqual(['m1 3', 'line 2 ?: DATA_ENCODING', 'm3 5'])
    expect(bodies[1]).toContain('line 2 has the byte 0xCF')
  })

  it('are told of a file that was cut off', async () => {
    const { bodies, status } = await scoreTiny(
      '{"id":"m1","a":1,"b":2}\n{"id":"m2"',
    )
    expect(gist(bodies)).toEqual(['m1 3', 'line 2 ?: DATA_JSON_SYNTAX'])
    expect(bodies[1]).toContain('the file may have been cut off')
    expect(status).toBe(1)
  })

  it('are one line that is too long, which is passed over', async () => {
    const long = `{"id":"m2","a":"${'1'.repeat(17 * 1024 * 1024)}"}`
    const first = '{"id":"m1","a":1,"b":2}'
    const last = '{"id":"m3","a":1,"b":4}'
    const { bodies } = await scoreTiny(`${first}\n${long}\n${last}\n`)
    expect(gist(bodies)).toEqual(['m1 3', 'line 2 ?: DATA_TOO_LARGE', 'm3 5'])
  })

  it('do not come from a byte order mark, or from line ends of Windows', async () => {
    const text =
      '\ufeff{"id":"m1","a":1,"b":2}\r\n\r\n{"id":"m2","a":2,"b":2}\r\n'
    const { bodies, status } = await scoreTiny(text)
    expect(gist(bodies)).toEqual(['m1 3', 'm2 4'])
    expect(status).toBe(0)
  })

  it('are an input without bodies', async () => {
    const { status, err, end } = await scoreTiny('\n\n')
    expect({ status, err }).toEqual({
      status: 1,
      err: 'stdin has no bodies.\n',
    })
    expect(end).toMatchObject({ end: true, bodies: 0 })
  })
})

describe('a stream of CSV rows', SLOW, () => {
  const csv = ['--format', 'csv']

  it('keeps bad rows in their place', async () => {
    const rows = [
      'id,name,a,b',
      'm1,Қаржы,1,2',
      'm2,"a ""b""',
      'second line",1,3',
      'm3,x,1',
      ',x,1,2',
      'm4,x"y,1,2',
      'm5,"x"y,1,2',
      'm6,x,"1,5",2',
      ',,,',
      'm7,x,0,0',
    ]
    const { bodies, status } = await scoreTiny(rows.join('\n'), csv)
    expect(gist(bodies)).toEqual([
      'm1 3',
      'm2 4',
      'line 5 ?: DATA_CSV_SYNTAX',
      'line 6 ?: ID_MISSING',
      'line 7 ?: DATA_CSV_SYNTAX',
      'line 8 ?: DATA_CSV_SYNTAX',
      'line 9 m6: CELL_DECIMAL_COMMA',
      'm7 0',
    ])
    expect(status).toBe(1)
  })

  it('names the lines that an unclosed quote took with it', async () => {
    const rows = ['id,name,a,b', 'm1,"x,1,2', 'm2,y,1,2', 'm3,z,1,3']
    const { bodies } = await scoreTiny(rows.join('\n'), csv)
    expect(gist(bodies)).toEqual(['line 2 ?: DATA_CSV_SYNTAX'])
    expect(bodies[0]).toContain(
      'Lines 2 to 4 were taken for this one row and were not read.',
    )
  })

  it('takes the rows of its year, and says where there are none', async () => {
    const rows = 'id,year,a,b\nm1,2021,1,2\nm1,2020,5,5\nm2,20x1,1,2\n'
    const { bodies, end } = await scoreTiny(rows, csv)
    expect(gist(bodies)).toEqual(['m1 3', 'line 4 ?: CELL_NOT_A_NUMBER'])
    expect(end['otherYears']).toBe(1)
    const none = await scoreTiny('id,year,a,b\nm1,2019,1,2\n', csv)
    expect(none).toMatchObject({
      status: 1,
      err: 'stdin has no bodies of 2021, only of other years.\n',
    })
  })

  it('has decimal commas and semicolons where that is said', async () => {
    const rows = 'id;a;b\nm1;0,5;1,25\n'
    const options = [...csv, '--decimal-comma']
    const { bodies } = await scoreTiny(rows, options)
    expect(gist(bodies)).toEqual(['m1 1.75'])
  })

  it.each([
    { text: '', says: 'stdin is empty' },
    { text: 'name,a,b\nx,1,2\n', says: 'stdin has no column "id"' },
    { text: 'id,a,a\nx,1,2\n', says: 'has the column "a" twice' },
    { text: 'id;a;b\nx;1;2\n', says: 'separates its columns by semicolons' },
  ])('is refused for its header: $says', async ({ text, says }) => {
    const input = Readable.from([Buffer.from(text)])
    const { rules: own } = await tinyFolder()
    const asked = ['tiny', '--year', '2021', '--data', '-', '--rules', own]
    const { status, out, err } = await score([...asked, ...csv], { input })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain(says)
  })
})

describe('the last line of a stream', SLOW, () => {
  it('has the hash of the lines between the first and itself, and that of the input', async () => {
    const text = '{"id":"m1","a":1,"b":2}\n'
    const { bodies, places, end } = await scoreTiny(text)
    const hash = (content: string) =>
      createHash('sha256').update(content).digest('hex')
    expect(end['sha256']).toBe(
      hash([...bodies, ...places].map((line) => `${line}\n`).join('')),
    )
    expect(end['input']).toEqual({ bytes: text.length, sha256: hash(text) })
  })

  it('is not written where somebody pressed Ctrl-C', async () => {
    const controller = new AbortController()
    // Standard input that stays open and brings nothing more.
    let reads = 0
    const input = new Readable({
      read() {
        reads += 1
        if (reads === 1) this.push(Buffer.from('{"id":"m1","a":1,"b":2}\n'))
        else setTimeout(() => controller.abort(new InterruptedError()), 10)
      },
    })
    const { rules: own } = await tinyFolder()
    const asked = ['tiny', '--year', '2021', '--data', '-', '--rules', own]
    const { signal } = controller
    const found = await score(asked, { input, interruption: signal })
    expect(found.status).toBe(130)
    expect(found.out).not.toContain('"end"')
    expect(found.err).toContain('interrupted')
  })
})
