/** One block of bodies scored: finished lines of output, and what the main thread needs of them. */
import {
  exactText,
  isShortDecimal,
  nearestDouble,
  isWithheldProblem,
  restrictionOf,
  scoreBodies,
  showBody,
  showProblems,
  WITHHELD_REASON,
  type Contender,
  type DataProblem,
  type Methodology,
  type Numeric,
  type ScoredBody,
  type ShownBody,
  type Sight,
  type Surroundings,
} from '../../engine/index.js'
import type { Block } from './line-blocks.js'
import {
  OTHER_YEAR,
  readBlock,
  type BlockReading,
  type LineBody,
} from './read-block.js'

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

export type BodyStatus =
  'scored' | 'not-scored' | 'not-applicable' | 'restricted' | 'error'

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
  /** Who reads the lines. */
  readonly sight: Sight
}

/** Few enough that what was made for them is thrown away while it is young. */
const BODIES_AT_ONCE = 16

export async function scoreBlock(
  block: Block,
  scoring: BlockScoring,
): Promise<ScoredBlock> {
  const lines: string[] = []
  const bodies: BlockBody[] = []
  const warnings = new BlockWarnings()
  let otherYears = 0
  let end = 0
  let together: LineBody[] = []
  for (const body of readBlock(block, scoring)) {
    if (body === OTHER_YEAR) otherYears += 1
    else together.push(body)
    if (together.length === BODIES_AT_ONCE) await scoreThese()
  }
  await scoreThese()
  const text = Buffer.allocUnsafeSlow(end)
  text.write(lines.join(''))
  return { text, bodies, otherYears, warnings: warnings.all() }

  async function scoreThese(): Promise<void> {
    const { methodology, surroundings, year } = scoring
    const read = together
    together = []
    const scored = await scoreBodies(read, methodology, surroundings, year)
    for (const [index, each] of scored.bodies.entries()) {
      const body = shownBody(each, scoring)
      const line = read[index]?.line ?? 0
      const text = `${JSON.stringify(lineOf(body, line))}\n`
      lines.push(text)
      end += Buffer.byteLength(text)
      bodies.push({ ...plainBody(body), line, end })
    }
    warnings.add(shownWarnings(scored.warnings, scoring))
  }
}

/** A table is empty where it is so for all bodies that were scored together. */
class BlockWarnings {
  private readonly found: DataProblem[] = []
  private readonly empty = new Map<string, DataProblem[]>()
  private times = 0

  add(warnings: readonly DataProblem[]): void {
    this.times += 1
    for (const warning of warnings) {
      const isEmpty = warning.code === 'TABLE_EMPTY'
      if (!isEmpty) this.found.push(warning)
      else {
        const said = this.empty.get(warning.message) ?? []
        this.empty.set(warning.message, [...said, warning])
      }
    }
  }

  all(): readonly DataProblem[] {
    const empty = [...this.empty.values()].flatMap((said) =>
      said.length === this.times ? said.slice(0, 1) : [],
    )
    return [...this.found, ...empty]
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

/** A body as it is written: its result may be without what is withheld. */
type LineOfBody =
  | Exclude<ScoredBody, { kind: 'scored' }>
  | (Omit<Extract<ScoredBody, { kind: 'scored' }>, 'result'> & {
      readonly result: ShownBody
    })

/** The same body where everything is shown. */
function shownBody(
  body: ScoredBody,
  { methodology, sight }: BlockScoring,
): LineOfBody {
  if (sight === 'everything') return body
  if (body.kind === 'broken') {
    return { ...body, errors: showProblems(body.errors, methodology, sight) }
  }
  const { hides, touches } = restrictionOf(methodology)
  const isShown = ({ ranking }: { readonly ranking: number }) => {
    const node = methodology.rankings[ranking]
    return node !== undefined && !hides(node)
  }
  return {
    ...body,
    result: showBody(body.result, methodology, sight),
    contends: body.contends.filter(isShown),
    leftOut: body.leftOut.filter(isShown).map((each) => {
      const node = methodology.rankings[each.ranking]
      return node && touches(node) ? { ...each, reason: WITHHELD_REASON } : each
    }),
  }
}

function shownWarnings(
  warnings: readonly DataProblem[],
  { methodology, sight }: BlockScoring,
): readonly DataProblem[] {
  if (sight === 'everything') return warnings
  return warnings.filter((each) => !isWithheldProblem(each, methodology))
}

function lineOf(body: LineOfBody, line: number): unknown {
  return body.kind === 'scored'
    ? body.result
    : errorLine(body.id, line, body.errors)
}

function plainBody(body: LineOfBody): Omit<BlockBody, 'line' | 'end'> {
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
