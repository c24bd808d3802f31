import { describe, expect, it } from 'vitest'

import { loadMethodology, runExamples } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'

const RULES = `
register:
  id: bodies
  where: kind == "central"
  reorganised: [{ ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "53" }]
inputs:
  kind: { type: level, values: [central, local], from: register }
indicators:
  x: { under: total, when_joined: add }
criteria:
  total: { aggregate: sum }
years: { from: 2023 }
`

async function said(examples: string): Promise<readonly string[]> {
  const loaded = loadMethodology('x.yaml', withHeader(`${RULES}${examples}`))
  const { problems } = await runExamples(loaded, () => {
    throw new Error('no files here')
  })
  return [...loaded.problems, ...problems].map(
    ({ code, message }) => `${code}: ${message}`,
  )
}

describe('examples of a methodology with a register', () => {
  it('give attributes themselves, and nobody asks who was in force', async () => {
    expect(
      await said(`
examples:
  - title: Two of any kind
    source: invented
    note: made up
    bodies: [{ id: b, kind: local, x: 1 }, { id: nobody, kind: central, x: 2 }]
    expect: { b: { outputs: { total: 1 } }, nobody: { outputs: { total: 2 } } }
`),
    ).toEqual([])
  })

  it('meet the register that they bring', async () => {
    expect(
      await said(`
examples:
  - title: Joined in March
    source: hand
    calculation: 3 + 2 = 5
    register:
      - { id: a, kind: central, valid_to: 2023-03-12, successor: b }
      - { id: b, kind: central, valid_from: 2023-03-13 }
      - { id: idle, kind: central }
    bodies: [{ id: a, x: 2 }, { id: b, x: 3 }]
    expect:
      a: { status: not-scored, outputs: { total: null } }
      b: { outputs: { total: 5 }, joined: [a] }
      idle: { status: not-scored }
`),
    ).toEqual([])
  })

  it('say what does not come out, and what is wrong with their register', async () => {
    const [joined, register, body] = await Promise.all([
      said(`
examples:
  - title: Nobody joined
    source: invented
    note: made up
    register: [{ id: b, kind: central }]
    bodies: [{ id: b, x: 3 }]
    expect: { b: { joined: [a] } }
`),
      said(`
examples:
  - title: A bad date
    source: invented
    note: made up
    register: [{ id: b, kind: central, valid_to: 2023-13-01 }]
    body: { id: b, x: 3 }
    expect: { outputs: { total: 3 } }
`),
      said(`
examples:
  - title: An unknown body
    source: invented
    note: made up
    register: [{ id: body1, kind: central }]
    body: { id: body2, x: 3 }
    expect: { outputs: { total: 3 } }
`),
    ])
    expect(joined).toEqual([
      'EXAMPLE_FAILED: The example expects bodies joined to b a and the methodology gives none. Mend the one that is wrong.',
    ])
    expect(register[0]).toMatch(/^EXAMPLE_DATA: .*"2023-13-01"/)
    expect(register).toHaveLength(1)
    expect(body[0]).toContain('Did you mean "body1"?')
    expect(body).toHaveLength(1)
  })
})
