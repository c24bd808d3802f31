/** Whom two runs scored and whom not, and which inputs were missing where the data do not fit the rules. */
import type { RunComparison } from './standings.js'

export type ComparedStatus = RunComparison['bodies']['notScored'][number]
export type BodyStatus = NonNullable<ComparedStatus['a']>

export interface StatusChanges {
  /** Not scored by the first run, scored by the second. */
  readonly newlyScored: readonly ComparedStatus[]
  /** The other way round. */
  readonly noLongerScored: readonly ComparedStatus[]
  readonly byNeither: readonly ComparedStatus[]
}

/**
 * Bodies that one of the runs does not have are told of elsewhere; where it is
 * withheld whether a run scored a body, nothing is told.
 */
export function statusChanges(
  notScored: readonly ComparedStatus[],
): StatusChanges {
  const both = notScored.filter(({ a, b }) => isKnown(a) && isKnown(b))
  const isA = ({ a }: ComparedStatus) => a?.status === 'scored'
  const isB = ({ b }: ComparedStatus) => b?.status === 'scored'
  return {
    newlyScored: both.filter(isB),
    noLongerScored: both.filter(isA),
    byNeither: both.filter((each) => !isA(each) && !isB(each)),
  }
}

function isKnown(status: BodyStatus | null): boolean {
  return status !== null && status.status !== 'restricted'
}

export interface MissingInput {
  readonly input: string
  /** How many of those that were not scored lack it. */
  readonly bodies: number
}

/** What the bodies lack that a run did not score, the most widespread first. */
export function missingInputs(
  notScored: readonly ComparedStatus[],
  side: 'a' | 'b',
): readonly MissingInput[] {
  const bodies = new Map<string, number>()
  for (const each of notScored) {
    const status = each[side]
    if (status?.status !== 'not-scored') continue
    for (const input of inputsLacked(status)) {
      bodies.set(input, (bodies.get(input) ?? 0) + 1)
    }
  }
  return [...bodies]
    .map(([input, count]) => ({ input, bodies: count }))
    .sort((one, other) => other.bodies - one.bodies)
}

/** Of one body, each input once. */
export function inputsLacked(status: BodyStatus | null): readonly string[] {
  return [...new Set(status?.missing.map(({ input }) => input) ?? [])]
}
