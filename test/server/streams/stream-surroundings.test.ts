/** Streams that look at earlier years and at other methodologies: in every thread the same as in the plain form. */
import { writeFile } from 'node:fs/promises'

import { beforeAll, describe, expect, it } from 'vitest'

import type { ScoreResult } from '../../../engine/index.js'
import { programsUrl } from '../../helpers/built-programs.js'
import { linesOf } from '../../helpers/stream-in-memory.js'
import { run } from '../commands/run-in-memory.js'
import { tiny, tinyFolder } from '../commands/tiny-methodology.js'

const LOOKING_BACK = tiny({
  years: '{ from: 2018 }',
  more: `computed:
  change: { formula: total - previous(total), cite: "3", mark: given }
  older: { formula: "previous(b)", cite: "3", mark: given }
outputs: [total, change, older]
`,
})
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

let programs: URL

beforeAll(async () => {
  programs = await programsUrl()
}, 120_000)

async function setting() {
  const { folder, rules } = await tinyFolder(
    {
      'data.csv': 'id,a,b\nm1,1,2\nm2,5,5\n',
      'a.csv': 'id,a\nm1,1\nm2,4\n',
      '2020.csv': 'id,b\nm1,7\n',
    },
    {
      'tiny/2020.yaml': LOOKING_BACK,
      'other/2020.yaml': OTHER,
      'reader/2020.yaml': READER,
    },
  )
  const at = (name: string) => `${folder}/${name}`
  const score = (methodology: string, year: number, data: string) => {
    const asked = ['--year', String(year), '--data', at(data), '--rules', rules]
    return (...more: readonly string[]) =>
      run(['score', methodology, ...asked, ...more], { programs })
  }
  const keep = async (methodology: string, year: number) => {
    const { out } = await score(methodology, year, 'data.csv')('--json')
    const file = at(`${methodology}-${year}.json`)
    await writeFile(file, out)
    return file
  }
  return { at, score, keep }
}

describe('a stream of bodies with', { timeout: 120_000 }, () => {
  it('data and results of earlier years has the figures of the plain form, and names their hashes', async () => {
    const { at, score, keep } = await setting()
    const history = await keep('tiny', 2020)
    const options = ['--previous', at('2020.csv'), '--history', history]
    const asked = score('tiny', 2021, 'data.csv')
    const plain = JSON.parse(
      (await asked('--json', ...options)).out,
    ) as ScoreResult
    const { status, out, err } = await asked('--ndjson', ...options)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const { head, bodies } = linesOf(out)
    expect(bodies).toEqual(plain.results.map((body) => JSON.stringify(body)))
    // 1 + 2 in both years; 7 was b a year before
    expect(plain.results[0]?.exact).toEqual({
      total: '3',
      change: '0',
      older: '7',
    })
    const { methodology, year, data, history: runs, engine } = plain
    const { previous } = data
    expect(head).toEqual({
      ...{ methodology, year, data: { previous }, history: runs, engine },
    })
  })

  it('results of other methodologies takes inputs from them', async () => {
    const { score, keep } = await setting()
    const from = await keep('other', 2021)
    const asked = score('reader', 2021, 'a.csv')
    const { bodies } = linesOf((await asked('--ndjson', '--from', from)).out)
    const totals = bodies.map(
      (line) => (JSON.parse(line) as { exact: { total: string } }).exact.total,
    )
    // 1 + (1 + 2), 4 + (5 + 5)
    expect(totals).toEqual(['4', '14'])
  })

  it('a result that is none, or of another year, is refused before anything is scored', async () => {
    const { at, score, keep } = await setting()
    const from = await keep('other', 2021)
    const text = JSON.stringify({ id: 'm1' })
    await writeFile(at('broken.json'), text)
    const asked = score('reader', 2021, 'a.csv')
    const wrong = await asked('--ndjson', '--from', at('broken.json'))
    expect(wrong).toMatchObject({ status: 1, out: '' })
    const wrongYear = score('reader', 2020, 'a.csv')
    const { status, err } = await wrongYear('--ndjson', '--from', from)
    expect(status).toBe(1)
    expect(err).toContain('RUN_OTHER_YEAR')
  })
})
