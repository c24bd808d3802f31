/** Which bodies of a result a reader asks for, whatever table they stand in. */
import type { ScoreAnswer } from '../../api/answers.js'
import type { NamedBody, ShownName } from '../../bodies/shown-name.js'
import { filterRows, type RowFilter } from './filter-rows.js'

/** @returns their ids, of those too that were left out because their data are broken */
export function askedBodies(
  { results, leftOut }: Pick<ScoreAnswer, 'results' | 'leftOut'>,
  filter: RowFilter,
  nameOf: (body: NamedBody) => ShownName | null,
): ReadonlySet<string> {
  const scored = results.map((body) => ({ ...body, name: nameOf(body) }))
  const broken = leftOut.map(({ id }) => ({
    ...{ id, name: nameOf({ id, name: null }) },
    ...{ status: 'left-out', flags: [] },
  }))
  const asked = filterRows([...scored, ...broken], filter)
  return new Set(asked.map(({ id }) => id))
}

export function isFiltered({ text, status, flag }: RowFilter): boolean {
  return text.trim() !== '' || status !== '' || flag !== ''
}
