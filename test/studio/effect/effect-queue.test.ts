import { describe, expect, it } from 'vitest'

import type {
  Effect,
  EffectAnswer,
} from '../../../studio/features/effect/effect-answer.js'
import {
  BASE,
  openQueue,
  settingOf,
  withWeights,
  type TestQueue,
} from './three-bodies.js'

async function opened(queue: TestQueue): Promise<TestQueue> {
  await queue.ask({ kind: 'open', id: 1, setting: await settingOf() })
  expect(queue.answers).toEqual([{ kind: 'opened', id: 1 }])
  return queue
}

async function answersTo(text: string): Promise<readonly EffectAnswer[]> {
  const queue = await opened(openQueue())
  await queue.ask({ kind: 'text', id: 2, text })
  return queue.answers.slice(1)
}

function effects(answers: readonly EffectAnswer[]): readonly Effect[] {
  return answers.filter((answer) => answer.kind === 'effect')
}

const rows = (effect: Effect | undefined) =>
  (effect?.rankings[0]?.bodies ?? []).map(
    ({ name, before, after, gained, difference }) => [
      ...[name, before?.place, before?.total],
      ...[after?.place, after?.total, gained, difference],
    ],
  )

describe('the effect of a text', () => {
  it('places three bodies anew when the weights change, first by doubles, then exactly', async () => {
    const [preview, exact] = effects(await answersTo(withWeights('0.2', '0.8')))
    const expected = [
      ['Gamma', 3, '40', 1, '58', 2, '18'],
      ['Beta', 2, '45', 2, '48', 0, '3'],
      ['Alpha', 1, '50', 3, '32', -2, '-18'],
    ]
    expect(preview?.by).toBe('preview')
    expect(rows(preview)).toEqual(expected)
    expect(exact?.by).toBe('exact')
    expect(rows(exact)).toEqual(expected)
  })

  it('moves nobody where the text means the same', async () => {
    const answers = await answersTo(`${BASE}# a remark\n`)
    const [, exact] = effects(answers)
    expect(rows(exact).map(([, , , , , gained]) => gained)).toEqual([0, 0, 0])
    expect(answers.at(-1)).toMatchObject({ changes: { kind: 'none' } })
  })

  it('keeps the digits that doubles lose', async () => {
    // 80 * 0.1 + 20 * 0.9 = 26, plus 60 units of the 17th digit.
    const text = withWeights('0.10000000000000001', '0.89999999999999999')
    const [, exact] = effects(await answersTo(text))
    const alpha = exact?.rankings[0]?.bodies.find(({ id }) => id === 'a')
    expect(alpha?.after?.total).toBe('26.0000000000000006')
    expect(alpha?.difference).toBe('-23.9999999999999994')
  })

  it('uses the new weights where only weights changed since the text before', async () => {
    const queue = await opened(openQueue())
    await queue.ask({ kind: 'text', id: 2, text: withWeights('0.4', '0.6') })
    await queue.ask({ kind: 'text', id: 3, text: withWeights('0.2', '0.8') })
    const [, , preview] = effects(queue.answers)
    // The first and third of four: each text has a preview and an exact effect.
    expect(preview?.by).toBe('preview')
    expect(rows(preview)[0]).toEqual(['Gamma', 3, '40', 1, '58', 2, '18'])
  })

  it('notices every other change after one of weights', async () => {
    const queue = await opened(openQueue())
    await queue.ask({ kind: 'text', id: 2, text: withWeights('0.2', '0.8') })
    const geometric = BASE.replace('arithmetic', 'harmonic')
    await queue.ask({ kind: 'text', id: 3, text: geometric })
    const [, , preview] = effects(queue.answers)
    // Harmonic: a 2/(1/80+1/20) = 32, b 2/(1/40+1/50) = 44.4..., c 17.5
    expect(rows(preview).map(([name, , , , total]) => [name, total])).toEqual([
      ['Beta', '44.4444444444'],
      ['Alpha', '32'],
      ['Gamma', '17.5'],
    ])
  })

  it('says why a body has no place any more', async () => {
    const [preview, exact] = effects(
      await answersTo(BASE.replace('value: 5', 'value: 20')),
    )
    const gamma = (effect: Effect | undefined) =>
      effect?.rankings[0]?.bodies.find(({ id }) => id === 'c')
    expect(gamma(preview)).toMatchObject({ after: null, gained: null })
    expect(gamma(exact)?.reason).toBe('excluded (small, Act made for tests, 2)')
  })

  it('gives the mistakes of a text with their places, and no effect', async () => {
    const answers = await answersTo(withWeights('0.2', '0.7'))
    expect(answers).toHaveLength(1)
    expect(answers[0]).toMatchObject({
      kind: 'text-read',
      mistakes: [{ code: 'WEIGHTS_SUM', line: 14, column: 3 }],
    })
  })

  it('says that data do not fit a text that asks for more of them', async () => {
    const text = BASE.replace(
      / {2}y: .*/,
      '  z: { under: total, weight: 0.5 }',
    ).replace('[total, x, y]', '[total, x]')
    const last = (await answersTo(text)).at(-1)
    expect(last).toMatchObject({
      kind: 'not-computable',
      why: 'data-do-not-fit',
    })
  })

  it('says where the weights stand that can be exchanged', async () => {
    const [read] = await answersTo(BASE)
    const weights = read?.kind === 'text-read' ? read.weights : []
    expect(weights.map(({ parent, total }) => [parent, total])).toEqual([
      ['total', '1'],
    ])
    const offsets = weights[0]?.children.map(({ offset }) => offset ?? 0) ?? []
    expect(offsets.map((at) => BASE.slice(at, at + 9))).toEqual([
      '0.5, boun',
      '0.5, boun',
    ])
  })
})

describe('one text after another', () => {
  it('gives up a text as soon as a newer one is there', async () => {
    let time = 0
    // Every look at the clock is 5 ms later, so that turns come often.
    const queue = await opened(openQueue(() => (time += 5)))
    const first = queue.ask({ kind: 'text', id: 2, text: BASE })
    const text = withWeights('0.2', '0.8')
    await new Promise((resolve) => setTimeout(resolve, 0))
    await Promise.all([first, queue.ask({ kind: 'text', id: 3, text })])
    await first
    const told = queue.answers.map(({ kind, id }) => `${kind} ${id}`)
    expect(told).not.toContain('changes 2')
    expect(told.slice(-2)).toEqual(['effect 3', 'changes 3'])
  })

  it('answers only the newest of texts that wait', async () => {
    const queue = openQueue()
    const open = queue.ask({ kind: 'open', id: 1, setting: await settingOf() })
    void queue.ask({ kind: 'text', id: 2, text: BASE })
    void queue.ask({ kind: 'text', id: 3, text: BASE })
    await open
    expect(queue.answers.some(({ id }) => id === 2)).toBe(false)
    expect(queue.answers.at(-1)).toMatchObject({ kind: 'changes', id: 3 })
  })
})

describe('which change did it', () => {
  async function changesOf(text: string) {
    const last = (await answersTo(text)).at(-1)
    const changes = last?.kind === 'changes' ? last.changes : null
    if (changes?.kind !== 'changes') throw new Error(JSON.stringify(last))
    return changes.changes.map(({ parts, rankings }) => [
      parts.map(({ part }) => part),
      rankings === 'not-alone' ? rankings : rankings[0]?.moved,
    ])
  }

  it('takes weights that add up together as one change', async () => {
    expect(await changesOf(withWeights('0.2', '0.8'))).toEqual([
      [['indicators.x', 'indicators.y'], 2],
    ])
  })

  it('says what was and is written, by its title', async () => {
    const last = (await answersTo(withWeights('0.2', '0.8'))).at(-1)
    expect(last).toMatchObject({
      changes: {
        changes: [
          {
            parts: [
              {
                part: 'indicators.x',
                title: { en: 'Goals' },
                differences: [{ keys: ['weight'], was: '0.5', is: '0.2' }],
              },
              {
                part: 'indicators.y',
                differences: [{ keys: ['weight'], was: '0.5', is: '0.8' }],
              },
            ],
          },
        ],
      },
    })
  })

  it('tells a rule from the weights', async () => {
    // With the rule alone undone c is first again; with the weights alone
    // undone a (50) and b (45) change places, and c is out in both.
    const text = withWeights('0.2', '0.8').replace('value: 5', 'value: 20')
    expect(await changesOf(text)).toEqual([
      [['indicators.x', 'indicators.y'], 2],
      [['rules.small'], 3],
    ])
  })

  it('undoes what was added by taking it away', async () => {
    const text = BASE.replace(
      'rankings:',
      '  low:\n    when: { fact: y, operator: lessThan, value: 30 }\n    exclude: { body: true }\n    cite: "3"\n    mark: given\n\nrankings:',
    )
    expect(await changesOf(text)).toEqual([[['rules.low'], 3]])
  })

  it('undoes what was taken away by putting it back', async () => {
    const second =
      '  low:\n    when: { fact: y, operator: lessThan, value: 30 }\n    flag: {}\n    cite: "3"\n    mark: given\n'
    const text = BASE.replace(/ {2}small:\n(?: {4}.*\n)+/, second)
    // Nothing is left of the rules without the one that was added.
    expect(await changesOf(text)).toEqual([
      [['rules.small'], 0],
      [['rules.low'], 'not-alone'],
    ])
  })
})

describe('intervals of places', () => {
  it('finds that the places of three bodies far apart do not hang on weights within 10 %', async () => {
    const queue = await opened(openQueue())
    await queue.ask({ kind: 'text', id: 2, text: withWeights('0.2', '0.8') })
    const draw = { ranking: 'all', margin: 0.1, seed: 7, draws: 200 }
    await queue.ask({ kind: 'draws', id: 3, ...draw })
    expect(queue.answers.at(-1)).toMatchObject({
      kind: 'intervals',
      intervals: {
        ...{ kind: 'drawn', draws: 200, seed: 7, isReached: true },
        bodies: [
          { id: 'a', place: 3, least: 3, most: 3, keeps: 1 },
          { id: 'b', place: 2, least: 2, most: 2, keeps: 1 },
          { id: 'c', place: 1, least: 1, most: 1, keeps: 1 },
        ],
      },
    })
  })

  it('says in words that there are no weights to vary', async () => {
    const queue = await opened(openQueue())
    const text = BASE.replace('weight: 0.5, ', '')
      .replace('weight: 0.5, ', '')
      .replace('arithmetic', 'min')
    await queue.ask({ kind: 'text', id: 2, text })
    const draw = { ranking: 'all', margin: 0.1, seed: 7, draws: 200 }
    await queue.ask({ kind: 'draws', id: 3, ...draw })
    const last = queue.answers.at(-1)
    const intervals = last?.kind === 'intervals' ? last.intervals : null
    expect(intervals?.kind === 'refused' && intervals.why).toContain(
      'no weights that can be drawn',
    )
  })
})
