/**
 * Warnings of a stream: the first ones as they come, the others by their number.
 * One about a whole column is told once, however many blocks find it anew.
 */
import type { DataProblem } from '../../engine/index.js'
import { dataProblemLine } from '../output/problem-line.js'

/** Told one by one. */
const MOST_TOLD = 20

export class StreamWarnings {
  private readonly counts = new Map<string, number>()
  private readonly columns = new Set<string>()
  /** Tables in which a block has no row -> the warning, and how many blocks. */
  private readonly empty = new Map<
    string,
    { readonly warning: DataProblem; blocks: number }
  >()
  private blocks = 0
  private told = 0

  /**
   * @param warnings - of the bodies of one block, of which there is at least one
   * @returns the lines to tell now
   */
  add(warnings: readonly DataProblem[]): readonly string[] {
    this.blocks += 1
    return warnings.flatMap((warning) => this.addOne(warning))
  }

  /** What can be said only when all blocks have been read. */
  finish(): readonly string[] {
    const lines = [...this.empty.values()]
      .filter(({ blocks }) => blocks === this.blocks)
      .flatMap(({ warning }) => this.tell(warning))
    const total = [...this.counts.values()].reduce((sum, each) => sum + each, 0)
    const more = total - this.told
    return more > 0 ? [...lines, `and ${more} more warnings`] : lines
  }

  /** Code -> how many. */
  summary(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts].sort())
  }

  private addOne(warning: DataProblem): readonly string[] {
    const { code, body, column, message } = warning
    if (code === 'TABLE_EMPTY') {
      const known = this.empty.get(message) ?? { warning, blocks: 0 }
      known.blocks += 1
      this.empty.set(message, known)
      return []
    }
    if (body === null) {
      const key = JSON.stringify([code, column, message])
      if (this.columns.has(key)) return []
      this.columns.add(key)
    }
    return this.tell(warning)
  }

  private tell(warning: DataProblem): readonly string[] {
    const { code } = warning
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1)
    if (this.told >= MOST_TOLD) return []
    this.told += 1
    return [dataProblemLine(warning)]
  }
}
