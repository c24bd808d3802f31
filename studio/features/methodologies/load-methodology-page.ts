/** Everything about one methodology: versions, their files and publications, drafts and runs. */
import type {
  FileMistake,
  ListedDraft,
  ListedVersion,
  StoredRun,
} from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import type { components } from '../../api/openapi.js'
import { ServerRefusal } from '../../api/problem.js'
import { listDrafts } from './list-drafts.js'
import { timelineOf, type Timeline } from './timeline.js'
import { readVersionFile, type VersionFile } from './version-file.js'

type Publication = components['schemas']['Publication']

export interface DescribedVersion {
  readonly listed: ListedVersion
  readonly file: VersionFile
  /** null for what was imported from a folder. */
  readonly publication: Publication | null
}

export interface MethodologyPage {
  readonly versions: readonly DescribedVersion[]
  readonly timeline: Timeline
  readonly mistakes: readonly FileMistake[]
  readonly drafts: readonly ListedDraft[]
  readonly runs: readonly StoredRun[]
}

export interface Asked {
  readonly methodology: string
  readonly today: number
  /** The one who asks may see drafts. */
  readonly withDrafts: boolean
}

export async function loadMethodologyPage(
  api: Api,
  { methodology, today, withDrafts }: Asked,
  signal: AbortSignal,
): Promise<MethodologyPage> {
  const path = { methodology }
  const query = { methodology, limit: '20' }
  const [{ versions, mistakes }, drafts, runs] = await Promise.all([
    answerOf(
      api.GET('/v1/methodologies/{methodology}', { params: { path }, signal }),
    ),
    withDrafts ? listDrafts(api, signal, methodology) : [],
    answerOf(api.GET('/v1/runs', { params: { query }, signal })),
  ])
  const described = await Promise.all(
    versions.map(async (listed) => {
      const [file, publication] = await Promise.all([
        loadFile(api, listed, signal),
        loadPublication(api, listed, signal),
      ])
      return { listed, file, publication }
    }),
  )
  return {
    ...{ versions: described, timeline: timelineOf(versions, today) },
    ...{ mistakes, drafts, runs: runs.items },
  }
}

async function loadFile(
  api: Api,
  { id, version }: ListedVersion,
  signal: AbortSignal,
): Promise<VersionFile> {
  const address = '/v1/methodologies/{methodology}/versions/{version}'
  const params = { path: { methodology: id, version } }
  const file: unknown = await answerOf(api.GET(address, { params, signal }))
  return readVersionFile(file)
}

async function loadPublication(
  api: Api,
  { id, version }: ListedVersion,
  signal: AbortSignal,
): Promise<Publication | null> {
  const address =
    '/v1/methodologies/{methodology}/versions/{version}/publication'
  const params = { path: { methodology: id, version } }
  try {
    return await answerOf(api.GET(address, { params, signal }))
  } catch (error) {
    const isUnpublished = error instanceof ServerRefusal && error.status === 404
    if (isUnpublished) return null
    throw error
  }
}
