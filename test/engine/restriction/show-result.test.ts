/** What is shown of a result, and of explanations, to those who may not see restricted values. */
import { describe, expect, it } from 'vitest'

import {
  explainableFigures,
  explainableFlags,
  explainOutput,
  explanationText,
  loadMethodology,
  releaseRisks,
  showProblems,
  showResult,
  type Methodology,
} from '../../../engine/index.js'
import { scoreCsv } from '../../../server/output/score-csv.js'
import { scoreJson } from '../../../server/output/score-json.js'
import { scoreTable } from '../../../server/output/score-table.js'
import { score, tryScore } from '../../helpers/score.js'
import { stream } from '../../helpers/stream-in-memory.js'
import {
  RESTRICTED_BEFORE,
  RESTRICTED_BODIES,
  restrictedText,
  tracesIn,
} from '../../helpers/restricted.js'

function load(released = ''): Methodology {
  const { methodology, problems } = loadMethodology(
    'secret.yaml',
    restrictedText(released),
  )
  if (methodology) return methodology
  throw new Error(
    problems.map(({ line, message }) => `${line} ${message}`).join(),
  )
}

function scored(methodology: Methodology) {
  return score(methodology, RESTRICTED_BODIES, { previous: RESTRICTED_BEFORE })
}

describe('restricted values', () => {
  it('stand in no form of the result that everybody sees', async () => {
    const methodology = load()
    const { result } = await scored(methodology)
    const shown = showResult(result, methodology, 'public')
    const texts = [
      scoreJson(shown, 'lines'),
      scoreCsv(shown),
      scoreTable(methodology, shown),
    ]
    expect(texts.map(tracesIn)).toEqual([[], [], []])
    expect(tracesIn(scoreJson(result, 'lines'))).not.toEqual([])
  })

  it('stand in no explanation of any figure that everybody sees', async () => {
    const methodology = load()
    const { run } = await scored(methodology)
    const figures = [...explainableFigures(run), ...explainableFlags(run)]
    expect(figures).toContain('double')
    const all: string[] = []
    for (const figure of figures) {
      const shown = await explainOutput(run, 'b1', figure, 'public')
      if (!shown) throw new Error(figure)
      const text = `${JSON.stringify(shown)}${explanationText(shown)}`
      expect(tracesIn(text), figure).toEqual([])
      all.push(JSON.stringify(await explainOutput(run, 'b1', figure)))
    }
    expect(tracesIn(all.join()).length).toBeGreaterThan(5)
  })

  it('stand in no line of a stream that everybody sees', async () => {
    const text = restrictedText()
      .replace(/^.*standing:.*\n/m, '')
      .replace(', normalise: { kind: min-max }', '')
    const { methodology } = loadMethodology('secret.yaml', text)
    if (!methodology) throw new Error(text)
    const lines = RESTRICTED_BODIES.map((body) => JSON.stringify(body))
    const broken = JSON.stringify({
      ...RESTRICTED_BODIES[0],
      id: 'x',
      income: '731946285013579x',
    })
    const data = [...lines, broken].join('\n')
    const shown = await stream(methodology, data, { sight: 'public' })
    expect(tracesIn(JSON.stringify(shown))).toEqual([])
    expect(shown.end).toMatchObject({ restricted: 3, errors: 1, scored: 0 })
    const all = await stream(methodology, data)
    expect(tracesIn(JSON.stringify(all))).not.toEqual([])
  })

  it('are named where they are withheld', async () => {
    const methodology = load()
    const { result } = await scored(methodology)
    const shown = showResult(result, methodology, 'public')
    expect(shown.restricted).toEqual({
      inputs: [
        'income',
        'kind',
        'place',
        'goals.share',
        'wealth (as given)',
      ].map(
        (name) => expect.stringContaining(name.split(' ')[0] ?? '') as unknown,
      ),
      figures: expect.arrayContaining([
        'total',
        'double',
        'copy',
        'parts',
        'W',
        'goals.part',
      ]) as unknown,
      rules: ['rich', 'secret'],
      rankings: ['total'],
      populations: ['peers'],
      hashes: ['data.sha256', 'data.previous.sha256', 'sha256'],
    })
    expect(Object.keys(shown.rankings)).toEqual(['plain'])
    const [first] = shown.results
    expect(first).toMatchObject({
      status: 'restricted',
      outputs: { total: null, visible: 80, double: null, plain: 3 },
      deductions: [],
      flags: [{ flag: 'known' }],
    })
    expect(first?.restricted?.[0]).toEqual({
      output: 'total',
      inputs: [expect.stringContaining('wealth')],
    })
  })

  it('are there for those who may see them', async () => {
    const methodology = load()
    const { result } = await scored(methodology)
    expect(showResult(result, methodology, 'everything')).toBe(result)
    expect(result.results[0]?.exact['double']).toBe('1463892570027158')
  })

  it('show a released figure by its value alone', async () => {
    const methodology = load('released: [total, ranking total]')
    const { result, run } = await scored(methodology)
    const shown = showResult(result, methodology, 'public')
    const [first] = shown.results
    // Wealth is the least of three: 0; health is 40 of 100: (0 + 0.4) / 2.
    expect(first).toMatchObject({ status: 'scored', exact: { total: '0.2' } })
    expect(shown.rankings['total']?.[0]).toEqual({
      place: 1,
      id: expect.any(String) as unknown,
      value: expect.any(Number) as unknown,
    })
    const explained = await explainOutput(run, 'b1', 'total', 'public')
    expect(explained?.figures).toHaveLength(1)
    expect(explained?.figures[0]).toMatchObject({
      value: { state: 'present', text: '0.2' },
      substituted: null,
      steps: [],
      operands: [],
    })
  })

  it('do not stand in messages about data', async () => {
    const methodology = load()
    const bodies = [
      {
        ...RESTRICTED_BODIES[0],
        id: 'b1',
        income: '731946285013579x',
        open: '3x',
      },
    ]
    const { problems } = await tryScore(methodology, bodies)
    const shown = showProblems(problems, methodology, 'public')
    expect(tracesIn(JSON.stringify(problems))).not.toEqual([])
    expect(shown.map(({ code, column }) => [code, column])).toEqual([
      ['WITHHELD', 'income'],
      ['CELL_NOT_A_NUMBER', 'open'],
    ])
    expect(tracesIn(JSON.stringify(shown))).toEqual([])
    expect(shown[1]?.message).toContain('3x')
  })
})

describe('a release', () => {
  const risks = (released: string) =>
    releaseRisks(load(released)).map(({ message }) => message)

  it('of a figure over one restricted input is warned of', () => {
    expect(risks('released: [double]')).toEqual([
      expect.stringContaining(
        '"double" is released, and only one restricted input (income)',
      ) as unknown,
    ])
  })

  it('of figures as many as the inputs behind them is warned of', () => {
    const text = restrictedText('released: [sum, other]').replace(
      'computed:\n',
      'computed:\n  sum: { formula: income + goals_share }\n  other: { formula: income - goals_share }\n  goals_share: { formula: max(goals.share) }\n',
    )
    const { methodology, problems } = loadMethodology('secret.yaml', text)
    expect(problems).toEqual([])
    const found = methodology ? releaseRisks(methodology) : []
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'sum, other are released, and only 2 restricted inputs (income, goals.share)',
      ) as unknown,
    ])
  })

  it('of one figure over two restricted inputs is not', () => {
    const text = restrictedText('released: [sum]').replace(
      'computed:\n',
      'computed:\n  sum: { formula: income + max(goals.share) }\n',
    )
    const { methodology } = loadMethodology('secret.yaml', text)
    expect(methodology && releaseRisks(methodology)).toEqual([])
  })

  it.each([
    ['plain', 'no restricted input stands behind'],
    ['income', 'is an input'],
    ['nothing', 'not'],
  ])('of %s is a mistake', (name, words) => {
    const { problems } = loadMethodology(
      'secret.yaml',
      restrictedText(`released: [${name}]`),
    )
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(words) as unknown,
    ])
  })
})
