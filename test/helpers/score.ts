/** Scores bodies that stand in the test itself. */
import {
  checkDataset,
  datasetFromJson,
  scoreDataset,
  surroundingsOf,
  type BodyResult,
  type CheckedDataset,
  type DataProblem,
  type Methodology,
  type Register,
  type Run,
  type ScoreResult,
} from '../../engine/index.js'
import { methodology } from './methodology.js'

export type Body = { readonly id: string } & {
  readonly [column: string]: unknown
}

export interface ScoreOptions {
  readonly year?: number
  readonly previous?: readonly Body[]
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
  const known = register ? { register } : {}
  const loaded = typeof rules === 'string' ? methodology(rules) : rules
  const checked = await check(loaded, bodies, {
    year,
    leaveOutBroken,
    ...known,
  })
  const before =
    previous &&
    (
      await check(loaded, previous, {
        year: year - 1,
        ...known,
        ...(register ? { role: 'previous' } : {}),
      })
    ).dataset
  const surroundings = surroundingsOf({
    earlier: before ? new Map([[year - 1, before]]) : new Map(),
    register,
  })
  return scoreDataset(loaded, checked, surroundings, { year, leaveOutBroken })
}

/** Holds bodies against the inputs. */
export function check(
  rules: string | Methodology,
  bodies: readonly Body[],
  options: Omit<ScoreOptions, 'previous'> & {
    readonly role?: 'current' | 'previous'
  } = {},
): Promise<CheckedDataset> {
  const { year = YEAR, leaveOutBroken = false, role = 'current' } = options
  const loaded = typeof rules === 'string' ? methodology(rules) : rules
  const read = datasetFromJson({ bodies }, 'data.json')
  return checkDataset(read, loaded, {
    year,
    leaveOutBroken,
    role,
    register: options.register ?? null,
  })
}

export function messages(problems: readonly DataProblem[]): readonly string[] {
  return problems.map(
    ({ code, body, row, column, message }) =>
      `${code} ${[body, row, column].map((each) => each ?? '-').join(' ')}: ${message}`,
  )
}
