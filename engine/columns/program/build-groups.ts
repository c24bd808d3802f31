/** Puts bodies into groups: those that agree in all attributes, numbered in the order of their first bodies. */
import { groupOf } from '../../evaluation/group.js'
import type { LazyRun } from '../../evaluation/lazy-run.js'
import type { Running } from './run-program.js'
import type { ColumnFrame, GroupStep, RowsOfLevel } from './step.js'

export function buildGroups(
  { among, by, groupOf: target }: GroupStep,
  { columns }: ColumnFrame,
  bodies: number,
  { exact, program }: Pick<Running, 'exact' | 'program'>,
): RowsOfLevel {
  const numbers = new Map<string, number>()
  const groups = new Int32Array(bodies).fill(-1)
  const written = columns[target.value.index]
  const excluded = target.notApplicable && columns[target.notApplicable.index]
  const areOpen =
    program.isCertified &&
    by.some(({ value: { facts } }) => !facts.isDecimal && !facts.isWhole)
  const keyOf = areOpen
    ? (body: number) => exactKey(exact(), among, body)
    : (body: number) => keyOfColumns(by, columns, body)
  for (let body = 0; body < bodies; body += 1) {
    const key = keyOf(body)
    if (excluded) excluded[body] = key === 'not-applicable' ? 1 : 0
    if (key === null || key === 'not-applicable') {
      if (written) written[body] = NaN
      continue
    }
    const group = numbers.get(key) ?? numbers.size
    numbers.set(key, group)
    groups[body] = group
    if (written) written[body] = group
  }
  return { ...membersOf(groups, numbers.size), groupOf: groups }
}

/** null where an attribute is missing; one that is not applicable goes further. */
function keyOfColumns(
  by: GroupStep['by'],
  columns: readonly Float64Array[],
  body: number,
): string | null {
  let key: string | null = '='
  for (const { value, notApplicable } of by) {
    if (notApplicable && columns[notApplicable.index]?.[body] === 1) {
      return 'not-applicable'
    }
    const own = columns[value.index]?.[body] ?? NaN
    if (key !== null) key = own === own ? `${key} ${own}` : null
  }
  return key
}

function exactKey(
  run: LazyRun,
  among: GroupStep['among'],
  body: number,
): string | null {
  const group = groupOf(run.bodyRow(body), among)
  if (group.kind === 'not-applicable') return 'not-applicable'
  return group.kind === 'group' ? `=${group.key}` : null
}

function membersOf(
  groups: Int32Array,
  count: number,
): Omit<RowsOfLevel, 'groupOf'> {
  const offsets = new Int32Array(count + 1)
  for (const group of groups) {
    if (group >= 0) offsets[group + 1] = (offsets[group + 1] ?? 0) + 1
  }
  for (let group = 0; group < count; group += 1) {
    offsets[group + 1] = (offsets[group + 1] ?? 0) + (offsets[group] ?? 0)
  }
  const next = offsets.slice()
  const members = new Int32Array(offsets[count] ?? 0)
  for (const [body, group] of groups.entries()) {
    if (group < 0) continue
    members[next[group] ?? 0] = body
    next[group] = (next[group] ?? 0) + 1
  }
  return { count, offsets, members, parents: new Int32Array(0) }
}
