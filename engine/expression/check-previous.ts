/** previous(x, n): x is an input of any level or an output of the body, n a constant. */
import { findNameFunction } from '../functions/table.js'
import { MOST_YEARS_BACK } from '../functions/previous.js'
import { parseDecimal } from '../number/text.js'
import { toInteger } from '../number/numeric.js'
import { checkSyntax } from './check.js'
import { made, type Checked, type Rows } from './checked.js'
import { wrong, type Call } from './check-arguments.js'
import { printSyntax } from './print.js'
import type { Scope } from './scope.js'
import type { Syntax } from './syntax.js'

export function checkPrevious(
  call: Call,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const [operand, back, ...more] = call.operands
  if (!operand || !isName(operand) || more.length > 0) {
    const words =
      'its argument is the name of an input or an output, as previous(x), or previous(x, 2) for two years before'
    return wrong(scope, call.name, words)
  }
  const years = back === undefined ? 1 : wholeYears(back)
  if (years === null) {
    const received = back ? printSyntax(back) : ''
    const words = `it looks back a whole number of years from 1 to ${MOST_YEARS_BACK}, written as a number, and not "${received}"`
    return wrong(scope, call.name, words)
  }
  // A figure of an earlier year is no arrow of the graph, not even to itself.
  const checked = checkSyntax(
    operand,
    { ...scope, used: () => undefined },
    rows,
  )
  if (!checked) return null
  const { expression, type } = checked
  const column = expression.kind === 'column' ? expression.column : null
  const read = column?.kind === 'indicator' ? column.input : column
  const text = printSyntax(call)
  if (read?.kind === 'input') {
    scope.used(column ?? read)
    return made({ kind: 'previous', column: read, years, text }, type)
  }
  const name = printSyntax(operand)
  if (!read || read.level !== scope.bodies) {
    const words = `"${name}" is neither an input nor an output of the body, and only these are kept from year to year.`
    return wrong(scope, call.name, words)
  }
  if (!scope.isOutput(read)) {
    const words = `"${name}" is not among the outputs of the methodology, so that the results of earlier years do not hold it. Add it to outputs.`
    return wrong(scope, call.name, words)
  }
  if (type.kind === 'date' || type.kind === 'text') {
    const words = `"${name}" is a ${type.kind}, and of earlier results only numbers, levels, and true or false are read.`
    return wrong(scope, call.name, words)
  }
  return made({ kind: 'previous', column: read, years, text }, type)
}

/** A name, or `score(NAME)`. */
function isName(operand: Syntax): boolean {
  if (operand.kind === 'name') return true
  const [inner] = operand.kind === 'call' ? operand.operands : []
  return (
    operand.kind === 'call' &&
    operand.name !== 'previous' &&
    findNameFunction(operand.name) !== undefined &&
    inner?.kind === 'name'
  )
}

function wholeYears(back: Syntax): number | null {
  if (back.kind !== 'number') return null
  const number = parseDecimal(back.text)
  const years = typeof number === 'string' ? null : toInteger(number)
  return years !== null && years >= 1 && years <= MOST_YEARS_BACK ? years : null
}
