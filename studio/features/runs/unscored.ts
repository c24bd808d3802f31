/** The bodies without a total, and why. */
import type { BodyResult, ScoreAnswer } from '../../api/answers.js'
import type { NamedBody } from '../../bodies/shown-name.js'

export type Reason =
  | {
      readonly kind: 'missing'
      /** null where it concerns the whole body. */
      readonly place: string | null
      readonly reason: string
      /** The figures that it took. */
      readonly figures: readonly string[]
    }
  | {
      readonly kind: 'excluded'
      /** Empty where the whole body is excluded. */
      readonly criteria: readonly string[]
      readonly rule: string
      readonly citation: string
    }
  | {
      readonly kind: 'ended'
      readonly ended: NonNullable<BodyResult['ended']>
    }
  | {
      readonly kind: 'restricted'
      readonly figures: readonly string[]
      readonly inputs: readonly string[]
    }
  | { readonly kind: 'broken'; readonly messages: readonly string[] }

/** Bodies that the same stands in the way of. */
export interface Unscored {
  readonly bodies: readonly NamedBody[]
  readonly status: BodyResult['status'] | 'left-out'
  readonly reasons: readonly Reason[]
}

/** Reasons that stand at no cell. */
const OF_THE_BODY = ['NO_DATA', 'JOINED', 'ENDED_IN_YEAR']

/**
 * Bodies that were left out because their data are broken stand behind the others.
 *
 * @param asked - ids of those that a reader asks for; default all
 */
export function unscoredBodies(
  result: ScoreAnswer,
  asked?: ReadonlySet<string>,
): readonly Unscored[] {
  const isAsked = (id: string) => asked?.has(id) ?? true
  const bodies = result.results
    .filter(({ id, status }) => status !== 'scored' && isAsked(id))
    .map(({ id, name, status, ...body }) => ({
      ...{ bodies: [{ id, name }], status },
      reasons: reasonsOf({ id, name, status, ...body }),
    }))
  const leftOut = result.leftOut.filter(({ id }) => isAsked(id))
  const broken = leftOut.map(({ id, errors }): Unscored => {
    const messages = errors.map(({ message }) => message)
    return {
      bodies: [{ id, name: null }],
      status: 'left-out',
      reasons: [{ kind: 'broken', messages }],
    }
  })
  return joinedBySameReasons([...bodies, ...broken])
}

function joinedBySameReasons(
  unscored: readonly Unscored[],
): readonly Unscored[] {
  const joined = new Map<string, Unscored>()
  for (const { bodies, status, reasons } of unscored) {
    const key = JSON.stringify([status, reasons])
    const before = joined.get(key)?.bodies ?? []
    joined.set(key, { bodies: [...before, ...bodies], status, reasons })
  }
  return [...joined.values()]
}

function reasonsOf(body: BodyResult): readonly Reason[] {
  return [
    ...endedOf(body),
    ...restrictedOf(body),
    ...excludedOf(body),
    ...missingOf(body),
  ]
}

function endedOf({ ended }: BodyResult): readonly Reason[] {
  return ended ? [{ kind: 'ended', ended }] : []
}

function restrictedOf({ restricted = [] }: BodyResult): readonly Reason[] {
  if (restricted.length === 0) return []
  const inputs = new Set(restricted.flatMap((each) => each.inputs))
  const figures = restricted.map(({ output }) => output)
  return [{ kind: 'restricted', figures, inputs: [...inputs] }]
}

/** What one rule took stands together. */
function excludedOf({ notApplicable }: BodyResult): readonly Reason[] {
  const byRule = new Map<string, { citation: string; criteria: string[] }>()
  for (const { criterion, rule, citation } of notApplicable) {
    const found = byRule.get(rule) ?? { citation, criteria: [] }
    byRule.set(rule, found)
    if (criterion !== null) found.criteria.push(criterion)
  }
  return [...byRule].map(([rule, { citation, criteria }]) => ({
    ...{ kind: 'excluded', rule, citation, criteria },
  }))
}

/** Each cause once, with the figures that it took. */
function missingOf({ missing }: BodyResult): readonly Reason[] {
  const byCause = new Map<string, Reason & { kind: 'missing' }>()
  for (const { output, input, row, reason, code } of missing) {
    const cell = row === null ? input : `${row}.${input}`
    const place = OF_THE_BODY.includes(code) ? null : cell
    const key = JSON.stringify([place, reason])
    const figures = byCause.get(key)?.figures ?? []
    const all = figures.includes(output) ? figures : [...figures, output]
    byCause.set(key, { kind: 'missing', place, reason, figures: all })
  }
  return [...byCause.values()]
}
