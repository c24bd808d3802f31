/** Draws a formula as mathematics. Engine and KaTeX come with this file, which is loaded when one is shown. */
import katex from 'katex'
import 'katex/dist/katex.min.css'

import { formulaLatex, type LatexOptions } from '../../../../engine/index.js'

/** @returns false where the text is not a formula; the element is then as it was */
export function drawFormula(
  formula: string,
  element: HTMLElement,
  options: LatexOptions,
): boolean {
  const latex = formulaLatex(formula, options)
  if (latex === null) return false
  katex.render(`\\displaystyle ${latex}`, element, {
    trust: false,
    throwOnError: false,
    output: 'htmlAndMathml',
  })
  return true
}
