/**
 * The steps of a composite indicator. Each makes a node for every indicator that
 * it changes, from what the step before made of it; the others pass through, and
 * the leaf of the tree takes the last node of its indicator.
 */
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import {
  ACTIONS,
  isOfNumbersOnly,
  stepBuilder,
  type ActionKey,
} from './build-step-actions.js'
import type { CriterionNode, IndicatorNode } from './methodology.js'
import { nameFault } from './names.js'
import { NO_READING } from './reading.js'
import type { SteppedColumn, StepNode } from './steps.js'
import { reportUnknown } from './unknown.js'

/** What each indicator is worth at a point of the list, by its name. */
export type Values = ReadonlyMap<string, SteppedColumn>

export function buildSteps(draft: Draft): void {
  const items = draft.root.items('steps')
  let values = indicatorValues(draft)
  draft.steps.set(GIVEN, values)
  for (const [index, entry] of items.entries()) {
    const name = entry.text('name') ?? ''
    const isLast = index === items.length - 1
    const made = buildStep(draft, entry, values, isLast)
    if (isNameFree(draft, entry, name)) draft.steps.set(name, made)
    values = made
  }
  for (const { maker } of draft.tree.values()) {
    if (maker.kind !== 'indicator') continue
    const taken = maker as Mutable<typeof maker>
    taken.value = values.get(maker.indicator.name) ?? maker.value
  }
}

/** Stands for the values of the data where a step is named. */
export const GIVEN = 'given'

function indicatorValues(draft: Draft): Values {
  const indicators = draft.nodes.filter(
    (node): node is IndicatorNode => node.kind === 'indicator',
  )
  return new Map(indicators.map((node) => [node.name, node]))
}

function isNameFree(draft: Draft, entry: Entry, name: string): boolean {
  const at = entry.path('name')
  if (name === '' || draft.isRefused(at)) return false
  const why =
    name === GIVEN ? 'it stands for the values of the data' : nameFault(name)
  if (why) {
    draft.report('NAME_NOT_ALLOWED', at, { name, why })
    draft.lose(name)
    return false
  }
  if (!draft.steps.has(name)) return true
  draft.report('NAME_DUPLICATE', at, { name, other: 'a step' })
  return false
}

function buildStep(
  draft: Draft,
  entry: Entry,
  before: Values,
  isLast: boolean,
): Values {
  const key = actionOf(draft, entry, isLast)
  const changed = changedBy(draft, entry, key, before)
  if (key === 'tree') return before
  const isWhole =
    key !== null && changed !== null && !draft.isBrokenEntry(entry)
  const names = new Set(
    key === 'screen' ? before.keys() : (changed ?? numeric(before)),
  )
  const build = isWhole ? stepBuilder(draft, entry, key, before, changed) : null
  return new Map(
    [...before].map(([name, of]) => {
      if (!names.has(name)) return [name, of] as const
      const node = newStep(draft, entry, name, of)
      if (build) draft.later(node, () => build(node))
      else draft.markBroken(node)
      return [name, node] as const
    }),
  )
}

/** The one thing that the step does; null where it has a mistake. */
function actionOf(
  draft: Draft,
  entry: Entry,
  isLast: boolean,
): ActionKey | null {
  const step = entry.text('name') ?? ''
  const [key, second] = ACTIONS.filter((each) => entry.has(each))
  const fail = (at: string | null, why: string) => {
    const path = at === null ? entry.at : entry.path(at)
    draft.report('STEP_NOT_ALLOWED', path, { step, why })
    return null
  }
  if (key === undefined) {
    // A misspelt key has been reported as such.
    return draft.isBrokenEntry(entry)
      ? null
      : fail(null, `it does nothing; say one of ${ACTIONS.join(', ')}`)
  }
  if (second !== undefined) {
    const why = `"${key}" and "${second}" are two steps; give each a name and a line of its own, in the order in which they are done`
    return fail(second, why)
  }
  if (key === 'tree' && !isLast) {
    return fail('tree', 'the tree is the last step; put it at the end')
  }
  const own: readonly string[] = key === 'tree' ? ['of', 'unit'] : []
  for (const stray of own.filter((each) => entry.says(each))) {
    const why = 'the tree says itself which indicators it takes'
    draft.report('SETTING_NOT_USED', entry.path(stray), { key: stray, why })
  }
  return key
}

/** The names of the indicators that the step changes; null where one has a mistake. */
function changedBy(
  draft: Draft,
  entry: Entry,
  key: ActionKey | null,
  before: Values,
): readonly string[] | null {
  const ofNumbers = key !== null && isOfNumbersOnly(key)
  if (!entry.has('of')) return ofNumbers ? numeric(before) : [...before.keys()]
  const names = entry.items('of').map((item) => {
    const name = item.ownText() ?? ''
    const column = before.get(name)
    const below = column ? null : indicatorsBelow(draft, name)
    if (!column && !below) {
      const known = [...before.keys(), ...draft.tree.keys()]
      const what = 'an indicator or a criterion'
      reportUnknown(draft, item.at, name, what, known)
      return null
    }
    // Of a criterion: as of all indicators, those of numbers.
    const fitting = (below ?? [name]).filter(
      (each) => !ofNumbers || before.get(each)?.type.kind === 'number',
    )
    if (fitting.length > 0) return fitting
    draft.report('TYPE_MISMATCH', item.at, {
      part: name,
      words: column
        ? 'steps compute with numbers, and it holds none; leave it out'
        : `no indicator${ofNumbers ? ' of numbers' : ''} hangs below it; leave it out`,
    })
    return null
  })
  return names.every((name) => name !== null)
    ? [...new Set(names.flat())]
    : null
}

/** The names of all indicators below a criterion; null where there is no such criterion. */
function indicatorsBelow(draft: Draft, name: string): readonly string[] | null {
  const top = draft.tree.get(name)
  if (!top) return null
  const isBelow = ({ parent }: CriterionNode): boolean =>
    parent !== null && (parent === top || isBelow(parent))
  return [...draft.tree.values()].flatMap((node) =>
    node.maker.kind === 'indicator' && isBelow(node)
      ? [node.maker.indicator.name]
      : [],
  )
}

function numeric(values: Values): readonly string[] {
  return [...values].flatMap(([name, { type }]) =>
    type.kind === 'number' ? [name] : [],
  )
}

function newStep(
  draft: Draft,
  entry: Entry,
  name: string,
  of: SteppedColumn,
): Mutable<StepNode> {
  const step = entry.text('name') ?? ''
  const indicator = of.kind === 'step' ? of.indicator : of
  return draft.add<Mutable<StepNode>>({
    kind: 'step',
    name: `after(${step}, ${name})`,
    level: draft.bodies,
    slot: -1,
    at: entry.at,
    reads: [],
    type: of.type,
    title: indicator.title,
    unit: entry.text('unit'),
    step,
    indicator,
    of,
    action: { kind: 'formula', expression: { kind: 'argument' }, formula: 'x' },
    reading: NO_READING,
  })
}

/** The step that normalises what a leaf takes, or null; a broken one may be it. */
export function normalisingStep(
  draft: Draft,
  node: CriterionNode,
): StepNode | 'unknown' | null {
  if (node.maker.kind !== 'indicator') return null
  let here: SteppedColumn = node.maker.value
  while (here.kind === 'step') {
    if (draft.isBroken(here)) return 'unknown'
    if (here.action.kind === 'normalise') return here
    here = here.of
  }
  return null
}
