/** What else is to be known of a body: who is joined to it, what was held by a limit, imputed or done without. */
import type { BodyResult } from '../../api/answers.js'
import { decimalOfNumber } from '../../decimal/exact-decimal.js'

export type Limit = BodyResult['limits'][number]

export interface BodyNotes {
  readonly joined: NonNullable<BodyResult['joined']>
  /** On figures that have no column here. */
  readonly limits: readonly Limit[]
  readonly imputed: number
  /** Children that criteria with a value went on without. */
  readonly absences: readonly string[]
}

/** @param columns - the figures that are shown */
export function notesOf(
  body: BodyResult,
  columns: readonly string[],
): BodyNotes {
  const bound = body.limits.filter((limit) => limit.bound)
  return {
    joined: body.joined ?? [],
    limits: bound.filter((limit) => !columns.includes(limit.of)),
    imputed: body.imputed.length,
    absences: [...new Set(body.absences.map(({ child }) => child))],
  }
}

/** The limit that made a figure what it is, or null. */
export function boundLimit(body: BodyResult, figure: string): Limit | null {
  return body.limits.find(({ of, bound }) => bound && of === figure) ?? null
}

/** A level is a word of the file. */
export function limitText({ limit }: Limit): string {
  return typeof limit === 'number' ? decimalOfNumber(limit) : String(limit)
}
