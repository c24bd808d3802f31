/** One block of bodies scored: finished lines of output, and what the main thread needs of them. */
import {
  exactText,
  isShortDecimal,
  nearestDouble,
  scoreBodies,
  type Contender,
  type DataProblem,
  type Methodology,
  type Numeric,
  type ScoredBody,
  type Surroundings,
} from '../../engine/index.js'
import type { Block } from './line-blocks.js'
import { readBlock, type BlockReading } from './read-block.js'

/** Plain data that one thread hands to another. */
export interface ScoredBlock {
  /** A line of JSON for each body, line ends included. */
  readonly text: Uint8Array
  readonly bodies: readonly BlockBody[]
  readonly otherYears: number
  readonly warnings: readonly DataProblem[]
}

export interface BlockBody {
  /** null where it could not be read. */
  readonly id: string | null
  /** Of the input. */
  readonly line: number
  /** Where its line of output ends. */
  readonly end: number
  readonly status: BodyStatus
  readonly contends: readonly PlainContender[]
  readonly leftOut: readonly {
    readonly ranking: number
    readonly reason: string
  }[]
}

export type BodyStatus = 'scored' | 'not-scored' | 'not-applicable' | 'error'

export interface PlainContender {
  readonly ranking: number
  readonly figure: PlainFigure
  readonly next: PlainFigure | null
  readonly group: string
}

/**
 * The double nearest to a figure; `exact` where the figure has more digits than
 * the double says, so that equal doubles need not be equal figures.
 */
export interface PlainFigure {
  readonly double: number
  readonly exact: string | null
}

export interface BlockScoring extends BlockReading {
  readonly methodology: Methodology
  readonly surroundings: Surroundings
}

export async function scoreBlock(
  block: Block,
  scoring: BlockScoring,
): Promise<ScoredBlock> {
  const { methodology, surroundings, year } = scoring
  const read = readBlock(block, scoring)
  const scored = await scoreBodies(read.bodies, methodology, surroundings, year)
  const lines: string[] = []
  let end = 0
  const bodies = scored.bodies.map((body, index): BlockBody => {
    const line = read.bodies[index]?.line ?? 0
    const text = `${JSON.stringify(lineOf(body, line))}\n`
    lines.push(text)
    end += Buffer.byteLength(text)
    return { ...plainBody(body), line, end }
  })
  const text = Buffer.allocUnsafeSlow(end)
  text.write(lines.join(''))
  return {
    text,
    bodies,
    otherYears: read.otherYears,
    warnings: scored.warnings,
  }
}

/** What stands on the line of a body with errors. */
export function errorLine(
  id: string | null,
  line: number,
  errors: readonly DataProblem[],
): unknown {
  return { id, line, errors }
}

function lineOf(body: ScoredBody, line: number): unknown {
  return body.kind === 'scored'
    ? body.result
    : errorLine(body.id, line, body.errors)
}

function plainBody(body: ScoredBody): Omit<BlockBody, 'line' | 'end'> {
  if (body.kind === 'broken') {
    return { id: body.id, status: 'error', contends: [], leftOut: [] }
  }
  const { result, contends, leftOut } = body
  const { id, status } = result
  return { id, status, contends: contends.map(plainContender), leftOut }
}

function plainContender(contender: Contender): PlainContender {
  const { ranking, figure, next, group } = contender
  return {
    ranking,
    figure: plainFigure(figure),
    next: next && plainFigure(next),
    group,
  }
}

function plainFigure(figure: Numeric): PlainFigure {
  const exact = isShortDecimal(figure) ? null : exactText(figure)
  return { double: nearestDouble(figure), exact }
}
