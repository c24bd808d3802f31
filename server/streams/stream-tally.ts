/** What is counted while bodies stream by. */
import type { Methodology } from '../../engine/index.js'
import type { BlockBody, BodyStatus } from './score-block.js'

/** Different reasons that are counted for one ranking. */
const MOST_REASONS = 100

export class StreamTally {
  otherYears = 0
  private readonly statuses: Record<BodyStatus, number> = {
    scored: 0,
    'not-scored': 0,
    'not-applicable': 0,
    error: 0,
  }
  private readonly leftOut: readonly Map<string, number>[]

  constructor(private readonly methodology: Methodology) {
    this.leftOut = methodology.rankings.map(() => new Map<string, number>())
  }

  get bodies(): number {
    return Object.values(this.statuses).reduce((sum, count) => sum + count, 0)
  }

  get errors(): number {
    return this.statuses.error
  }

  add({ status, leftOut }: Pick<BlockBody, 'status' | 'leftOut'>): void {
    this.statuses[status] += 1
    for (const { ranking, reason } of leftOut) {
      const counts = this.leftOut[ranking]
      if (!counts) continue
      const isNamed = counts.has(reason) || counts.size < MOST_REASONS
      const key = isNamed ? reason : 'other reasons'
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }

  /** Members of the last line. */
  summary() {
    const { scored, error } = this.statuses
    return {
      bodies: this.bodies,
      scored,
      notScored: this.statuses['not-scored'],
      notApplicable: this.statuses['not-applicable'],
      errors: error,
      ...(this.otherYears > 0 ? { otherYears: this.otherYears } : {}),
      leftOutOfRankings: Object.fromEntries(
        this.methodology.rankings.map(({ ranking }, index) => [
          ranking,
          Object.fromEntries(this.leftOut[index] ?? []),
        ]),
      ),
    }
  }
}
