/** The steps of a program that are to be run again for each draw, and no others. */
import type { Code, ColumnLevel, StoredColumn } from '../columns/code/code.js'
import type {
  RankingStep,
  Step,
  ValueColumns,
} from '../columns/program/step.js'
import { allCode, rootsOf } from '../columns/targets/walk.js'

/** What a step reads or fills: a column by its index, or the rows of groups. */
type Thing = number | ColumnLevel

/**
 * Those that a setting reaches, directly or through what other such steps fill,
 * and that one of the rankings hangs on.
 */
export function drawSteps(
  steps: readonly Step[],
  rankings: readonly RankingStep[],
): readonly Step[] {
  const changed = new Set<Thing>()
  const again = steps.filter((step) => {
    const isReached =
      readsSetting(step) || thingsRead(step).some((each) => changed.has(each))
    if (isReached) for (const each of thingsFilled(step)) changed.add(each)
    return isReached
  })
  const needed = new Set<Thing>()
  const asked = new Set<Step>(rankings)
  const found = again.toReversed().filter((step) => {
    const isNeeded =
      asked.has(step) || thingsFilled(step).some((each) => needed.has(each))
    if (isNeeded) for (const each of thingsRead(step)) needed.add(each)
    return isNeeded
  })
  return found.toReversed()
}

function readsSetting(step: Step): boolean {
  return (
    step.kind === 'code' &&
    allCode(rootsOf(step)).some(({ kind }) => kind === 'setting')
  )
}

function thingsRead(step: Step): readonly Thing[] {
  switch (step.kind) {
    case 'code':
      return [
        ...groupsOf(step.level),
        ...allCode(rootsOf(step)).flatMap(thingsOfCode),
      ]
    case 'group':
      return step.by.flatMap(indices)
    case 'standing':
      return [
        ...indices(step.figures),
        ...indices(step.own),
        ...(step.ownDoubt ? [step.ownDoubt.index] : []),
        ...(step.groupOf ? indices(step.groupOf) : []),
      ]
    case 'ranking':
      return [
        step.isPlaced.index,
        ...indices(step.figure),
        ...(step.next ? indices(step.next) : []),
        ...(step.groupOf ? indices(step.groupOf) : []),
      ]
    case 'exact':
    case 'exact-ranking':
      // Whoever draws makes sure that no weight reaches them.
      return []
  }
}

function thingsOfCode(code: Code): readonly Thing[] {
  return [
    ...groupsOf(code.level),
    ...(code.kind === 'cell' ? [code.column.index] : []),
    ...(code.kind === 'reduction' ? groupsOf(code.over) : []),
  ]
}

function groupsOf(level: ColumnLevel): readonly Thing[] {
  return level.kind === 'group' ? [level] : []
}

function thingsFilled(step: Step): readonly Thing[] {
  switch (step.kind) {
    case 'code':
      return step.stored.map(({ column }) => column.index)
    case 'group':
      return [step.level, ...indices(step.groupOf)]
    case 'standing':
      return indicesOf(step.below, step.above, step.count, step.doubt)
    case 'ranking':
      return indicesOf(step.place, step.below)
    case 'exact':
      return indices(step.target)
    case 'exact-ranking':
      return indicesOf(step.place, step.below, step.isOut)
  }
}

function indices({
  value,
  notApplicable,
  error,
}: ValueColumns): readonly number[] {
  return [value, notApplicable, error].flatMap((each) => each?.index ?? [])
}

function indicesOf(...columns: readonly StoredColumn[]): readonly number[] {
  return columns.map(({ index }) => index)
}
