/** Figures of a run as text that says all there is to know about them. */
import type { Run } from '../../engine/index.js'
import {
  decimalText,
  hasWholeText,
  shortText,
} from '../../engine/number/text.js'
import type { Value } from '../../engine/value.js'

/**
 * A figure as it was computed: `0.5`, `1/3`, `~1.4142…` where it is not exact,
 * `true`, a level, `missing: NOT_GIVEN`, `not applicable: rule`.
 */
export function figure(run: Run, id: string, name: string): string {
  const body = run.bodies.find((each) => each.given?.id === id)
  const node = run.methodology.nodes.find((each) => each.name === name)
  const value = node && body?.cells[node.slot]
  if (!value) throw new Error(`No figure ${name} of ${id}`)
  return valueText(value)
}

export function valueText(value: Value): string {
  switch (value.kind) {
    case 'number': {
      const { number } = value
      if (number.kind === 'approximation') return `~${shortText(number, 20)}`
      return hasWholeText(number)
        ? decimalText(number)
        : `${number.numerator}/${number.denominator}`
    }
    case 'boolean':
      return String(value.boolean)
    case 'word':
      return value.word
    case 'missing':
      return `missing: ${value.reason}`
    case 'not-applicable':
      return `not applicable: ${value.exclusion.rule}`
  }
}
