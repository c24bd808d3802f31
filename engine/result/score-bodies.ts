/**
 * Bodies scored one by one, for data of any length: each gets its result or its
 * errors, whatever stands beside it. Nothing is gathered over the bodies, so
 * only figures that look at one body are the same as in a whole run
 * (`looksAcrossBodies`).
 */
import { checkRows } from '../data/check-dataset.js'
import { DatasetReading } from '../data/dataset-reading.js'
import { mixedAlphabetWarnings } from '../data/alphabet-warnings.js'
import type { ReadBody } from '../data/from-json.js'
import type { DataProblem } from '../data/problem.js'
import { evaluateRun, type Run } from '../evaluation/run.js'
import type { Surroundings } from '../evaluation/surroundings.js'
import type { Methodology } from '../methodology/methodology.js'
import type { Numeric } from '../number/numeric.js'
import { bodyResult } from './body-result.js'
import { ambiguousVariants } from './score-dataset.js'
import type { BodyResult } from './score-result.js'
import { unusedCells } from './unused-cells.js'

export type ScoredBody =
  | {
      readonly kind: 'scored'
      readonly result: BodyResult
      /** The rankings in which the body has a figure to be placed by. */
      readonly contends: readonly Contender[]
      /** The rankings that it is left out of, and why. */
      readonly leftOut: readonly LeftOutOfRanking[]
    }
  | {
      readonly kind: 'broken'
      /** null where it could not be read. */
      readonly id: string | null
      readonly errors: readonly DataProblem[]
    }

export interface Contender {
  /** Position in `methodology.rankings`. */
  readonly ranking: number
  /** At the compared digits. */
  readonly figure: Numeric
  /** The further figure that decides between equal ones; null where there is none. */
  readonly next: Numeric | null
  /** Of the group in which places are counted; '' where there are no groups. */
  readonly group: string
}

export interface LeftOutOfRanking {
  /** Position in `methodology.rankings`. */
  readonly ranking: number
  readonly reason: string
}

export interface ScoredBodies {
  /** In the order in which they were given. */
  readonly bodies: readonly ScoredBody[]
  readonly warnings: readonly DataProblem[]
}

/**
 * Checks and scores each body by itself.
 *
 * An empty cell that the methodology needs is an error of its body
 * (`CELL_REQUIRED`), even where no body has the column. That two bodies have
 * the same id is not looked at.
 *
 * @param read - each with a `line` of its own in its place, by which its problems are known
 * @param surroundings - without a register, whose bodies need each other
 */
export async function scoreBodies(
  read: readonly ReadBody[],
  methodology: Methodology,
  surroundings: Surroundings,
  year: number,
): Promise<ScoredBodies> {
  const reading = new DatasetReading(methodology, 'current')
  const rows = read.flatMap(({ row }) => row ?? [])
  const bodies = rows.map((row) => reading.body(row))
  reading.finishEach()
  const errors = new ErrorsByLine()
  read.forEach(({ problems }) => errors.add(problems))
  errors.add(reading.problems)

  const dataset = (scored: typeof bodies) => ({
    year,
    bodies: scored.filter(({ place }) => !errors.of(place.line)),
    broken: NOBODY,
    sha256: '',
  })
  const checked = checkRows(methodology, dataset(bodies), surroundings)
  errors.add(checked.errors)
  const run = await evaluateRun(methodology, dataset(bodies), surroundings, {
    forgetsTables: true,
  })
  errors.add(ambiguousVariants(run))

  const results = resultsByLine(run)
  return {
    bodies: read.map(({ row, problems }) => {
      const line = row?.place.line ?? problems[0]?.line ?? null
      const found = errors.of(line)
      const scored = results.get(line)
      return found || !scored
        ? { kind: 'broken', id: row?.id ?? null, errors: found ?? [] }
        : scored
    }),
    warnings: [
      ...reading.warnings,
      ...mixedAlphabetWarnings(rows),
      ...checked.warnings,
      ...unusedCells(run),
    ],
  }
}

const NOBODY: ReadonlySet<string> = new Set()

/** Errors of bodies, each known by the line on which it stands. */
class ErrorsByLine {
  private readonly lines = new Map<number | null, DataProblem[]>()

  add(problems: readonly DataProblem[]): void {
    for (const problem of problems) {
      const known = this.lines.get(problem.line)
      if (known) known.push(problem)
      else this.lines.set(problem.line, [problem])
    }
  }

  of(line: number | null): readonly DataProblem[] | undefined {
    return this.lines.get(line)
  }
}

function resultsByLine(run: Run): ReadonlyMap<number | null, ScoredBody> {
  const standing = new Map(
    run.bodies.map((body) => [
      body,
      { contends: [] as Contender[], leftOut: [] as LeftOutOfRanking[] },
    ]),
  )
  for (const [ranking, node] of run.methodology.rankings.entries()) {
    const evaluated = run.rankings.get(node)
    for (const { body, figure, next, group } of evaluated?.placed ?? []) {
      const { contends } = standing.get(body) ?? {}
      contends?.push({ ranking, figure, next, group: group.key })
    }
    for (const { body, reason } of evaluated?.leftOut ?? []) {
      standing.get(body)?.leftOut.push({ ranking, reason })
    }
  }
  return new Map<number | null, ScoredBody>(
    [...standing].map(([body, found]) => [
      body.given?.place.line ?? null,
      { kind: 'scored', result: bodyResult(run, body), ...found },
    ]),
  )
}
