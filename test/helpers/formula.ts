/** Evaluates one formula over a body with inputs of every kind. */
import { figure } from './figure.js'
import { score } from './score.js'

/**
 * The columns that a formula can read: numbers `x`, `y`, `z`, a boolean `yes`,
 * a level `kind` (a or b), and a table `rows` of `v`, `w` and `ok`; all may be
 * missing. The indicator `gone` is excluded by the rule `away`.
 */
export async function formulaValue(
  formula: string,
  given: { readonly [column: string]: unknown } = {},
): Promise<string> {
  const text = JSON.stringify(formula)
  const rules = `
    inputs:
      x: { type: number, missing: allowed }
      y: { type: number, missing: allowed }
      z: { type: number, missing: allowed }
      yes: { type: boolean, missing: allowed }
      kind: { type: level, values: [a, b], missing: allowed }
      rows:
        v: { type: number, missing: allowed }
        w: { type: number, missing: allowed }
        ok: { type: boolean, missing: allowed }
    indicators: { gone: { under: tree } }
    criteria: { tree: { aggregate: only } }
    rules: { away: { when: true, exclude: { criterion: gone } } }
    computed: { result: { formula: ${text} } }
    outputs: [result]
    total: result`
  const { run } = await score(rules, [{ id: 'b', gone: 7, ...given }])
  return figure(run, 'b', 'result')
}
