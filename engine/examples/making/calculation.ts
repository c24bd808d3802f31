/** How a figure came about in one line, as the calculation of an example: the formula with its numbers, then every step. */
import { shortened } from '../../number/text.js'
import type {
  ExplainedValue,
  Explanation,
} from '../../explanation/explanation.js'

/** Significant digits; `…` marks that there are more. */
const DIGITS = 20

/** @returns null where nothing was calculated, as for an input */
export function calculationLine({ of, figures }: Explanation): string | null {
  const figure = figures.find(({ key }) => key === of)
  if (!figure) return null
  const { substituted, steps, value } = figure
  if (value.state !== 'present') return `${of}: ${words(value)}`
  const put = substituted === null ? [] : [substituted]
  const made = steps.map((step) => `${step.words} = ${words(step.value)}`)
  if (put.length + made.length === 0) return null
  const last = made.length === 0 ? ` = ${words(value)}` : ''
  return `${of}: ${[...put, ...made].join(', ')}${last}`
}

function words({ state, text, reason }: ExplainedValue): string {
  if (text === null) return reason === null ? state : `${state} (${reason})`
  return /^-?\d[\d.]*$/.test(text) ? shortened(text, DIGITS) : text
}
