/** Computed columns, on the level that their key names. */
import { NUMBER, type Expression } from '../expression/expression.js'
import { looksAtBodies, partsOf } from '../expression/parts.js'
import type { Scope } from '../expression/scope.js'
import { closest } from '../source/closest.js'
import type { Draft, Mutable } from './draft.js'
import type { DraftLevel } from './draft-level.js'
import type { Entry } from './entry.js'
import { isGrouped } from './grouped.js'
import type { ComputedNode } from './methodology.js'
import { typeInScale } from './node-type.js'
import { readReading } from './reading.js'
import { reportUnknown } from './unknown.js'

export function buildComputed(draft: Draft): void {
  for (const [key, entry] of draft.root.entries('computed')) {
    const steps = key.split('.')
    const name = steps.pop() ?? key
    const level = computedLevel(draft, steps, entry)
    const meant = level ?? meantLevel(draft, steps)
    if (!meant) draft.lose(name)
    else buildColumn(draft, entry, key, name, meant)
  }
}

function computedLevel(
  draft: Draft,
  steps: readonly string[],
  entry: Entry,
): DraftLevel | null {
  const [first] = steps
  if (first === 'population' && !draft.bodies.tables.has(first)) {
    if (steps.length === 1) return draft.population
  }
  let level: DraftLevel | undefined = draft.bodies
  for (const step of steps) level = level?.tables.get(step)
  if (!level) {
    const tables = [...tablesOf(draft.bodies), 'population']
    const name = steps.join('.')
    reportUnknown(draft, entry.at, name, 'a table of the inputs', tables)
  }
  return level ?? null
}

/** Where a column of a misspelt table belongs, so that what needs it is not reported as well. */
function meantLevel(
  draft: Draft,
  steps: readonly string[],
): DraftLevel | undefined {
  const near = closest(steps.join('.'), tablesOf(draft.bodies))
  return near
    ?.split('.')
    .reduce<DraftLevel | undefined>(
      (level, step) => level?.tables.get(step),
      draft.bodies,
    )
}

/** All tables below, by the names that keys and rules give them. */
export function tablesOf(level: DraftLevel): readonly string[] {
  return [...level.tables.values()].flatMap((table) => [
    table.name,
    ...tablesOf(table),
  ])
}

function buildColumn(
  draft: Draft,
  entry: Entry,
  key: string,
  name: string,
  level: DraftLevel,
): void {
  const node: Mutable<ComputedNode> = {
    kind: 'computed',
    name: key,
    level,
    slot: -1,
    at: entry.at,
    reads: [],
    type: NUMBER,
    title: entry.title('title'),
    unit: entry.text('unit'),
    among: null,
    expression: { kind: 'argument' },
    formula: entry.text('formula') ?? '',
    reading: { cite: null, mark: null, note: null, alternatives: [] },
  }
  draft.add(node)
  draft.declare(node, name, entry.at)
  draft.later(node, () => {
    const among = draft.populationOf(entry, 'among')
    const isBroken =
      among === 'mistake' || (among !== null && draft.isBroken(among))
    node.among = among === 'mistake' ? null : among
    const options = isBroken
      ? { report: reportOther(draft) }
      : { among: node.among }
    const what = `The formula of "${key}"`
    const needs = 'citation-and-mark'
    node.reading = readReading(draft, entry, needs, what, level, options)
    const checked = draft.formula(entry, 'formula', level, options)
    const type = checked && typeInScale(draft, entry, entry, checked.type)
    if (!checked || !type || isBroken || draft.isBrokenEntry(entry))
      return false
    node.expression = checked.expression
    node.type = type
    return !node.among || isUsed(draft, entry, checked.expression)
  })
}

/** Where the population has a mistake, nothing is said of the groups that the formula reads. */
function reportOther(draft: Draft): Scope['report'] {
  return (found) => {
    if (found.code !== 'WRONG_ARGUMENTS') draft.problems.push(found)
  }
}

/** A population that the formula does not look at would be passed over without a word. */
function isUsed(draft: Draft, entry: Entry, expression: Expression): boolean {
  if (!entry.says('among') || looksAtPopulation(expression)) return true
  draft.report('SETTING_NOT_USED', entry.path('among'), {
    key: 'among',
    why: 'the formula neither aggregates bodies nor ranks one among them',
  })
  return false
}

function looksAtPopulation(expression: Expression): boolean {
  if (expression.kind === 'standing') return true
  if (expression.kind === 'aggregate' && looksAtBodies(expression)) return true
  if (expression.kind === 'column') return isGrouped(expression.column)
  return partsOf(expression).some(looksAtPopulation)
}
