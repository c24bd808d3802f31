/**
 * The output of a stream of bodies, line by line: a head, a line for each body
 * in the order of the input, the places of the rankings, and a last line
 * without which the output is not whole.
 */
import { createHash } from 'node:crypto'

import {
  showHead,
  showPlaces,
  type DataProblem,
  type Methodology,
  type RankingNode,
  type ResultHead,
  type Sight,
} from '../../engine/index.js'
import { fileProblem, quote } from '../data/file-problem.js'
import type { OutputStream } from '../output/output-stream.js'
import { IdSet } from './id-set.js'
import { RankingPlaces, type PlaceLine } from './ranking-places.js'
import { errorLine, type BlockBody, type ScoredBlock } from './score-block.js'
import { StreamTally } from './stream-tally.js'

/** Lines of places that are written together. */
const PLACES_AT_ONCE = 1000

export class StreamWriter {
  readonly tally: StreamTally
  private readonly ids = new IdSet()
  private readonly rankings: readonly RankingPlaces[]
  private readonly hash = createHash('sha256')

  constructor(
    private readonly methodology: Methodology,
    private readonly file: string,
    private readonly output: OutputStream,
    private readonly sight: Sight,
  ) {
    this.tally = new StreamTally(methodology, sight)
    this.rankings = methodology.rankings.map(
      (node) => new RankingPlaces(node, this.ids),
    )
  }

  async head(head: ResultHead): Promise<void> {
    const shown = showHead(head, this.methodology, this.sight)
    await this.output.write(lineOf(shown))
  }

  async block(block: ScoredBlock): Promise<void> {
    this.tally.otherYears += block.otherYears
    let start = 0
    let from = 0
    for (const body of block.bodies) {
      const duplicate = this.addBody(body)
      if (duplicate) {
        const { id, line } = body
        await this.write(block.text.subarray(from, start))
        await this.write(lineOf(errorLine(id, line, [duplicate])))
        from = body.end
      }
      start = body.end
    }
    await this.write(block.text.subarray(from))
  }

  async places(signal: AbortSignal): Promise<void> {
    for (const ranking of this.rankings) {
      let lines: string[] = []
      for (const place of ranking.places()) {
        lines.push(lineOf(this.shownPlace(place, ranking.node)))
        if (lines.length < PLACES_AT_ONCE) continue
        signal.throwIfAborted()
        if (this.output.isClosed()) return
        await this.write(lines.join(''))
        lines = []
      }
      await this.write(lines.join(''))
    }
  }

  /** @param more - further members of the last line */
  async end(more: Readonly<Record<string, unknown>>): Promise<void> {
    const sha256 = this.hash.digest('hex')
    await this.output.write(
      lineOf({ end: true, ...this.tally.summary(), ...more, sha256 }),
    )
  }

  /** @returns what is wrong where its id has come before */
  private addBody(body: BlockBody): DataProblem | null {
    const { id, line, contends } = body
    const added = id === null ? null : this.ids.add(id, line)
    if (id !== null && added && 'firstLine' in added) {
      this.tally.add({ status: 'error', leftOut: [] })
      return duplicateProblem(id, line, added.firstLine, this.file)
    }
    this.tally.add(body)
    if (added && 'number' in added) {
      for (const contender of contends) {
        this.rankings[contender.ranking]?.add(added.number, contender)
      }
    }
    return null
  }

  private shownPlace(place: PlaceLine, node: RankingNode): unknown {
    if (this.sight === 'everything') return place
    const { ranking } = place
    return { ranking, ...showPlaces([place], node, this.methodology)[0] }
  }

  private async write(part: string | Uint8Array): Promise<void> {
    if (part.length === 0) return
    this.hash.update(part)
    await this.output.write(part)
  }
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

function duplicateProblem(
  id: string,
  line: number,
  firstLine: number,
  file: string,
): DataProblem {
  const message = `Line ${line} of ${file} has the id ${quote(id)}, which line ${firstLine} has already and was scored as. Give each body an id of its own, or take one of the two out: nobody knows which of them is meant.`
  return fileProblem('ID_DUPLICATE', file, message, {
    line,
    body: id,
    column: 'id',
  })
}
