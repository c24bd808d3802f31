/** Two runs as the screen sets them side by side, with what their bodies, rankings and inputs are called. */
import type { ScoreAnswer, StoredRun } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import { loadRegisterNames } from '../../bodies/load-register-names.js'
import type { RegisterNames } from '../../bodies/register-names.js'
import type { NamedBody } from '../../bodies/shown-name.js'
import { readRulesWords, type RulesWords } from './rules-words.js'
import type { RunComparison } from './standings.js'

export interface Compared {
  readonly comparison: RunComparison
  /** As the second run names them, or else the first. */
  readonly bodies: ReadonlyMap<string, NamedBody>
  /** null where neither run names a register. */
  readonly names: RegisterNames | null
  readonly scored: { readonly a: BodyCounts; readonly b: BodyCounts }
}

export interface BodyCounts {
  readonly bodies: number
  readonly notScored: number
}

export interface BothWords {
  readonly a: RulesWords
  readonly b: RulesWords
}

export async function loadComparison(
  api: Api,
  a: string,
  b: string,
  signal: AbortSignal,
): Promise<Compared> {
  const query = { a, b }
  const [comparison, first, second] = await Promise.all([
    answerOf(api.GET('/v1/run-comparison', { params: { query }, signal })),
    ...[a, b].map((id) =>
      answerOf(
        api.GET('/v1/runs/{id}/result', { params: { path: { id } }, signal }),
      ),
    ),
  ])
  const bodiesOf = (result: typeof first) => result?.results ?? []
  const bodies = [...bodiesOf(first), ...bodiesOf(second)].flatMap((body) =>
    body.name === null ? [] : [[body.id, body] as const],
  )
  return {
    comparison,
    bodies: new Map(bodies),
    names: await namesOf(api, [first, second]),
    scored: { a: countsOf(bodiesOf(first)), b: countsOf(bodiesOf(second)) },
  }
}

async function namesOf(
  api: Api,
  results: readonly (ScoreAnswer | undefined)[],
): Promise<RegisterNames | null> {
  const loaded = await Promise.all(
    results.map((each) =>
      loadRegisterNames(api, each?.register, each?.year ?? 0),
    ),
  )
  const found = loaded.filter((each) => each !== null)
  return found.length === 0 ? null : new Map(found.flatMap((each) => [...each]))
}

/** Bodies that are not applicable do not lack anything. */
function countsOf(bodies: readonly { readonly status: string }[]): BodyCounts {
  const notScored = bodies.filter(({ status }) => status === 'not-scored')
  return { bodies: bodies.length, notScored: notScored.length }
}

/** The file of one version is read once. */
export async function readBothWords(
  api: Api,
  a: StoredRun,
  b: StoredRun,
): Promise<BothWords> {
  const first = readRulesWords(api, a)
  const isOne = a.methodology === b.methodology && a.version === b.version
  const second = isOne ? first : readRulesWords(api, b)
  return { a: await first, b: await second }
}
