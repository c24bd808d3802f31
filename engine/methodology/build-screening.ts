/** The screening of bodies by the data they have. */
import { BOOLEAN } from '../expression/expression.js'
import type { Values } from './build-steps.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import { NO_READING, readReading } from './reading.js'
import { once, shareOf } from './step-parts.js'
import type { ScreeningNode } from './steps.js'
import { isTable } from './tables.js'
import { reportUnknown } from './unknown.js'

/** @returns null where there is a mistake, which has been reported */
export function buildScreening(
  draft: Draft,
  entry: Entry,
  before: Values,
  changed: readonly string[],
): ScreeningNode | null {
  const screen = entry.entry('screen')
  const measured = measuredValues(draft, screen, before)
  const columns = changed.flatMap((name) => measured?.get(name) ?? [])
  const atLeast = readAtLeast(draft, screen, columns.length)
  if (!measured || !atLeast) return null
  const step = entry.text('name') ?? ''
  const node: Mutable<ScreeningNode> = {
    kind: 'screening',
    name: `screening ${step}`,
    level: draft.bodies,
    slot: -1,
    at: entry.at,
    reads: [],
    type: BOOLEAN,
    title: entry.title('title'),
    unit: null,
    step,
    measured: columns,
    atLeast,
    countsImputed: screen.flag('count_imputed') ?? false,
    reading: NO_READING,
  }
  const read = once(() =>
    readReading(draft, entry, 'nothing', `The step "${step}"`, null),
  )
  draft.later(node, () => {
    node.reading = read()
    return columns.every((column) => !draft.isBroken(column))
  })
  return draft.add(node)
}

/** What each indicator was worth after the step that is named. */
function measuredValues(
  draft: Draft,
  screen: Entry,
  before: Values,
): Values | null {
  const name = screen.text('of')
  if (name === null) return before
  const values = draft.steps.get(name)
  if (values) return values
  const known = draft.steps.keys()
  reportUnknown(draft, screen.path('of'), name, 'a step before this one', known)
  return null
}

function readAtLeast(
  draft: Draft,
  screen: Entry,
  most: number,
): ScreeningNode['atLeast'] | null {
  if (!isTable(screen.value('at_least'))) {
    const share = shareOf(draft, screen, 'at_least')
    return share && { kind: 'share', share }
  }
  const atLeast = screen.entry('at_least')
  const indicators = atLeast.whole('indicators')
  if (indicators === null) return null
  if (indicators <= most) return { kind: 'indicators', indicators }
  draft.report('WRONG_TYPE', atLeast.path('indicators'), {
    received: String(indicators),
    expected: `at most ${most}, the number of indicators that are counted,`,
  })
  return null
}
