import { readFileSync } from 'node:fs'

import katex from 'katex'
import { describe, expect, it } from 'vitest'

import {
  expressionLatex,
  formulaLatex,
  loadMethodology,
} from '../../../engine/index.js'
import { loadDraft } from '../../../engine/methodology/load-methodology.js'
import { withHeader } from '../../helpers/methodology.js'
import { RULE_FILES } from '../../helpers/rule-files.js'

/** What KaTeX makes of it; throws where it would only warn elsewhere. */
function drawn(latex: string): string {
  return katex.renderToString(latex, { strict: 'error', trust: false })
}

/** Names without their \text, which stands around each of them. */
function plain(formula: string): string | null {
  const latex = formulaLatex(formula)
  if (latex !== null) drawn(latex)
  return latex?.replaceAll(/\\text\{([^{}]*)\}/g, '$1') ?? null
}

describe('a formula as mathematics', () => {
  it.each([
    ['a + b - c', 'a + b - c'],
    ['a - (b - c)', String.raw`a - \left(b - c\right)`],
    ['-a + b', '-a + b'],
    ['a - -b', String.raw`a - \left(-b\right)`],
    ['(a + b) * c', String.raw`\left(a + b\right) \cdot c`],
    ['a / b', String.raw`\frac{a}{b}`],
    ['(a + b) / (c - d)', String.raw`\frac{a + b}{c - d}`],
    ['a / b / c', String.raw`\frac{a}{b \cdot c}`],
    ['a / b * c', String.raw`\frac{a}{b} \cdot c`],
    ['a * b / c * 100', String.raw`\frac{a \cdot b}{c} \cdot 100`],
    ['a / (b / c)', String.raw`\frac{a}{\frac{b}{c}}`],
    ['a ^ 2', '{a}^{2}'],
    ['(a + b) ^ (1 / 3)', String.raw`{\left(a + b\right)}^{\frac{1}{3}}`],
    ['(a / b) ^ 2', String.raw`{\left(\frac{a}{b}\right)}^{2}`],
    ['(a ^ b) ^ c', String.raw`{\left({a}^{b}\right)}^{c}`],
    ['-a ^ 2', '-{a}^{2}'],
    ['0.25 * a', String.raw`0.25 \cdot a`],
    ['1e30', String.raw`1 \cdot 10^{30}`],
  ])('writes %s with the fewest brackets', (formula, latex) => {
    expect(plain(formula)).toBe(latex)
  })

  it.each([
    ['a == b', 'a = b'],
    ['a != "local"', String.raw`a \neq “local”`],
    ['a < b and b <= c', String.raw`a < b and b \leq c`],
    ['(a or b) and c', String.raw`\left(a or b\right) and c`],
    ['a and b or c', 'a and b or c'],
    ['not (a or b)', String.raw`not \left(a or b\right)`],
    ['not a', 'not a'],
    ['isMissing(a) or b > 1', 'a is missing or b > 1'],
    ['true', 'true'],
  ])('writes the condition %s in words and signs', (formula, latex) => {
    expect(plain(formula)).toBe(latex)
  })

  it('writes conditionals as cases, a chain of them as one list', () => {
    expect(plain('a > 1 ? 2 : b > 1 ? 3 : 4')).toBe(
      String.raw`\begin{cases} 2 & if a > 1 \\ 3 & if b > 1 \\ 4 & otherwise \end{cases}`,
    )
    expect(plain('(a ? 1 : 2) + 3')).toBe(
      String.raw`\left(\begin{cases} 1 & if a \\ 2 & otherwise \end{cases}\right) + 3`,
    )
  })

  it.each([
    ['sqrt(a + b)', String.raw`\sqrt{a + b}`],
    ['cbrt(a)', String.raw`\sqrt[3]{a}`],
    ['nthRoot(a, 4)', String.raw`\sqrt[4]{a}`],
    ['abs(a - b)', String.raw`\left|a - b\right|`],
    ['exp(a) ^ 2', String.raw`{\left(e^{a}\right)}^{2}`],
    ['ln(a)', String.raw`\ln\left(a\right)`],
    ['log10(a)', String.raw`\log_{10}\left(a\right)`],
    [
      'floor(a) + ceil(b)',
      String.raw`\left\lfloor a\right\rfloor + \left\lceil b\right\rceil`,
    ],
    ['min(a, b)', String.raw`\min\left(a, b\right)`],
    ['clamp(a, 0, 1)', String.raw`\operatorname{clamp}\left(a, 0, 1\right)`],
    ['previous(a)', 'a_{t-1}'],
    [
      'previous(score(a), 2)',
      String.raw`\operatorname{score}\left(a\right)_{t-2}`,
    ],
    ['unknown_yet(a)', String.raw`\operatorname{unknown\_yet}\left(a\right)`],
  ])('writes the function %s as it declares itself', (formula, latex) => {
    expect(plain(formula)).toBe(latex)
  })

  it.each([
    ['sum(goals.h)', String.raw`\sum_{goals} h`],
    [
      'sum(goals.h + goals.k) / 2',
      String.raw`\frac{\sum_{goals} \left(h + k\right)}{2}`,
    ],
    [
      '2 * mean(goals.tasks.h)',
      String.raw`2 \cdot \left(\operatorname*{mean}_{goals.tasks} h\right)`,
    ],
    ['max(bodies.a)', String.raw`\max_{bodies} a`],
    [
      'weightedMean(goals.h, goals.w)',
      String.raw`\frac{\sum_{goals} w \cdot h}{\sum_{goals} w}`,
    ],
    [
      'percentile(bodies.a, 50)',
      String.raw`\operatorname*{percentile}_{bodies}\left(a, 50\right)`,
    ],
    [
      'count(goals) == 0',
      String.raw`\operatorname{count}\left(goals\right) = 0`,
    ],
    [
      'mean(C.children)',
      String.raw`\operatorname{mean}\left(C.children\right)`,
    ],
    ['a - population.best', 'a - population.best'],
  ])('writes the aggregate %s over its rows', (formula, latex) => {
    expect(plain(formula)).toBe(latex)
  })

  it('says a short title for a name, and the name where the title is long', () => {
    const titles: { readonly [name: string]: string } = {
      staff: 'Қызметкерлер 50 % & {саны}_\\',
      plan: 'What was planned for the whole of the reporting year',
    }
    const latex = formulaLatex('staff / plan_x * plan', {
      title: (name) => titles[name],
    })
    expect(latex).toBe(
      String.raw`\frac{\text{Қызметкерлер 50 \% \& \{саны\}\_\textbackslash{}}}{\text{plan\_x}} \cdot \text{plan}`,
    )
    expect(drawn(latex ?? '')).toContain('Қызметкерлер')
  })

  it('has no mathematics for what is not a formula', () => {
    expect(formulaLatex('a +')).toBeNull()
    expect(formulaLatex('2a')).toBeNull()
  })

  it('is drawn without a complaint for every formula in rules/', () => {
    const formulas = RULE_FILES.flatMap(
      (file) =>
        loadDraft(file, readFileSync(file, 'utf8'), null).draft?.formulas ?? [],
    )
    expect(formulas.length).toBeGreaterThan(30)
    for (const { text } of formulas) drawn(formulaLatex(text) ?? '\\fault')
  })

  it('is the same for a checked formula as for its text', () => {
    const text = withHeader(`
    scales: { stars: { order: worst-first, levels: { one: { at_least: 0 }, two: { at_least: 5 } } } }
    tables: { caps: { cite: "1", key: kind, columns: { kind: text, points: number }, rows: [[a, 1]] } }
    parameters: { share: { value: 0.5, cite: "1" } }
    inputs:
      kind: { type: level, values: [a, b] }
      base: { type: number }
      goals: { h: { type: number }, done: { type: boolean } }
    indicators: { one: { under: tree }, two: { under: tree } }
    criteria: { tree: { aggregate: arithmetic } }
    computed: { result: { formula: base } }
    outputs: [result, tree]
    total: result`)
    const formulas = [
      '(base - share) / -base ^ 2 * 3',
      'kind == "a" and not (base < 1) ? 1 : sqrt(base)',
      'mean(goals.h * 2) + count(goals) + share(goals.done)',
      'mean(tree.children) - score(one) + year',
      'previous(base, 2) + lookup(caps.points, kind)',
      'rank(base, "less")',
    ]
    for (const formula of formulas) {
      const { methodology, problems } = loadMethodology(
        'x.yaml',
        text.replace('formula: base', `formula: ${JSON.stringify(formula)}`),
      )
      expect(problems).toEqual([])
      const node = methodology?.nodes.find(({ name }) => name === 'result')
      if (node?.kind !== 'computed') throw new Error('no such column')
      expect(expressionLatex(node.expression)).toBe(formulaLatex(formula))
    }
  })
})
