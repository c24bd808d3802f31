import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { decimalText } from '../../../engine/number/text.js'
import { methodology, withHeader } from '../../helpers/methodology.js'

/** As `3 CODE`, of sections below a header. */
function said(body: string): readonly string[] {
  const { problems } = loadMethodology('x.yaml', withHeader(body))
  return problems.map(({ code, message }) => `${code}: ${message}`)
}

describe('a methodology that is read', () => {
  it('keeps the version as it is written, as a number or as text', () => {
    const version = (text: string) =>
      methodology(`
        version: ${text}
        criteria: { c: { formula: 1 } }`).version

    expect(version('2012')).toBe('2012')
    expect(version('"2012"')).toBe('2012')
    expect(version('2012.1-b')).toBe('2012.1-b')
  })

  it('reads numbers that no double holds from their text', () => {
    const { parameters } = methodology(`
      parameters: { large: { value: 1e399 }, small: { value: 1e-399 } }
      inputs: { x: { type: number, default: 1e399 } }
      criteria: { c: { formula: x * small * large } }`)
    const text = (name: string) => {
      const value = parameters.get(name)?.value
      return value ? decimalText(value) : null
    }

    expect(text('large')).toBe(`1${'0'.repeat(399)}`)
    expect(text('small')).toBe(`0.${'0'.repeat(398)}1`)
  })

  it('is frozen with everything below', () => {
    const loaded = methodology(`
      inputs: { t: { x: { type: number } } }
      criteria: { c: { formula: sum(t.x) } }
      rankings: { r: { output: c } }`)

    expect(Object.isFrozen(loaded)).toBe(true)
    for (const node of loaded.nodes) {
      expect(Object.isFrozen(node)).toBe(true)
      expect(Object.isFrozen(node.reads)).toBe(true)
    }
  })

  it('lists each node after those that it reads', () => {
    const { nodes } = methodology(`
      inputs: { x: { type: number } }
      computed:
        c: { formula: b + a }
        b: { formula: a + x }
        a: { formula: x }
      outputs: [c]
      total: c`)

    nodes.forEach((node, at) => {
      for (const read of node.reads)
        expect(nodes.indexOf(read)).toBeLessThan(at)
    })
  })

  it('orders a chain of 3,000 columns', () => {
    const columns = Array.from({ length: 3_000 }, (_, at) =>
      at === 2_999
        ? 'c2999: { formula: 1 }'
        : `c${at}: { formula: c${at + 1} + 1 }`,
    )
    const text = `
computed:
  ${columns.join('\n  ')}
outputs: [c0]
total: c0`

    expect(methodology(text).nodes.map(({ name }) => name)).toEqual(
      columns.map((_, at) => `c${2_999 - at}`),
    )
  })

  it('names all members of a circle of 3,000 columns', () => {
    const columns = Array.from(
      { length: 3_000 },
      (_, at) => `c${at}: { formula: c${(at + 1) % 3_000} + 1 }`,
    )
    const [only, ...more] = said(`
computed:
  ${columns.join('\n  ')}
outputs: [c0]
total: c0`)

    expect(only).toMatch(/^CYCLE: /)
    expect(only?.split(' -> ')).toHaveLength(3_001)
    expect(more).toEqual([])
  })

  it('takes titles in several languages, with the longer ones from the end', () => {
    const { title, roots } = methodology(`
      title: { en: Example, ru: Пример }
      criteria: { c: { title: Total, formula: 1 } }
      texts: { kk: { title: Мысал, criteria.c.title: Барлығы } }`)

    expect(title).toEqual({ en: 'Example', ru: 'Пример', kk: 'Мысал' })
    expect(roots[0]?.title).toEqual({ en: 'Total', kk: 'Барлығы' })
  })
})

describe('outputs and the total', () => {
  it('are all criteria and deductions, and the only root, where nothing is said', () => {
    const { outputs, total } = methodology(`
      indicators: { x: { under: part } }
      criteria: { c: { formula: part - d, children: { part: { aggregate: only } } } }
      deductions: { d: {} }`)

    expect(outputs.map(({ name }) => name).sort()).toEqual(['c', 'd', 'part'])
    expect(total?.name).toBe('c')
  })

  it('are asked for where the tree has two roots', () => {
    expect(said('criteria: { c: { formula: 1 }, d: { formula: 1 } }')).toEqual([
      expect.stringMatching(/^MISSING_KEY: "total" .*2 roots/),
    ])
  })
})

describe('defaults', () => {
  const body = (own: string) => `
    defaults:
      inputs: { missing: allowed, unit: points }
      computed: { cite: "9", mark: given }
    inputs: { x: { type: number${own} } }
    computed: { y: { formula: x } }
    outputs: [y]
    total: y`
  const input = (own: string) =>
    methodology(body(own)).nodes.find(({ name }) => name === 'x')

  it('fill what an entry does not say itself', () => {
    expect(input('')).toMatchObject({ unit: 'points', mayBeMissing: true })
    expect(input(', unit: shares')).toMatchObject({ unit: 'shares' })
  })

  it('carry a mistake to their own line, once for all entries', () => {
    const { problems } = loadMethodology(
      'x.yaml',
      withHeader(`
defaults: { indicators: { missing: allowed, round: { digits: two, mode: half-up } } }
indicators: { a: { under: c }, b: { under: c } }
criteria: { c: { aggregate: sum } }`),
    )

    expect(problems.map(({ code }) => code)).toEqual(['WRONG_TYPE'])
    expect(problems[0]?.message).toContain('"two"')
  })

  it.each([
    [
      'a section that the file does not have',
      'defaults: { rules: { marc: given } }',
    ],
    ['a section that no file has', 'defaults: { rule_s: { mark: given } }'],
  ])('say nothing about %s', (_, defaults) => {
    expect(
      said(
        `${defaults}\ncriteria: { c: { formula: 1, cite: "1", mark: given } }`,
      ),
    ).toEqual([expect.stringMatching(/^UNKNOWN_KEY: /)])
  })
})

describe('years', () => {
  it.each([
    ['{ from: 2012, to: 2013 }', { kind: 'range', from: 2012, to: 2013 }],
    ['{ from: 2012 }', { kind: 'range', from: 2012, to: null }],
    ['[2014, 2012, 2014]', { kind: 'list', years: [2012, 2014] }],
  ])('%s', (years, expected) => {
    expect(
      methodology(`
        years: ${years}
        criteria: { c: { formula: 1 } }`).years,
    ).toEqual(expected)
  })

  it.each([
    '2012',
    '[]',
    '{ to: 2012 }',
    '[twelve]',
    '{ from: 0 }',
    '{ from: 2012.5 }',
    '"2012"',
  ])('are not %s', (years) => {
    expect(
      said(
        `years: ${years}\ncriteria: { c: { formula: 1, cite: "1", mark: given } }`,
      ),
    ).toHaveLength(1)
  })
})
