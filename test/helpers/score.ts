/** Scores bodies that stand in the test itself. */
import {
  checkDataset,
  datasetFromJson,
  scoreDataset,
  surroundingsOf,
  type BodyResult,
  type CheckedDataset,
  type DataProblem,
  type Dataset,
  type KnownRun,
  type Methodology,
  type Register,
  type Run,
  type ScoreResult,
  type Surroundings,
} from '../../engine/index.js'
import { methodology } from './methodology.js'

export type Body = { readonly id: string } & {
  readonly [column: string]: unknown
}

export interface ScoreOptions {
  readonly year?: number
  readonly previous?: readonly Body[]
  /** Data of two and more years before, by their year. */
  readonly earlier?: { readonly [year: string]: readonly Body[] }
  /** Results of earlier years. */
  readonly history?: readonly KnownRun[]
  /** Results of other methodologies. */
  readonly others?: readonly KnownRun[]
  readonly leaveOutBroken?: boolean
  readonly register?: Register
}

export interface ScoredBodies {
  readonly result: ScoreResult
  readonly run: Run
  /** The result of one body. */
  readonly of: (id: string) => BodyResult
}

const YEAR = 2020

/** @throws where nothing was scored, naming the problems of the data */
export async function score(
  rules: string | Methodology,
  bodies: readonly Body[],
  options: ScoreOptions = {},
): Promise<ScoredBodies> {
  const scored = await tryScore(rules, bodies, options)
  const { result, run, problems } = scored
  if (!result || !run) throw new Error(messages(problems).join('\n'))
  const of = (id: string) => {
    const found = result.results.find((each) => each.id === id)
    if (!found) throw new Error(`No result of ${id}`)
    return found
  }
  return { result, run, of }
}

/** The same, for data with problems. */
export async function tryScore(
  rules: string | Methodology,
  bodies: readonly Body[],
  options: ScoreOptions = {},
): Promise<{
  readonly result: ScoreResult | null
  readonly run: Run | null
  readonly problems: readonly DataProblem[]
}> {
  const { year = YEAR, leaveOutBroken = false, previous } = options
  const { register = null } = options
  const loaded = typeof rules === 'string' ? methodology(rules) : rules
  const given = Object.entries<readonly Body[]>({
    ...(previous ? { [year - 1]: previous } : {}),
    ...options.earlier,
  })
  const earlier = new Map<number, Dataset>()
  for (const [of, rows] of given) {
    const role = previous && !register ? 'current' : 'previous'
    const { dataset } = await check(loaded, rows, {
      year: Number(of),
      role,
      surroundings: surroundingsOf({ register }),
    })
    if (dataset) earlier.set(Number(of), dataset)
  }
  const { history = [], others = [] } = options
  const surroundings = surroundingsOf({
    earlier,
    history: new Map(history.map((run) => [run.year, run])),
    others: new Map(others.map((run) => [run.methodology, run])),
    register,
  })
  const checked = await check(loaded, bodies, {
    year,
    leaveOutBroken,
    surroundings,
  })
  return scoreDataset(loaded, checked, surroundings, { year, leaveOutBroken })
}

/** Holds bodies against the inputs. */
export function check(
  rules: string | Methodology,
  bodies: readonly Body[],
  options: Omit<ScoreOptions, 'previous'> & {
    readonly role?: 'current' | 'previous'
    readonly surroundings?: Surroundings
  } = {},
): Promise<CheckedDataset> {
  const { year = YEAR, leaveOutBroken = false, role = 'current' } = options
  const loaded = typeof rules === 'string' ? methodology(rules) : rules
  const read = datasetFromJson({ bodies }, 'data.json')
  const { surroundings } = options
  return checkDataset(read, loaded, {
    year,
    leaveOutBroken,
    role,
    ...(surroundings ? { surroundings } : {}),
  })
}

export function messages(problems: readonly DataProblem[]): readonly string[] {
  return problems.map(
    ({ code, body, row, column, message }) =>
      `${code} ${[body, row, column].map((each) => each ?? '-').join(' ')}: ${message}`,
  )
}
