import { beforeAll, describe, expect, it } from 'vitest'

import { explainOutput, explanationText } from '../../../engine/index.js'
import { score, type ScoredBodies } from '../../helpers/score.js'
import { scoreEverything } from './everything.js'

let scored: ScoredBodies

beforeAll(async () => {
  scored = await scoreEverything()
})

async function textOf(body: string, language?: 'en' | 'ru'): Promise<string> {
  const found = await explainOutput(scored.run, body, null)
  if (!found) throw new Error(`No explanation of ${body}`)
  return explanationText(found, language)
}

describe('the text', () => {
  it('reads from the total down to the cells', async () => {
    const words = await textOf('x')
    const lines = words.split('\n').map((line) => line.trim())
    expect(lines[0]).toBe('Body X (x), 2020, test@1')
    expect(lines[1]).toBe('total = 15.4 points  [Total]')
    for (const line of [
      'sum: 21.5 + 0.375 + 0 = 21.875',
      'rounded to 1 digit, half-up = 15.4',
      'No 14 of 2012-01-19, 16: "the sum of the parts" (given)',
      'left out: goals[2] (not given in the data)',
      'other reading: plan (the plan alone)',
      'note: rebuilt from the words',
      'formula: fact / plan',
      'with values: 1 / 4',
      'data: data.json bodies[0].goals[0], column fact',
      'data: data.json bodies[0], column facts (the register)',
      'rule lateness: fired, deduct into W: 1.5 points; late [true: true]; No 14 of 2012-01-19, 40',
      'over 3 bodies',
    ])
      expect(lines).toContain(line)
  })

  it('speaks the language that is asked for, where there is one', async () => {
    const russian = await textOf('x', 'ru')
    expect(russian).toContain('total = 15.4 points  [Итог]')
    expect(russian).toContain('[Alpha]')
  })

  it('says in words what is absent', async () => {
    const gone = await textOf('gone')
    expect(gone).toContain('total = not applicable (excluded by rule "tiny"')
    const lost = await textOf('undecided')
    expect(lost).toContain('late = missing (not given in the data)')
  })
})

describe('what many figures share', () => {
  it('is explained once, so that diamonds stay small', async () => {
    const levels = Array.from({ length: 40 }, (_, index) => {
      const before = index === 0 ? 'x' : `n${index - 1}`
      return `        n${index}: { formula: ${before} / 2 + ${before} / 2 }`
    })
    const text = `
      inputs: { x: { type: number } }
      criteria: { total: { formula: n39 } }
      computed:\n${levels.join('\n')}`
    const { run } = await score(text, [{ id: 'b', x: 3 }])
    const explained = await explainOutput(run, 'b', null)
    // total, 40 levels, x
    expect(explained?.figures).toHaveLength(42)
    if (!explained) return
    const lines = explanationText(explained).split('\n')
    expect(lines.length).toBeLessThan(250)
  })

  it('stands in the text once in full', async () => {
    const text = `
      inputs: { x: { type: number } }
      computed: { y: { formula: x + 1 } }
      criteria: { total: { aggregate: sum, children: { p: { formula: y }, q: { formula: 2 * y } } } }`
    const { run } = await score(text, [{ id: 'b', x: 3 }])
    const explained = await explainOutput(run, 'b', null)
    if (!explained) throw new Error('no explanation')
    const words = explanationText(explained)
    expect(words.match(/formula: x \+ 1/g)).toHaveLength(1)
    expect(words).toContain('y = 4 (explained above)')
  })
})
