/** Rules, data sets and runs of the server, whole. */
import { answerOf, type Api } from '../../api/client.js'
import { allPages, MOST_IN_A_PAGE } from '../../api/all-pages.js'
import type {
  DataSet,
  FileMistake,
  MethodologyList,
  RunPage,
  StoredRun,
} from '../../api/answers.js'

export interface YearsStock {
  readonly methodologies: MethodologyList
  readonly mistakes: readonly FileMistake[]
  readonly dataSets: readonly DataSet[]
  /** Methodologies whose data sets are not listed for whoever asks. */
  readonly hiddenDataSets: readonly string[]
  readonly runs: readonly StoredRun[]
  /** Of whoever made the runs, beside their ids. */
  readonly names: RunPage['names']
}

export async function loadYears(
  api: Api,
  signal: AbortSignal,
): Promise<YearsStock> {
  const hidden = new Set<string>()
  const names: Record<string, string> = {}
  const [{ methodologies, mistakes }, dataSets, runs] = await Promise.all([
    answerOf(api.GET('/v1/methodologies', { signal })),
    allPages(async (cursor) => {
      const query = { limit: MOST_IN_A_PAGE, ...cursor }
      const options = { params: { query }, signal }
      const page = await answerOf(api.GET('/v1/data-sets', options))
      page.restricted?.forEach((each) => hidden.add(each))
      return page
    }),
    allPages(async (cursor) => {
      const query = { limit: MOST_IN_A_PAGE, ...cursor }
      const options = { params: { query }, signal }
      const page = await answerOf(api.GET('/v1/runs', options))
      Object.assign(names, page.names)
      return page
    }),
  ])
  return {
    ...{ methodologies, mistakes, dataSets, runs, names },
    hiddenDataSets: [...hidden],
  }
}
