import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

/** total = (a + b) / 2, so that each of them has a weight. */
const MEAN = tiny({ expected: 1.5 }).replace(
  'aggregate: sum',
  'aggregate: arithmetic',
)

// m1 leads where wb > wa * 0.4 / 0.5, m3 in nothing; m4 has no place.
const DATA =
  'id,name,a,b\nm1,Қаржы,0.6,1.5\nm2,Білім,1,1\nm3,Ғылым,0,0\nm4,Сауда,1,\n'

async function sensitivity(
  options: readonly string[] = [],
  rules = MEAN,
  data = DATA,
) {
  const folders = await tinyFolder(
    { 'data.csv': data },
    {
      'tiny/2020.yaml': rules,
    },
  )
  const asked = ['--year', '2021', '--data', `${folders.folder}/data.csv`]
  const all = ['tiny', ...asked, '--rules', folders.rules, ...options]
  return run(['sensitivity', ...all])
}

describe('olshem sensitivity', () => {
  it('says what was varied, by how much and how often, and how places are computed', async () => {
    const { status, out, err } = await sensitivity()
    expect(err).toBe('')
    expect(status).toBe(0)
    expect(out).toContain(
      '2 weights times 0.9 to 1.1 each, then brought back to their sum; 1000 draws, seed 1.',
    )
    expect(out).toContain('those of the draws are computed in doubles')
  })

  it('shows one place for every body where the margin is 0', async () => {
    const { out } = await sensitivity(['--margin', '0', '--draws', '20'])
    const lines = out.split('\n').filter((line) => / m\d /.test(line))
    expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['1', 'm1', 'Қаржы', '1', '1', '1', '100.0 %', '100.0 %'],
      ['2', 'm2', 'Білім', '2', '2', '2', '100.0 %', '0.0 %'],
      ['3', 'm3', 'Ғылым', '3', '3', '3', '100.0 %', '0.0 %'],
    ])
    expect(out).toContain('Without a place in every draw: 1 body.')
  })

  it('lets two bodies swap where the margin is wide, and never the last', async () => {
    const { out } = await sensitivity(['--margin', '50'])
    expect(out).toMatch(/^ +1 +m1 .* 1-2 +1 +1-2 /m)
    expect(out).toMatch(/^ +3 +m3 .* 3 +3 +3 +100\.0 %/m)
  })

  it('prints the same as JSON, with the hashes of rules and data', async () => {
    const { out } = await sensitivity([
      ...['--margin', '0', '--draws', '10', '--seed', '9', '--json'],
      ...['--first', '2', '--ranking', 'total'],
    ])
    const printed: unknown = JSON.parse(out)
    expect(printed).toMatchObject({
      methodology: { id: 'tiny', version: '2020' },
      year: 2021,
      certified: false,
      margin: 0,
      draws: 10,
      seed: 9,
      first: 2,
      weights: [
        { criterion: 'score(a)', parent: 'total', weight: 1 },
        { criterion: 'score(b)', parent: 'total', weight: 1 },
      ],
    })
    expect(printed).toHaveProperty('rankings.total.bodies.1', {
      id: 'm2',
      name: 'Білім',
      place: 2,
      least: 2,
      most: 2,
      percentile5: 2,
      median: 2,
      percentile95: 2,
      keeps: 1,
      amongFirst: 1,
      withoutPlace: 0,
    })
  })

  it('refuses a methodology without weights, and one without rankings', async () => {
    const sum = await sensitivity([], tiny())
    expect(sum.status).toBe(1)
    expect(sum.err).toContain('tiny@2020 has no weights that can be drawn')
    const rankings = MEAN.indexOf('rankings:')
    const examples = MEAN.indexOf('examples:')
    const none = MEAN.slice(0, rankings) + MEAN.slice(examples)
    const unranked = await sensitivity([], none)
    expect(unranked.status).toBe(1)
    expect(unranked.err).toContain('tiny@2020 has no rankings')
  })

  it('names the rankings that there are for one that is not', async () => {
    const { status, err } = await sensitivity(['--ranking', 'totl'])
    expect(status).toBe(1)
    expect(err).toContain('Did you mean "total"?')
  })

  it.each([
    ['--margin', '101', 'Give per cent from 0 to 100'],
    ['--draws', '0', 'Give a whole number from 1 to 100000'],
    ['--seed', '1.5', 'Give a whole number from 0'],
  ])('refuses %s %s', async (option, value, words) => {
    const { status, err } = await sensitivity([option, value])
    expect(status).toBe(2)
    expect(err).toContain(words)
  })

  it('stops where it is interrupted, and prints nothing half done', async () => {
    const interruption = AbortSignal.abort()
    const { rules, folder } = await tinyFolder(
      { 'data.csv': DATA },
      {
        'tiny/2020.yaml': MEAN,
      },
    )
    const asked = ['--year', '2021', '--data', `${folder}/data.csv`]
    const { status, out } = await run(
      ['sensitivity', 'tiny', ...asked, '--rules', rules],
      { interruption },
    )
    expect(status).toBe(130)
    expect(out).toBe('')
  })
})
