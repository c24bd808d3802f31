/** What changes from one state of a register to the next: who came, who went, and what is said otherwise. */
import {
  registeredName,
  type Register,
  type RegisterRow,
} from '../../engine/index.js'

interface Place {
  readonly body: string
  readonly name: string | null
  /** First and last day of the period, as it is now where it still is. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

export type RegisterDifference =
  | (Place & {
      readonly kind:
        'body-added' | 'body-removed' | 'period-added' | 'period-removed'
    })
  | (Place & {
      readonly kind: 'cell'
      readonly column: string
      /** null where the cell is empty. */
      readonly before: string | null
      readonly after: string | null
    })

/** In the order of ids; `null` is a register that was not there yet. */
export function registerDifferences(
  before: Register | null,
  after: Register,
): readonly RegisterDifference[] {
  const ids = new Set([
    ...(before?.bodies.keys() ?? []),
    ...after.bodies.keys(),
  ])
  return [...ids].sort().flatMap((id) => {
    const [old, now] = [before?.bodies.get(id), after.bodies.get(id)]
    if (!old) return whole('body-added', now?.at(-1))
    if (!now) return whole('body-removed', old.at(-1))
    return ofBody(old, now)
  })
}

/** Periods are the same that begin on one day; those left over are taken in their order. */
function ofBody(
  before: readonly RegisterRow[],
  after: readonly RegisterRow[],
): readonly RegisterDifference[] {
  const starts = (rows: readonly RegisterRow[]) =>
    new Set(rows.map(({ validFrom }) => validFrom))
  const [starting, started] = [starts(after), starts(before)]
  const left = before.filter(({ validFrom }) => !starting.has(validFrom))
  const come = after.filter(({ validFrom }) => !started.has(validFrom))
  const same = after.flatMap((row) => {
    const old = before.find(({ validFrom }) => validFrom === row.validFrom)
    return old ? ofPeriod(old, row) : []
  })
  const moved = come.flatMap((row, index) => {
    const old = left[index]
    return old ? ofPeriod(old, row) : whole('period-added', row)
  })
  const gone = left
    .slice(come.length)
    .flatMap((row) => whole('period-removed', row))
  return [...same, ...moved, ...gone]
}

function ofPeriod(
  before: RegisterRow,
  after: RegisterRow,
): readonly RegisterDifference[] {
  const columns = new Set([...before.cells.keys(), ...after.cells.keys()])
  return [...columns].flatMap((column) => {
    const values = {
      before: before.cells.get(column) ?? null,
      after: after.cells.get(column) ?? null,
    }
    if (values.before === values.after) return []
    return [{ kind: 'cell' as const, ...placeOf(after), column, ...values }]
  })
}

function whole(
  kind: Exclude<RegisterDifference['kind'], 'cell'>,
  row: RegisterRow | undefined,
): readonly RegisterDifference[] {
  return row ? [{ kind, ...placeOf(row) }] : []
}

function placeOf(row: RegisterRow): Place {
  const { id, validFrom, validTo } = row
  return { body: id, name: registeredName(row), validFrom, validTo }
}
