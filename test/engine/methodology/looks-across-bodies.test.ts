import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { loadMethodology, looksAcrossBodies } from '../../../engine/index.js'
import { methodology } from '../../helpers/methodology.js'

const PLAIN = `
total: total
indicators:
  a: { under: total, unit: points }
criteria:
  total: { title: Total, aggregate: sum }
`

async function ofFile(path: string) {
  const file = new URL(`../../../${path}`, import.meta.url)
  const loaded = loadMethodology(path, await readFile(file, 'utf8'))
  if (!loaded.methodology) throw new Error(`${path} has mistakes`)
  return looksAcrossBodies(loaded.methodology)
}

describe('what looks across bodies', () => {
  it('is nothing where every formula stays within its body', () => {
    expect(looksAcrossBodies(methodology(PLAIN))).toEqual({
      figures: [],
      rankings: [],
    })
  })

  it('is a ranking alone where nothing reads its places', () => {
    const found = looksAcrossBodies(
      methodology(`${PLAIN}
rankings:
  best: { title: Places, output: total }
`),
    )
    expect(found.figures).toEqual([])
    expect(found.rankings).toMatchObject([
      { kind: 'ranking', name: 'ranking best', at: 'rankings.best', line: 18 },
    ])
  })

  it('is a normaliser that looks for the worst and best of all bodies', () => {
    const { figures } = looksAcrossBodies(
      methodology(`
total: total
indicators:
  a: { under: total, unit: points, normalise: all }
normalisers:
  all: { kind: min-max, range: [0, 1] }
criteria:
  total: { title: Total, aggregate: sum }
`),
    )
    expect(figures).toMatchObject([{ kind: 'distribution', name: 'all a' }])
  })

  it('is a formula with an aggregate over the bodies, or with a rank among them', () => {
    const { figures } = looksAcrossBodies(
      methodology(`
inputs:
  a: { type: number, unit: points }
computed:
  population.most: { formula: max(bodies.a) }
  share: { formula: a / population.most }
  own: { formula: rank(a) }
outputs: [share, own]
total: share
`),
    )
    expect(figures.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'aggregate population.most',
      'distribution all a',
      'rank own',
    ])
  })

  it('is a flag that reads a place', () => {
    const { figures } = looksAcrossBodies(
      methodology(`${PLAIN}
rankings:
  best: { title: Places, output: total }
rules:
  first: { title: First, when: { fact: place, ranking: best, operator: equal, value: 1 }, flag: { name: first } }
`),
    )
    expect(figures).toMatchObject([{ kind: 'place' }])
  })

  it('is a figure of the population that no output reads', () => {
    const { figures } = looksAcrossBodies(
      methodology(`${PLAIN}
computed:
  population.all: { formula: sum(bodies.a) }
`),
    )
    const [only, ...others] = figures
    expect(only).toMatchObject({ kind: 'aggregate', name: 'population.all' })
    expect(others).toEqual([])
  })

  it('is in the published files what their acts say', async () => {
    const kinds = async (path: string) => {
      const { figures, rankings } = await ofFile(path)
      return {
        figures: figures.length > 0,
        rankings: rankings.map(({ name }) => name),
      }
    }
    expect(await kinds('rules/kz-goals/2012.yaml')).toEqual({
      figures: false,
      rankings: ['ranking central', 'ranking local'],
    })
    expect(await kinds('rules/hdi/2014.yaml')).toMatchObject({ figures: false })
    expect(await kinds('rules/kz-it-use/2018.yaml')).toMatchObject({
      figures: false,
    })
    expect(await kinds('rules/kz-personnel/2010.yaml')).toMatchObject({
      figures: false,
    })
    const composite = 'test/fixtures/composite-indices/perceptions.yaml'
    expect(await kinds(composite)).toMatchObject({ figures: true })
  })
})
