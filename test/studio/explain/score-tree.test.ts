/** The score taken apart; expected figures are calculated by hand beside them. */
import { describe, expect, it } from 'vitest'

import { contributionsOf } from '../../../studio/features/explain/contributions.js'
import { pathTo } from '../../../studio/features/explain/figures.js'
import {
  otherOutputs,
  scoreTree,
  type TreeNode,
} from '../../../studio/features/explain/score-tree.js'
import { explainedBody, type ExplainedBody } from './figures-of.js'

const RULES = `
  parameters: { least: { value: 3, cite: "9" } }
  inputs: { late: { type: boolean, default: false }, facts: { type: number, default: 0 } }
  indicators:
    a: { under: left, weight: 0.6, missing: allowed, normalise: { kind: goalposts, from: 0, to: 10, range: [0, 100] } }
    b: { under: left, weight: 0.4, missing: allowed }
    c: { under: total, weight: 0.5, missing: allowed }
  criteria:
    total:
      aggregate: arithmetic
      excluded_child: share-weights
      round: { digits: 1, mode: half-up }
      cite: "1"
      children:
        left: { aggregate: arithmetic, weight: 0.5, missing_child: share-weights, cite: "2" }
  deductions:
    W: { from: total, cite: "5", caps: { g: { at_most: least, cite: "6", mark: given } } }
  rules:
    away: { when: late, exclude: { criterion: c }, cite: { paragraph: "7", words: outside of the block } }
    untrue: { when: facts > 0, deduct: { points: 2 * facts, into: W, cap: g }, cite: "8" }`

function treeOf({ figures, of, body }: ExplainedBody): TreeNode {
  const tree = scoreTree(figures, of, body)
  if (!tree) throw new Error('There is no tree')
  return tree
}

/** Every node by its key. */
function nodesOf(tree: TreeNode): ReadonlyMap<string, TreeNode> {
  const all = (node: TreeNode): readonly TreeNode[] => [
    node,
    ...node.children.flatMap(all),
  ]
  return new Map(all(tree).map((node) => [node.figure.key, node]))
}

describe('the score as a tree', () => {
  it('holds criteria inside criteria and the deduction, with what was measured', async () => {
    const explained = await explainedBody(RULES, {
      id: 'x',
      a: 7,
      b: 50,
      c: 80,
    })
    const tree = treeOf(explained)
    expect(tree.children.map(({ figure }) => figure.key).sort()).toEqual([
      'W',
      'left',
      'score(c)',
    ])
    const nodes = nodesOf(tree)
    expect(nodes.get('left')?.part?.weight).toBe('0.5')
    // 7 of 10 is 70 of 100
    expect(nodes.get('score(a)')?.figure.value.text).toBe('70')
    expect(nodes.get('score(a)')?.measured?.value.text).toBe('7')
    // b is its own score
    expect(nodes.get('score(b)')?.measured).toBeNull()
  })

  it('tells an exclusion from a missing value, and both from zero', async () => {
    const explained = await explainedBody(RULES, {
      ...{ id: 'x', a: 0, c: 80, late: true },
    })
    const nodes = nodesOf(treeOf(explained))
    expect(nodes.get('score(a)')?.figure.value).toMatchObject({
      state: 'present',
      text: '0',
    })
    const b = nodes.get('score(b)')
    expect([b?.figure.value.state, b?.treatment]).toEqual([
      'missing',
      'share-weights',
    ])
    const c = nodes.get('score(c)')
    expect([c?.figure.value.state, c?.treatment]).toEqual([
      'not-applicable',
      'share-weights',
    ])
    expect(c?.excludedBy.map(({ citation }) => citation)).toEqual([
      expect.stringContaining('7: "outside of the block"'),
    ])
  })

  it('shows the points of a deduction before and after its cap', async () => {
    const explained = await explainedBody(RULES, {
      ...{ id: 'x', a: 7, b: 50, c: 80, facts: 2 },
    })
    const [rule] = nodesOf(treeOf(explained)).get('W')?.deductedBy ?? []
    // 2 * 2 = 4, at most 3
    expect([rule?.pointsBeforeCap, rule?.points]).toEqual(['4', '3'])
  })

  it('is beside outputs that the score is not made from', async () => {
    const { figures } = await explainedBody(RULES, { id: 'x', a: 7 })
    expect(
      otherOutputs(
        {
          exact: { total: '1', a: '7', extra: '3' },
          notApplicable: [{ criterion: 'gone', rule: 'r', citation: '1' }],
        },
        figures,
      ),
    ).toEqual(['extra', 'gone'])
  })
})

describe('contributions', () => {
  it('lead from nothing to the score: blocks, deductions, rounding', async () => {
    const { figures, of } = await explainedBody(RULES, {
      ...{ id: 'x', a: 7, b: 50.1, c: 80, facts: 1 },
    })
    const total = figures.get(of)
    const found = total && contributionsOf(total, figures)
    if (found?.kind !== 'additive') throw new Error('It adds up')
    // left: 0.6 * 70 + 0.4 * 50.1 = 62.04, half of it 31.02; half of 80 is 40;
    // 71.02 less 2 is 69.02, to one digit 69
    const steps = new Map(
      found.parts.map((part) => [
        part.figure?.key ?? 'rounding',
        [part.amount, part.to],
      ]),
    )
    expect(steps.get('left')?.[0]).toBe('31.02')
    expect(steps.get('score(c)')?.[0]).toBe('40')
    expect(steps.get('W')).toEqual(['-2', '69.02'])
    expect(steps.get('rounding')).toEqual(['-0.02', '69'])
    expect(found.total).toBe('69')
  })

  it('are the values of the parts where these do not add up', async () => {
    const { figures, of } = await explainedBody(
      RULES.replace('aggregate: arithmetic', 'aggregate: geometric'),
      { id: 'x', a: 7, b: 50, c: 80 },
    )
    const total = figures.get(of)
    const found = total && contributionsOf(total, figures)
    expect(found).toMatchObject({ kind: 'values', by: 'geometric' })
  })
})

describe('the way to a figure', () => {
  it('leads from the score down to the cell', async () => {
    const { figures, of } = await explainedBody(RULES, { id: 'x', a: 7 })
    expect(pathTo(figures, of, 'a')?.map(({ key }) => key)).toEqual([
      'total',
      'left',
      'score(a)',
      'a',
    ])
    expect(pathTo(figures, 'a', of)).toBeNull()
  })
})
