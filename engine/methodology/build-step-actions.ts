/** What a step does, read once and put on the node of each indicator. */
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import { buildImputation } from './build-imputation.js'
import { buildScreening } from './build-screening.js'
import type { Values } from './build-steps.js'
import { buildWinsorisation } from './build-winsorisation.js'
import { normaliserFor, readWritten } from './build-normalisers.js'
import type { Reading } from './legal-basis.js'
import { readReading } from './reading.js'
import { figuresOf, numberFormula, once } from './step-parts.js'
import type { StepAction, SteppedColumn, StepNode } from './steps.js'

/** The keys of which a step has one. */
export const ACTIONS = [
  'formula',
  'screen',
  'impute',
  'winsorise',
  'normalise',
  'tree',
] as const

export type ActionKey = (typeof ACTIONS)[number]

export function isOfNumbersOnly(key: ActionKey): boolean {
  return key !== 'screen' && key !== 'tree'
}

/** Completes the node of one indicator; false where it found a mistake. */
export type BuildStep = (node: Mutable<StepNode>) => boolean

type BuildAction = (node: StepNode) => StepAction | null

/**
 * @param before - what each indicator is worth before the step
 * @param changed - the names of the indicators that the step is about
 */
export function stepBuilder(
  draft: Draft,
  entry: Entry,
  key: Exclude<ActionKey, 'tree'>,
  before: Values,
  changed: readonly string[],
): BuildStep {
  const action = actionBuilder(draft, entry, key, before, changed)
  const reading = once(() => stepReading(draft, entry))
  const saysUnit = entry.has('unit')
  return (node) => {
    node.reading = reading()
    const made = action(node)
    if (made) node.action = made
    if (made && !saysUnit) node.unit = unitAfter(made, node.of, entry)
    return made !== null && !draft.isBroken(node.of)
  }
}

function actionBuilder(
  draft: Draft,
  entry: Entry,
  key: Exclude<ActionKey, 'tree'>,
  before: Values,
  changed: readonly string[],
): BuildAction {
  switch (key) {
    case 'formula': {
      const read = once(() =>
        numberFormula(draft, entry, 'formula', { hasArgument: true }),
      )
      const formula = entry.text('formula') ?? ''
      return () => {
        const expression = read()
        return expression && { kind: 'formula', expression, formula }
      }
    }
    case 'screen': {
      const screening = buildScreening(draft, entry, before, changed)
      return () => screening && { kind: 'screen', screening }
    }
    case 'impute':
      return buildImputation(draft, entry)
    case 'winsorise':
      return buildWinsorisation(draft, entry)
    case 'normalise':
      return normalising(draft, entry)
  }
}

function normalising(draft: Draft, entry: Entry): BuildAction {
  const written = once(() => readWritten(draft, entry))
  const isOfLevels = once(() => {
    if (written()?.kind !== 'scale') return false
    draft.report('STEP_NOT_ALLOWED', entry.path('normalise'), {
      step: entry.text('name') ?? '',
      why: 'steps compute with numbers; give the indicators of levels their own "normalise"',
    })
    return true
  })
  const reported = new Set<string>()
  return (node) => {
    const read = written()
    if (!read || isOfLevels()) return null
    const indicator = draft.root.entry('indicators').entry(node.indicator.name)
    if (isNormalisedBefore(draft, entry, node, reported)) return null
    const normaliser = normaliserFor(draft, read, indicator, () =>
      figuresOf(draft, node.of, entry, read.population),
    )
    return normaliser && { kind: 'normalise', normaliser }
  }
}

function isNormalisedBefore(
  draft: Draft,
  entry: Entry,
  node: StepNode,
  /** The steps that were named, each once and not for each indicator. */
  reported: Set<string>,
): boolean {
  for (let here = node.of; here.kind === 'step'; here = here.of) {
    // Asked first, so that what it does is known.
    if (draft.isBroken(here) || here.action.kind !== 'normalise') continue
    const info = { name: node.indicator.name, step: here.step }
    if (reported.has(here.step)) return true
    reported.add(here.step)
    draft.report('NORMALISED_TWICE', entry.path('normalise'), info)
    return true
  }
  return false
}

function stepReading(draft: Draft, entry: Entry): Reading {
  const hasFormula =
    entry.has('formula') ||
    entry.entry('impute').has('value') ||
    entry.entry('winsorise').has('otherwise')
  return readReading(
    draft,
    entry,
    hasFormula ? 'citation-and-mark' : 'nothing',
    `The step "${entry.text('name') ?? ''}"`,
    draft.bodies,
    { hasArgument: true },
  )
}

/** A formula or a normaliser leaves the unit of the indicator. */
function unitAfter(
  action: StepAction,
  before: SteppedColumn,
  entry: Entry,
): string | null {
  switch (action.kind) {
    case 'screen':
    case 'impute':
      return before.unit
    case 'winsorise':
      return action.winsorisation.otherwise ? null : before.unit
    case 'formula':
      return null
    case 'normalise':
      return entry.entry('normalise').text('unit')
  }
}
