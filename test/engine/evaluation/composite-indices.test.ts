/**
 * Indices with published methods, each in a file of some forty lines: all figures
 * of all bodies are those of fixtures/composite-indices/figures.py, which computes
 * them with Python's fractions and 60-digit decimals.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  explainOutput,
  explanationText,
  loadMethodology,
} from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { score, type Body } from '../../helpers/score.js'

const FOLDER = join(import.meta.dirname, '../../fixtures/composite-indices')

interface Figures {
  readonly bodies: readonly Body[]
  readonly expected: {
    readonly [body: string]: { readonly [figure: string]: unknown }
  }
}

async function scored(name: string, ranking: string) {
  const text = readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')
  const { methodology, problems } = loadMethodology(`${name}.yaml`, text)
  expect(problems).toEqual([])
  if (!methodology) throw new Error(`${name} has mistakes`)
  const { bodies, expected } = JSON.parse(
    readFileSync(join(FOLDER, `${name}.json`), 'utf8'),
  ) as Figures
  const { result, run } = await score(methodology, bodies, { year: 2022 })
  const places = new Map(
    result.rankings[ranking]?.map(({ id, place }) => [id, place]),
  )
  const found = result.results.map(
    ({ id, exact }) =>
      [id, { ...exact, place: places.get(id) ?? null }] as const,
  )
  return { found: comparable(Object.fromEntries(found)), expected, run }
}

/** Without zeros at the end, which Python keeps. */
function comparable(figures: Figures['expected']): Figures['expected'] {
  const plain = (value: unknown) =>
    typeof value === 'string' && value.includes('.')
      ? value.replace(/\.?0+$/, '')
      : value
  return Object.fromEntries(
    Object.entries(figures).map(([id, each]) => [
      id,
      Object.fromEntries(
        Object.entries(each).map(([key, value]) => [key, plain(value)]),
      ),
    ]),
  )
}

describe('an index of deprivation: ranks, an exponential transformation, deciles', () => {
  it('has the scores, deciles and places of the independent calculation', async () => {
    const { found, expected } = await scored('deprivation', 'imd')
    expect(found).toEqual(comparable(expected))
  })

  it('has the scores of three areas of the English Indices of Deprivation 2019', async () => {
    // Ranks of the seven domains among 32844 areas and the score of the index, as
    // remembered from File 7 of the publication and not compared with it: that
    // seven ranks give the score to three digits, three times, is the evidence.
    const weights = {
      a: 0.225,
      b: 0.225,
      c: 0.135,
      d: 0.135,
      e: 0.093,
      f: 0.093,
      g: 0.093,
    }
    const areas: readonly (readonly [readonly number[], string])[] = [
      [[32831, 32742, 32842, 32113, 32662, 7319, 7789], '6.208'],
      [[29901, 31190, 32832, 29705, 32789, 11707, 13070], '5.143'],
      [[18510, 15103, 26386, 17600, 29363, 2157, 4092], '19.402'],
    ]
    const indicators = Object.entries(weights).map(
      ([name, weight]) => `      ${name}: { under: imd, weight: ${weight} }`,
    )
    const rules = `
    indicators:
${indicators.join('\n')}
    steps:
      - { name: x, formula: -23 * ln(1 - (32845 - x) / 32844 * (1 - exp(-100 / 23))) }
    criteria: { imd: { aggregate: sum, weights_total: 0.999, round: { digits: 3, mode: half-up } } }`
    const bodies = areas.map(([ranks], index): Body => ({
      id: `a${index}`,
      ...Object.fromEntries(
        Object.keys(weights).map((name, at) => [name, ranks[at]]),
      ),
    }))
    const { run } = await score(rules, bodies)
    expect(bodies.map(({ id }) => figure(run, id, 'imd'))).toEqual(
      areas.map(([, published]) => published),
    )
  })
})

describe('an index of perceptions: sources standardised by a base set', () => {
  it('has the scores, errors and places of the independent calculation', async () => {
    const { found, expected } = await scored('perceptions', 'cpi')
    expect(found).toEqual(comparable(expected))
  })

  it('counts the base set alone for mean and deviation, and says how many', async () => {
    const { run } = await scored('perceptions', 'cpi')
    const explanation = await explainOutput(run, 'country-01', 'cpi')
    const text = explanation ? explanationText(explanation) : ''
    // country-00 is not of the base set and has its score all the same
    const base = run.bodies.filter(
      ({ given }) =>
        figure(run, given?.id ?? '', 'base') === 'true' &&
        !figure(run, given?.id ?? '', 'afdb').startsWith('missing'),
    )
    expect(text).toContain(`all afdb of base = ${base.length} figures from `)
    expect(figure(run, 'country-00', 'cpi')).toMatch(/^\d+$/)
  })

  it('has the score of the example of five sources in the presentation of 2015', async () => {
    // Transparency International, Corruption Perceptions Index 2015, step 3 and 4:
    // (61 + 63 + 61 + 65 + 65) / 5 = 63, standard error 1 (0.894...).
    const rules = `
    indicators:
      wb: { under: cpi }
      bti: { under: cpi }
      wjp: { under: cpi }
      bpi: { under: cpi }
      wef: { under: cpi }
    computed: { error: { formula: 'round(standardDeviation(cpi.children, "sample") / sqrt(count(cpi.children)))' } }
    criteria: { cpi: { aggregate: arithmetic } }`
    const x = { id: 'x', wb: 61, bti: 63, wjp: 61, bpi: 65, wef: 65 }
    const { run } = await score(rules, [x])
    expect(figure(run, 'x', 'cpi')).toBe('63')
    expect(figure(run, 'x', 'error')).toBe('1')
  })
})

describe('their files', () => {
  it.each(['deprivation', 'perceptions'])('%s stays short', (name) => {
    const text = readFileSync(join(FOLDER, `${name}.yaml`), 'utf8')
    expect(text.split('\n').length).toBeLessThan(60)
  })
})
