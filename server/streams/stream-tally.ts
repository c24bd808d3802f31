/** What is counted while bodies stream by. */
import {
  restrictionOf,
  type Methodology,
  type Sight,
} from '../../engine/index.js'
import type { BlockBody, BodyStatus } from './score-block.js'

/** Different reasons that are counted for one ranking. */
const MOST_REASONS = 100

export class StreamTally {
  otherYears = 0
  private readonly statuses: Record<BodyStatus, number> = {
    scored: 0,
    'not-scored': 0,
    'not-applicable': 0,
    restricted: 0,
    error: 0,
  }
  private readonly leftOut: readonly Map<string, number>[]

  constructor(
    private readonly methodology: Methodology,
    private readonly sight: Sight,
  ) {
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
    const { scored, restricted, error } = this.statuses
    const { hides } = restrictionOf(this.methodology)
    return {
      bodies: this.bodies,
      scored,
      notScored: this.statuses['not-scored'],
      notApplicable: this.statuses['not-applicable'],
      // Whether the total has a value is withheld.
      ...(restricted > 0 ? { restricted } : {}),
      errors: error,
      ...(this.otherYears > 0 ? { otherYears: this.otherYears } : {}),
      leftOutOfRankings: Object.fromEntries(
        this.methodology.rankings.flatMap((node, index) =>
          this.sight === 'public' && hides(node)
            ? []
            : [[node.ranking, Object.fromEntries(this.leftOut[index] ?? [])]],
        ),
      ),
    }
  }
}
