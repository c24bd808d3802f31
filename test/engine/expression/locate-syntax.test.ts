import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  locateSyntax,
  parseFormula,
  printSyntax,
} from '../../../engine/index.js'

/** Formulas with brackets, blanks and signs that leave no trace in the tree. */
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('a', 'b', '1.5', '"w"', 't.c', 'true', '.5'),
    fc
      .tuple(
        tie('formula'),
        fc.constantFrom('+', '-', '*', '/', '^', ' and ', '  ==\n'),
        tie('formula'),
      )
      .map(([left, sign, right]) => `(${left})${sign}( ${right} )`),
    fc
      .tuple(fc.constantFrom('-', '+', 'not '), tie('formula'))
      .map(([sign, inner]) => `${sign}(${inner})`),
    fc
      .tuple(tie('formula'), tie('formula'))
      .map(([first, second]) => `min( ${first},((${second})) )`),
    fc
      .tuple(tie('formula'), tie('formula'), tie('formula'))
      .map(([test, then, otherwise]) => `(${test}) ? ${then} : (${otherwise})`),
  ),
}))

describe('the place of a part of a formula', () => {
  it('holds a text that is the part again', () => {
    fc.assert(
      fc.property(formula, (text) => {
        const parsed = parseFormula(text, [])
        if ('problem' in parsed) return
        const places = locateSyntax(text, parsed.syntax)
        for (const [part, { from, to }] of places) {
          const again = parseFormula(text.slice(from, to), [])
          expect('syntax' in again && printSyntax(again.syntax)).toBe(
            printSyntax(part),
          )
        }
      }),
      { numRuns: 500 },
    )
  })
})
