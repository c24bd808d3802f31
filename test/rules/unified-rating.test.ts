/**
 * The unified rating of Decree No 954 of 19 March 2010: spec of the System,
 * paragraphs 17, 48-1, 53, 54 and 73, and the list of central state bodies.
 * All points are invented.
 */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import type { BodyResult, ScoreResult } from '../../engine/index.js'
import { run } from '../server/commands/run-in-memory.js'

const EXAMPLE = 'rules/kz-unified-rating/data/invented-2025.csv'
const BLOCKS = ['goals', 'interaction', 'orgdev'] as const

interface Points {
  readonly [block: string]: string
}

let folder: string
/** Body -> points by block, of the example year. */
let example: ReadonlyMap<string, Points>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'olshem-unified-'))
  const [, ...lines] = (await readFile(EXAMPLE, 'utf8')).trim().split('\n')
  example = new Map(
    lines.map((line) => {
      const [id = '', goals = '', interaction = '', orgdev = ''] =
        line.split(',')
      return [id, { goals, interaction, orgdev }]
    }),
  )
})

function csvOf(bodies: ReadonlyMap<string, Points>): string {
  const rows = [...bodies].map(([id, points]) =>
    [id, ...BLOCKS.map((block) => points[block] ?? '')].join(','),
  )
  return ['id,goals,interaction,orgdev', ...rows, ''].join('\n')
}

let files = 0

async function file(name: string, text: string): Promise<string> {
  files += 1
  const path = join(folder, `${files}-${name}`)
  await writeFile(path, text)
  return path
}

interface Scored {
  readonly result: ScoreResult
  readonly err: string
  /** The result as a file, for `--history`. */
  readonly path: string
  readonly of: (id: string) => BodyResult
}

async function score(
  bodies: ReadonlyMap<string, Points>,
  { year = 2025, options = [] as readonly string[] } = {},
): Promise<Scored> {
  const data = await file('data.csv', csvOf(bodies))
  const asked = ['--year', String(year), '--data', data, '--json']
  const { status, out, err } = await run([
    'score',
    'kz-unified-rating',
    ...asked,
    ...options,
  ])
  if (status !== 0) throw new Error(err)
  const result = JSON.parse(out) as ScoreResult
  const path = await file('run.json', out)
  const of = (id: string) => {
    const found = result.results.find((body) => body.id === id)
    if (!found) throw new Error(`No result of ${id}`)
    return found
  }
  return { result, err, path, of }
}

function withPoints(
  changes: Iterable<readonly [string, Points]>,
): ReadonlyMap<string, Points> {
  const changed = new Map(example)
  for (const [id, points] of changes) {
    changed.set(id, { ...changed.get(id), ...points })
  }
  return changed
}

const isLocal = (id: string) =>
  /-oblast$|^(almaty|astana|shymkent)$/.test(id)

describe('the list of central state bodies', () => {
  it('stands in the file as a table of 29 lines that can be proof-read', async () => {
    const text = await readFile('rules/kz-unified-rating/2025.yaml', 'utf8')
    const table = /^ {2}scopes:\n(?: {4}.*\n)+/m.exec(text)?.[0] ?? ''
    expect(table.match(/^ {6}- \[/gm)).toHaveLength(29)
    expect(table.trimEnd().split('\n').length).toBeLessThanOrEqual(40)
  })

  it('has 29 bodies for 2025 and 28 for 2023, before Decree No 861 of 28 April 2025', async () => {
    const central = ({ results }: ScoreResult) =>
      results.filter(({ id }) => !isLocal(id)).map(({ id }) => id)
    const someRegions = new Map([['akmola-oblast', {}]])
    const of2025 = central((await score(example)).result)
    const of2023 = central((await score(someRegions, { year: 2023 })).result)
    expect(of2025).toHaveLength(29)
    expect(of2023).toHaveLength(28)
    expect(of2025.filter((id) => !of2023.includes(id))).toEqual([
      'atomic-energy-agency',
    ])
  })
})

describe('the unified rating', () => {
  it('is 45, 30 and 25 per cent of the blocks, to two digits, half-up', async () => {
    const { of } = await score(
      withPoints([
        // 0.45 * 70 + 0.3 * 80 + 0.25 * 90 = 78
        ['ministry-of-finance', { goals: '70', interaction: '80', orgdev: '90' }],
        // 0.45 * 70.1 + 0.3 * 80 + 0.25 * 90 = 78.045
        ['ministry-of-health', { goals: '70.1', interaction: '80', orgdev: '90' }],
      ]),
    )
    expect(of('ministry-of-finance').exact['total']).toBe('78')
    expect(of('ministry-of-health').exact['total']).toBe('78.05')
  })

  it('of central bodies has only those of all three blocks, and says which words left the others out', async () => {
    const { result, of } = await score(example)
    expect(result.rankings['unified-central']).toHaveLength(18)
    const leftOut = result.leftOutOfRankings['unified-central'] ?? []
    expect(leftOut).toHaveLength(11)
    const words = (id: string) =>
      leftOut.find((entry) => entry.id === id)?.citation
    expect(words('national-bank')).toBe(
      'No 954 of 2010-03-19, list of central state bodies: “"Мемлекеттік органдардың ұйымдастырушылық дамуы" блогын қоспағанда”',
    )
    expect(words('atomic-energy-agency')).toContain(
      '"Мақсаттарға қол жеткізу" блогы бойынша',
    )
    for (const { citation } of leftOut) expect(citation).toContain('блог')
    expect(of('national-bank')).toMatchObject({
      status: 'not-applicable',
      outputs: { goals: 57.85, interaction: 66.83, orgdev: null, total: null },
    })
    const placed = result.rankings['goals-central']?.map(({ id }) => id)
    expect(placed).toContain('national-bank')
  })

  it('does not look at points of a block that the body is outside of, and warns of them', async () => {
    const given = withPoints([['national-bank', { orgdev: '99' }]])
    const { result, of } = await score(given)
    expect(of('national-bank').outputs['orgdev']).toBeNull()
    expect(result.warnings).toMatchObject([
      { code: 'CELL_NOT_USED', body: 'national-bank', column: 'orgdev' },
    ])
    expect(result.warnings[0]?.message).toContain('scope-national-bank')
    const { result: without } = await score(example)
    expect(result.rankings).toEqual(without.rankings)
  })

  it('names a body of the register that the data lack as not scored, without data', async () => {
    const lacking = new Map(example)
    lacking.delete('ministry-of-energy')
    const { of, result } = await score(lacking)
    expect(of('ministry-of-energy')).toMatchObject({ status: 'not-scored' })
    expect(of('ministry-of-energy').missing[0]?.code).toBe('NO_DATA')
    const leftOut = result.leftOutOfRankings['unified-central'] ?? []
    expect(leftOut.map(({ id }) => id)).toContain('ministry-of-energy')
  })

  it('of ministries and of regions do not influence each other', async () => {
    const before = await score(example)
    const points = fc
      .integer({ min: 0, max: 10_000 })
      .map((hundredths) => (hundredths / 100).toFixed(2))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('central', 'local'),
        fc.array(points, { minLength: 60, maxLength: 60 }),
        async (changed, figures) => {
          const other = changed === 'central' ? 'local' : 'central'
          const ids = [...example.keys()].filter(
            (id) => isLocal(id) === (changed === 'local'),
          )
          const changes = ids.map((id, row): readonly [string, Points] => {
            const own = BLOCKS.flatMap((block, column) =>
              example.get(id)?.[block] === ''
                ? []
                : [[block, figures[(row * 3 + column) % 60] ?? '0']],
            )
            return [id, Object.fromEntries(own) as Points]
          })
          const after = await score(withPoints(changes))
          const untouched = ({ result }: Scored) => ({
            results: result.results.filter(
              ({ id }) => isLocal(id) === (other === 'local'),
            ),
            rankings: Object.entries(result.rankings).filter(([name]) =>
              name.endsWith(other),
            ),
          })
          expect(untouched(after)).toEqual(untouched(before))
        },
      ),
      { numRuns: 10 },
    )
  })
})

describe('the consequences of paragraph 73', () => {
  const flagsOf = ({ flags }: BodyResult) =>
    flags.map(({ flag, about, undecided }) => ({ flag, about, undecided }))

  it('reach every one of five bodies that share the last place', async () => {
    const last = ['akmola', 'aktobe', 'almaty', 'atyrau', 'abai'].map(
      (name) => `${name}-oblast`,
    )
    const { result, of } = await score(
      withPoints(
        last.map((id) => [id, { goals: '1', interaction: '1', orgdev: '1' }]),
      ),
    )
    const flagged = result.results.filter((body) =>
      flagsOf(body).some(
        ({ flag, about }) => flag === 'last-three' && about === 'unified-local',
      ),
    )
    expect(flagged.map(({ id }) => id)).toEqual([...last].sort())
    const [place] = result.rankings['unified-local']?.filter(
      ({ id }) => id === 'abai-oblast',
    ) ?? []
    expect(place?.place).toBe(16)
    expect(of('kyzylorda-oblast').flags).not.toContainEqual(
      expect.objectContaining({ about: 'unified-local' }),
    )
  })

  it('need three earlier years to say that a body worsened three years running', async () => {
    const of = (points: string, year: number) =>
      score(
        new Map(
          [...example]
            .filter(([id]) => isLocal(id))
            .map(([id, own]) => [
              id,
              id === 'akmola-oblast'
                ? { goals: points, interaction: points, orgdev: points }
                : own,
            ]),
        ),
        { year },
      )
    const years = await Promise.all([
      of('80', 2023),
      of('79.9', 2024),
    ])
    const [of2023, of2024] = years.map(({ path }) => path)
    // The rules have no earlier year; the run of 2022 is made under those of 2023.
    const data = await file(
      'data-2022.csv',
      csvOf(
        new Map(
          [...example].flatMap(([id, own]) =>
            isLocal(id)
              ? [[id, id === 'akmola-oblast' ? { goals: '81', interaction: '81', orgdev: '81' } : own]]
              : [],
          ),
        ),
      ),
    )
    const earlier = await run([
      'score',
      'kz-unified-rating@2023',
      ...['--year', '2022', '--data', data, '--json'],
    ])
    const of2022 = await file('run-2022.json', earlier.out)
    const now = withPoints([
      ['akmola-oblast', { goals: '70', interaction: '70', orgdev: '70' }],
    ])
    const worsened = (scored: Scored, id: string) =>
      flagsOf(scored.of(id)).filter(
        ({ flag }) => flag === 'worsened-three-years',
      )
    const three = await score(now, {
      options: ['--history', of2022, of2023 ?? '', of2024 ?? ''],
    })
    expect(worsened(three, 'akmola-oblast')).toEqual([
      { flag: 'worsened-three-years', about: null, undecided: false },
    ])
    // The same points in all years: nothing fell.
    expect(worsened(three, 'astana')).toEqual([])
    const two = await score(now, {
      options: ['--history', of2023 ?? '', of2024 ?? ''],
    })
    expect(worsened(two, 'akmola-oblast')).toEqual([
      { flag: 'worsened-three-years', about: null, undecided: true },
    ])
  })
})

describe('a body that was reorganised in the assessed year', () => {
  it('in the first half is assessed within its successor, in the second half not at all (53, 54)', async () => {
    const register = (await readFile('rules/registers/kz-bodies.csv', 'utf8'))
      .split('\n')
      .map((line) => {
        if (line.startsWith('ministry-of-culture-and-sports,')) {
          return ended(line, '2025-03-12', 'ministry-of-information-and-public-development')
        }
        return line.startsWith('ministry-of-energy,')
          ? ended(line, '2025-09-12', 'ministry-of-national-economy')
          : line
      })
    const path = await file('register.csv', register.join('\n'))
    const bodies = new Map(example)
    bodies.delete('ministry-of-culture-and-sports')
    bodies.delete('ministry-of-energy')
    const { of, result } = await score(bodies, {
      options: ['--register', path],
    })
    const culture = of('ministry-of-culture-and-sports')
    expect(culture.status).toBe('not-scored')
    expect(culture.missing.map(({ code }) => code)).toEqual(
      Array(4).fill('JOINED'),
    )
    expect(culture.missing[0]?.reason).toContain(
      'ministry-of-information-and-public-development',
    )
    expect(
      of('ministry-of-information-and-public-development').joined,
    ).toMatchObject([
      {
        id: 'ministry-of-culture-and-sports',
        ended: '2025-03-12',
        citation: 'No 954 of 2010-03-19, 53',
      },
    ])
    const energy = of('ministry-of-energy')
    expect(energy.status).toBe('not-scored')
    expect(energy.missing[0]).toMatchObject({ code: 'ENDED_IN_YEAR' })
    expect(energy.missing[0]?.reason).toContain('54')
    const placed = result.rankings['unified-central']?.map(({ id }) => id) ?? []
    expect(placed).toHaveLength(16)
    expect(placed).toContain('ministry-of-information-and-public-development')
  })

  /** The line of the register with a last day and a successor. */
  function ended(line: string, day: string, successor: string): string {
    return line.replace(/,2023-01-01,,,/, `,2023-01-01,${day},${successor},`)
  }
})
