/** `when_joined` of inputs: which figures of a joined body count, and how. */
import type { Type } from '../expression/expression.js'
import type { Draft } from './draft.js'
import type { DraftLevel } from './draft-level.js'
import type { Entry } from './entry.js'
import type { InputNode } from './methodology.js'
import type { Joining } from './register-use.js'

export function readJoining(
  draft: Draft,
  entry: Entry,
  type: Type,
  level: DraftLevel,
): Joining {
  const said = entry.text('when_joined')
  const how =
    said === 'add' || said === 'worst' || said === 'append' ? said : 'given'
  const direction = entry.text('better')
  const better =
    direction === 'less' || direction === 'more'
      ? direction
      : isIndicator(entry)
        ? 'more'
        : null
  const why = whyNot(how, type, level === draft.bodies, better)
  if (why !== null) {
    draft.report('WRONG_TYPE', entry.path('when_joined'), {
      received: `"${how}"`,
      expected: why,
    })
  }
  if (entry.says('better') && !isIndicator(entry) && how !== 'worst') {
    draft.report('SETTING_NOT_USED', entry.path('better'), {
      key: 'better',
      why: 'an input has a direction for `when_joined: worst` alone',
    })
  }
  return { how, better }
}

function isIndicator(entry: Entry): boolean {
  return entry.at[0] === 'indicators'
}

/** What would fit, in words; null where the word does. */
function whyNot(
  how: Joining['how'],
  type: Type,
  isOfBody: boolean,
  better: Joining['better'],
): string | null {
  if (how === 'given') return null
  if (!isOfBody) {
    return how === 'append'
      ? null
      : '"append" or "given" in a table, whose rows are put together,'
  }
  if (how === 'append') {
    return '"add", "worst" or "given" for a figure of the body (rows of tables are appended)'
  }
  if (how === 'add') {
    return type.kind === 'number' ? null : 'a number (only numbers are added)'
  }
  if (type.kind === 'number') {
    return better === null
      ? '"better: more" or "better: less" beside it, which says what is worse,'
      : null
  }
  return hasOrder(type)
    ? null
    : 'a number or a level of an ordered scale (nothing else is worse or better)'
}

/** True for levels of which one is worse than the other. */
function hasOrder(type: Type): boolean {
  return type.kind === 'level' && type.scale !== undefined
}

/** The columns of a table, and of tables below, go together: all that say anything say the same. */
export function checkJoining(draft: Draft, isUsed: boolean): void {
  const inputs = draft.nodes.filter(
    (node): node is InputNode => node.kind === 'input',
  )
  for (const input of inputs) {
    if (input.joining.how === 'given' || isUsed) continue
    const entry = inputEntry(draft, input)
    if (!entry.says('when_joined')) continue
    draft.report('SETTING_NOT_USED', entry.path('when_joined'), {
      key: 'when_joined',
      why: 'the file names no register that joins bodies to their successors',
    })
  }
  for (const table of draft.bodies.tables.values()) {
    const own = inputs.filter(({ level }) => isWithin(level.name, table.name))
    const said = own.filter((input) =>
      inputEntry(draft, input).has('when_joined'),
    )
    const [first] = said
    const other = said.find(({ joining }) => joining.how !== first?.joining.how)
    if (!first || !other) continue
    draft.report('WRONG_TYPE', [...other.at, 'when_joined'], {
      received: `"${other.joining.how}"`,
      expected: `"${first.joining.how}", as "${first.name}" of the same table says (rows are put together whole, with the rows below them),`,
    })
  }
}

function isWithin(level: string, table: string): boolean {
  return level === table || level.startsWith(`${table}.`)
}

function inputEntry(draft: Draft, { at }: InputNode): Entry {
  return at.reduce<Entry>(
    (entry, step) => entry.entry(String(step)),
    draft.root,
  )
}
