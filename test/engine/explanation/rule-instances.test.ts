import { describe, expect, it } from 'vitest'

import { explainOutput, explanationText } from '../../../engine/index.js'
import { score } from '../../helpers/score.js'

const SCOPES = `
  tables:
    scopes:
      key: body
      columns: { body: text, outside: list, words: text }
      rows:
        - [bank, [staff], 'except the block "staff"']
        - [court, [staff], for goals alone]
        - [nobody, [staff], not in the data]
  indicators: { goals: { under: total }, staff: { under: total } }
  criteria: { total: { aggregate: sum, excluded_child: share-weights } }
  rules:
    scope-$body:
      each: scopes
      when: id == $body
      exclude: { criterion: $outside }
      cite: { act: Order 5, paragraph: "3", words: $words }`

async function explained(id: string): Promise<string> {
  const { run } = await score(SCOPES, [
    { id: 'bank', goals: 4, staff: 2 },
    { id: 'other', goals: 4, staff: 2 },
  ])
  const explanation = await explainOutput(run, id, 'staff')
  if (!explanation) throw new Error('Nothing was explained')
  return explanationText(explanation)
}

describe('rules made from the rows of a table', () => {
  it('are told one by one where they fired, and together where they did not', async () => {
    const text = await explained('bank')
    expect(text).toContain(
      'rule scope-bank: fired, exclude staff; id == "bank" ["bank" == "bank": true]; Order 5, 3: “except the block "staff"”',
    )
    expect(text).toContain(
      'rules scope-$body: none of 2 fired for this body (exclude)',
    )
    expect(text).not.toContain('court')
  })

  it('are one line for a body that none of them is about', async () => {
    const text = await explained('other')
    expect(text.match(/scope-/g)).toHaveLength(1)
    expect(text).toContain('none of 3 fired')
  })
})
