/**
 * A composite of real shape: denomination, screening, imputation in groups,
 * winsorisation with a logarithm as fallback, normalisation, two levels. The
 * expected figures are computed by fixtures/composite/composite.py, with
 * Python's fractions and 60-digit decimals.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadMethodology } from '../../../engine/index.js'
import { score, type Body, type ScoredBodies } from '../../helpers/score.js'

const FOLDER = join(import.meta.dirname, '../../fixtures/composite')
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8')

interface Expected {
  readonly out: readonly string[]
  readonly notes: { readonly [indicator: string]: number | 'ln' }
  readonly imputed: { readonly [cell: string]: number }
  readonly total: { readonly [body: string]: string }
  readonly pillar0: { readonly [body: string]: string }
  readonly place: { readonly [body: string]: number }
}

const expected = JSON.parse(read('expected.json')) as Expected

async function composite(): Promise<ScoredBodies> {
  const { methodology, problems } = loadMethodology(
    'composite.yaml',
    read('composite.yaml'),
  )
  expect(problems).toEqual([])
  if (!methodology) throw new Error('The composite has mistakes')
  const { bodies } = JSON.parse(read('data.json')) as {
    bodies: readonly Body[]
  }
  return score(methodology, bodies, { year: 2024 })
}

describe('a composite of 40 bodies and 24 indicators', () => {
  it('has the totals of the independent calculation, to 25 digits', async () => {
    const { result } = await composite()
    const digits = (text: string | null | undefined) =>
      text === undefined || text === null ? null : text.slice(0, 25)
    for (const { id, exact } of result.results) {
      expect([id, digits(exact['total'])]).toEqual([
        id,
        digits(expected.total[id]),
      ])
      expect([id, digits(exact['pillar_0'])]).toEqual([
        id,
        digits(expected.pillar0[id]),
      ])
    }
  })

  it('has its places', async () => {
    const { result } = await composite()
    const places = result.rankings['main']?.map(({ id, place }) => [id, place])
    expect(Object.fromEntries(places ?? [])).toEqual(expected.place)
  })

  it('screens the same bodies out and imputes the same cells from as many bodies', async () => {
    const { result, of } = await composite()
    const out = result.results.filter(({ status }) => status !== 'scored')
    expect(out.map(({ id }) => id)).toEqual(expected.out)
    const imputed = result.results.flatMap(({ id, imputed: cells }) =>
      cells
        .filter(({ by }) => by.startsWith('step'))
        .map(({ column, by }) => [
          `${id} ${column}`,
          Number(/of (\d+) bod/.exec(by)?.[1]),
        ]),
    )
    expect(Object.fromEntries(imputed)).toEqual(expected.imputed)
    expect(of('b04').imputed).toContainEqual({
      column: 'i20',
      row: null,
      by: 'the ministry',
    })
  })

  it('warns of the indicator that a logarithm did not mend', async () => {
    const { result } = await composite()
    expect(result.warnings.map(({ code, column }) => [code, column])).toEqual([
      ['STILL_SKEWED', 'i14'],
    ])
  })
})

describe('a large composite', () => {
  it('goes 200 bodies and 80 indicators through five steps', async () => {
    const names = Array.from({ length: 80 }, (_, index) => `i${index}`)
    const rules = `
    inputs: { people: { type: number } }
    indicators:
${names.map((name) => `      ${name}: { under: total }`).join('\n')}
    criteria: { total: { aggregate: arithmetic } }
    steps:
      - { name: per_head, formula: x / people }
      - { name: kept, screen: { at_least: 0.5 } }
      - { name: filled, impute: { method: median } }
      - { name: treated, winsorise: { skewness: 2, kurtosis: 3.5, most: 5, otherwise: ln(x - x_least + 1) } }
      - { name: scaled, normalise: { kind: z-score } }`
    const bodies = Array.from({ length: 200 }, (_, body): Body => ({
      id: `b${body}`,
      people: 100 + ((body * 7919) % 997),
      ...Object.fromEntries(
        names.map((name, index) => {
          const value = (body * 104729 + index * 1299709) % 1009
          const isFar = (body * 31 + index * 17) % 61 === 0 && index % 4 === 0
          return [name, value % 13 === 0 ? null : isFar ? value * 100 : value]
        }),
      ),
    }))
    const { result } = await score(rules, bodies)
    expect(result.results.every(({ status }) => status === 'scored')).toBe(true)
  }, 180_000)
})
