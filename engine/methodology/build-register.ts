/** The section `register`: which bodies of a year are assessed, and what becomes of those that ended. */
import type { Expression } from '../expression/expression.js'
import { partsOf } from '../expression/parts.js'
import { buildConditionFormula } from './build-conditions.js'
import { checkJoining } from './build-joining.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Column } from './methodology.js'
import { readReading } from './reading.js'
import type { RegisterUse, Reorganisation } from './register-use.js'

/** Read after the inputs, whose attributes `where` looks at. */
export function buildRegister(draft: Draft): RegisterUse | null {
  const { root } = draft
  const use = root.has('register') ? readUse(draft, root) : null
  const joins =
    use?.reorganised.some(({ then }) => then === 'joined-to-successor') ?? false
  const isRead = use !== null || !root.has('register')
  if (isRead && !draft.isRefused(root.path('register'))) {
    checkJoining(draft, joins)
  }
  checkAttributes(draft, root.has('register'))
  return use
}

function readUse(draft: Draft, root: Entry): RegisterUse | null {
  const entry = root.entry('register')
  const at = entry.at
  const short = root.text('register')
  const day = { kind: 'on-day', day: '12-31' } as const
  if (short !== null) {
    const rest = { where: null, whereText: null, reorganised: [] }
    return { id: short, inForce: day, ...rest, at }
  }
  const id = entry.text('id')
  const inForce = entry.entry('in_force')
  const on = inForce.text('on')
  const mistakes = draft.problems.length
  const where = entry.has('where') ? readWhere(draft, entry) : null
  const reorganised = readReorganised(draft, entry)
  const isWhole =
    draft.problems.length === mistakes && !draft.isBrokenEntry(entry)
  if (id === null || !isWhole) return null
  return {
    id,
    inForce: inForce.has('during')
      ? { kind: 'during-year' }
      : on === null
        ? day
        : { kind: 'on-day', day: on },
    where,
    whereText:
      entry.text('where') ?? JSON.stringify(entry.value('where') ?? null),
    reorganised,
    at,
  }
}

/** Who is assessed is known before any data are: only attributes of the register say it. */
function readWhere(draft: Draft, entry: Entry): Expression | null {
  const where = buildConditionFormula(draft, entry, 'where', draft.bodies, {
    inputsOnly: true,
  })
  const columns = where ? columnsOf(where) : []
  const secret = columns.find(
    (column) => column.kind === 'input' && column.isRestricted,
  )
  if (secret) {
    draft.report('TYPE_MISMATCH', entry.path('where'), {
      part: secret.name,
      words:
        'it is restricted, and every result shows who is assessed; use another attribute',
    })
    return null
  }
  const stray = columns.find((column) => !isAttribute(column))
  if (!stray) return where
  draft.report('TYPE_MISMATCH', entry.path('where'), {
    part: stray.name,
    words:
      'the data give it, and who is assessed is known before them; use inputs that say "from: register"',
  })
  return null
}

function columnsOf(expression: Expression): readonly Column[] {
  const own = expression.kind === 'column' ? [expression.column] : []
  return [...own, ...partsOf(expression).flatMap(columnsOf)]
}

function isAttribute(column: Column): boolean {
  return column.kind === 'input' && column.fromRegister
}

function readReorganised(
  draft: Draft,
  entry: Entry,
): readonly Reorganisation[] {
  const found: Reorganisation[] = []
  for (const item of entry.items('reorganised')) {
    const ended = item.entry('ended')
    const [from, to] = [ended.text('from'), ended.text('to')]
    const what = `The rule for bodies that ended${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}`
    const reading = readReading(draft, item, 'citation', what, null)
    if (from === null || to === null || draft.isBrokenEntry(item)) continue
    const then =
      item.text('then') === 'not-scored' ? 'not-scored' : 'joined-to-successor'
    const rule: Reorganisation = { from, to, then, reading }
    const fault = periodFault(rule, found)
    if (fault !== null) {
      draft.report('WRONG_TYPE', ended.at, {
        received: `${from} to ${to}`,
        expected: fault,
      })
    }
    found.push(rule)
  }
  return found
}

/** One day leads to one consequence. */
function periodFault(
  { from, to }: Reorganisation,
  before: readonly Reorganisation[],
): string | null {
  if (from > to) return 'a period that begins before it ends'
  const other = before.find((each) => from <= each.to && each.from <= to)
  return other
    ? `a period that does not overlap with ${other.from} to ${other.to}`
    : null
}

/** Attributes are of the body, and come from a register that the file names. */
function checkAttributes(draft: Draft, hasRegister: boolean): void {
  for (const node of draft.nodes) {
    if (node.kind !== 'input' || !node.fromRegister) continue
    const at = [...node.at, 'from']
    if (!hasRegister) {
      draft.report('MISSING_KEY', at, {
        key: 'register',
        why: `"${node.name}" comes from a register, and the file names none. Write "register: ID" at the top of the file, or take "from" out.`,
      })
    } else if (node.level !== draft.bodies) {
      draft.report('SETTING_NOT_USED', at, {
        key: 'from',
        why: 'a register has attributes of bodies, and this input stands in a table',
      })
    }
  }
}
