/** Has the server score the data of a stored run under the rules of another version, beside what the run looked at. */
import type { ListedVersion, RunRequest, StoredRun } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import { ServerRefusal } from '../../api/problem.js'
import { findSameRun, requestUnder } from './other-rules.js'

/** @returns the id of the run, which may have been there already */
export async function runUnder(
  api: Api,
  run: StoredRun,
  version: ListedVersion,
): Promise<string | null> {
  const { dataSet } = run
  if (dataSet === null) return null
  const previous = await previousData(api, run)
  if (previous.length === 0) {
    const query = { dataSet, methodology: run.methodology, limit: '100' }
    const { items } = await answerOf(api.GET('/v1/runs', { params: { query } }))
    const same = findSameRun(items, run, version)
    if (same) return same.id
  }
  const basedOn = await Promise.all(run.basedOn.map((id) => getRun(api, id)))
  const request = requestUnder(run, version.version, basedOn, previous)
  return request && makeRun(api, request)
}

export function getRun(
  api: Api,
  id: string,
  signal?: AbortSignal,
): Promise<StoredRun> {
  const params = { path: { id } }
  return answerOf(
    api.GET('/v1/runs/{id}', { params, ...(signal ? { signal } : {}) }),
  )
}

/** A register that the other version does not look at is left out. */
async function makeRun(api: Api, request: RunRequest): Promise<string> {
  try {
    return (await answerOf(api.POST('/v1/runs', { body: request }))).run.id
  } catch (error) {
    const isUnused =
      error instanceof ServerRefusal &&
      error.problem.code === 'REGISTER_NOT_USED'
    if (!isUnused) throw error
    const body = { ...request }
    delete body.register
    return (await answerOf(api.POST('/v1/runs', { body }))).run.id
  }
}

/** The newest data sets of the earlier years that a run read: it states their hashes by its rules, not their ids. */
async function previousData(
  api: Api,
  { id, methodology, year }: StoredRun,
): Promise<readonly string[]> {
  const params = { path: { id } }
  const { data } = await answerOf(api.GET('/v1/runs/{id}/result', { params }))
  const years =
    data.earlier?.map((each) => each.year) ?? (data.previous ? [year - 1] : [])
  const newest = years.map(async (of) => {
    const query = { methodology, year: String(of), limit: '1' }
    const page = await answerOf(api.GET('/v1/data-sets', { params: { query } }))
    return page.items.map((each) => each.id)
  })
  return (await Promise.all(newest)).flat()
}
