/** All that the screen of a run shows. */
import type { DataSet, ScoreAnswer, StoredRun } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import type { components } from '../../api/openapi.js'
import { ServerRefusal } from '../../api/problem.js'
import { loadRegisterNames } from '../../bodies/load-register-names.js'
import type { RegisterNames } from '../../bodies/register-names.js'
import { loadRules } from '../../methodology/load-rules.js'
import { outlineOf, type RunOutline } from './run-outline.js'

type Schemas = components['schemas']
export type DescribedRun = Schemas['DescribedRun']

export interface OpenedRun {
  readonly run: DescribedRun
  readonly result: ScoreAnswer
  /** null where the rules of the run are not among those of the server. */
  readonly outline: RunOutline | null
  /** null where the rules name no register. */
  readonly names: RegisterNames | null
  /** null where it is withheld. */
  readonly dataSet: DataSet | null
  /** The runs that it builds on; null where the server has one no more. */
  readonly builtOn: readonly {
    readonly id: string
    readonly run: StoredRun | null
  }[]
}

export async function loadRun(
  api: Api,
  id: string,
  signal: AbortSignal,
): Promise<OpenedRun> {
  const params = { path: { id } }
  const scored = loadResult(api, id, signal)
  // Where the run itself is refused, nobody waits for this one.
  scored.catch(() => undefined)
  const run = await answerOf(api.GET('/v1/runs/{id}', { params, signal }))
  const { methodology, version, methodologySha256 } = run
  const rules = { methodology, version }
  const [read, dataSet, builtOn] = await Promise.all([
    loadRules(api, rules, signal, methodologySha256),
    run.dataSet === null ? null : loadDataSet(api, run.dataSet, signal),
    Promise.all(
      run.basedOn.map(async (each) => {
        const path = { params: { path: { id: each } }, signal }
        const found = answerOf(api.GET('/v1/runs/{id}', path))
        return { id: each, run: await unlessRefused(found) }
      }),
    ),
  ])
  const outline = read && outlineOf(read)
  return { run, ...(await scored), outline, dataSet, builtOn }
}

async function loadResult(api: Api, id: string, signal: AbortSignal) {
  const options = { params: { path: { id } }, signal }
  const result = await answerOf(api.GET('/v1/runs/{id}/result', options))
  const { register, year } = result
  return { result, names: await loadRegisterNames(api, register, year) }
}

function loadDataSet(api: Api, id: string, signal: AbortSignal) {
  const options = { params: { path: { id } }, signal }
  return unlessRefused(answerOf(api.GET('/v1/data-sets/{id}', options)))
}

async function unlessRefused<Value>(
  answer: Promise<Value>,
): Promise<Value | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ServerRefusal) return null
    throw error
  }
}
