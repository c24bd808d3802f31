/** What the effect is computed from, fetched: a version, a data set, and what the run of the two looked at. */
import type { DataSet, StoredRun } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import { loadNamesByHash } from '../../bodies/load-register-names.js'
import type { RegisterNames } from '../../bodies/register-names.js'
import { versionText } from '../../methodology/version-text.js'
import type { EffectSetting } from './effect-setting.js'

export interface EffectSource {
  readonly methodology: string
  /** The version that the effect is measured from. */
  readonly version: string
  /** null: the newest of the last year that the version scored. */
  readonly dataSet: string | null
}

export interface LoadedEffectSource {
  /** Those that can be chosen, newest years first. */
  readonly dataSets: readonly DataSet[]
  /** null where the methodology has no data set. */
  readonly chosen: {
    readonly dataSet: DataSet
    /** The newest run of the version over the data set; null where there is none. */
    readonly run: string | null
    readonly setting: EffectSetting
    /** Of the register of the run; null where it has none. */
    readonly names: RegisterNames | null
  } | null
}

/** The most that a page of answers has. */
const LIMIT = '100'

export async function loadEffectSource(
  api: Api,
  { methodology, version, dataSet }: EffectSource,
  signal: AbortSignal,
): Promise<LoadedEffectSource> {
  const query = { methodology, limit: LIMIT }
  const [sets, runs] = await Promise.all([
    answerOf(api.GET('/v1/data-sets', { params: { query }, signal })),
    answerOf(api.GET('/v1/runs', { params: { query }, signal })),
  ])
  const ofVersion = runs.items.filter((run) => run.version === version)
  const dataSets = [...sets.items].sort(
    (one, other) =>
      other.year - one.year || (one.loadedAt < other.loadedAt ? 1 : -1),
  )
  const chosen = chooseDataSet(dataSets, ofVersion, dataSet)
  if (!chosen) return { dataSets, chosen: null }
  const run = ofVersion.find((each) => each.dataSet === chosen.id) ?? null
  const [setting, names] = await Promise.all([
    loadSetting(api, { methodology, version, dataSet: chosen, run }, signal),
    loadNamesByHash(api, run?.registerSha256 ?? null, chosen.year),
  ])
  return {
    dataSets,
    chosen: { dataSet: chosen, run: run?.id ?? null, setting, names },
  }
}

/** @param dataSets - newest years first; of a year those loaded last first */
export function chooseDataSet(
  dataSets: readonly DataSet[],
  runs: readonly Pick<StoredRun, 'year'>[],
  wanted: string | null,
): DataSet | null {
  const named = dataSets.find(({ id }) => id === wanted)
  const last = runs.reduce((year, run) => Math.max(year, run.year), -Infinity)
  const ofLast = dataSets.find(({ year }) => year === last)
  return named ?? ofLast ?? dataSets[0] ?? null
}

interface Chosen {
  readonly methodology: string
  readonly version: string
  readonly dataSet: DataSet
  readonly run: StoredRun | null
}

async function loadSetting(
  api: Api,
  { methodology, version, dataSet, run }: Chosen,
  signal: AbortSignal,
): Promise<EffectSetting> {
  const [base, data, registers, result, runs] = await Promise.all([
    versionText(api, { methodology, version }, signal),
    loadData(api, dataSet.id, signal),
    loadRegisters(api, run?.registerSha256 ?? null, signal),
    run ? loadResult(api, run.id, signal) : null,
    Promise.all((run?.basedOn ?? []).map((id) => loadResult(api, id, signal))),
  ])
  const found = result ? lookedAt(result) : NOTHING
  const earlier = await Promise.all(
    found.earlier.map((sha256) => loadData(api, sha256, signal)),
  )
  const { leaveOutBroken } = found
  const { year } = dataSet
  return { base, year, data, registers, earlier, runs, leaveOutBroken }
}

/** As text: what is canonical must not be written anew. */
async function loadData(
  api: Api,
  id: string,
  signal: AbortSignal,
): Promise<string> {
  const text: unknown = await answerOf(
    api.GET('/v1/data-sets/{id}/data', {
      params: { path: { id } },
      ...{ parseAs: 'text', signal },
    }),
  )
  return String(text)
}

async function loadResult(
  api: Api,
  id: string,
  signal: AbortSignal,
): Promise<unknown> {
  const params = { path: { id } }
  return answerOf(api.GET('/v1/runs/{id}/result', { params, signal }))
}

/** @param used - the state that the run used; of all others the one loaded last */
async function loadRegisters(
  api: Api,
  used: string | null,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { items } = await answerOf(api.GET('/v1/registers', { signal }))
  const states = new Map<string, string>()
  for (const { id, sha256 } of items) {
    if (sha256 === used || !states.has(id)) states.set(id, sha256)
  }
  return Promise.all(
    [...states].map(async ([id, sha256]) =>
      JSON.stringify(
        await answerOf(
          api.GET('/v1/registers/{id}/{sha256}', {
            params: { path: { id, sha256 } },
            signal,
          }),
        ),
      ),
    ),
  )
}

interface LookedAt {
  /** Data sets of earlier years. */
  readonly earlier: readonly string[]
  readonly leaveOutBroken: boolean
}

const NOTHING: LookedAt = { earlier: [], leaveOutBroken: false }

/** What a result says of the data that it looked at; its hashes may be withheld. */
export function lookedAt(result: unknown): LookedAt {
  const { data, leftOut } = result as {
    readonly data?: {
      readonly previous?: { readonly sha256?: string }
      readonly earlier?: readonly { readonly sha256?: string }[]
    } | null
    readonly leftOut?: readonly unknown[]
  }
  const earlier = data?.earlier ?? [data?.previous ?? {}]
  return {
    earlier: earlier.flatMap(({ sha256 }) => sha256 ?? []),
    leaveOutBroken: (leftOut?.length ?? 0) > 0,
  }
}
