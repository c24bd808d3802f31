/** Data sets as the screens list them: in order of loading, with what replaces what. */
import type { DataSet, ListedVersion } from '../../api/answers.js'
import { MOST_IN_A_PAGE, type PageCursor } from '../../api/all-pages.js'
import { answerOf, type Api } from '../../api/client.js'
import type { components } from '../../api/openapi.js'
import { coversYear } from '../../methodology/reporting-years.js'

type Schemas = components['schemas']
export type DescribedDataSet = Schemas['DescribedDataSet']
export type DataSetPage = Schemas['DataSetPage']

export interface DataSetFilter {
  readonly methodology: string
  /** As it was typed; '' for every year. */
  readonly year: string
}

export function listDataSets(
  api: Api,
  { methodology, year }: DataSetFilter,
  paging: PageCursor & { readonly limit?: string },
  signal: AbortSignal,
): Promise<DataSetPage> {
  const query = {
    ...(methodology === '' ? {} : { methodology }),
    ...(year === '' ? {} : { year }),
    ...paging,
  }
  return answerOf(api.GET('/v1/data-sets', { params: { query }, signal }))
}

/** The data sets that correct this one, the newest first. */
export function correctionsOf(
  id: string,
  among: readonly DataSet[],
): readonly DataSet[] {
  return among.filter(({ replaces }) => replaces === id)
}

/**
 * The data sets of the same methodology that were loaded after this one: what
 * replaces it is among them, as a correction is loaded later than what it
 * corrects.
 */
export async function listNewer(
  api: Api,
  { id, methodology }: DataSet,
  signal: AbortSignal,
): Promise<readonly DataSet[]> {
  const newer: DataSet[] = []
  const filter = { methodology: methodology ?? '', year: '' }
  let after: string | null = null
  do {
    const cursor = after === null ? {} : { after }
    const paging = { limit: MOST_IN_A_PAGE, ...cursor }
    const page: DataSetPage = await listDataSets(api, filter, paging, signal)
    const at = page.items.findIndex((each) => each.id === id)
    newer.push(...(at < 0 ? page.items : page.items.slice(0, at)))
    after = at < 0 ? page.next : null
  } while (after !== null)
  return newer
}

/**
 * The version whose columns describe data of a year: the one that assesses it,
 * a published one before a draft, the one listed last where there are several;
 * any version where none assesses the year.
 */
export function versionOfYear(
  versions: readonly ListedVersion[],
  year: number,
): ListedVersion | null {
  const published = versions.filter(
    ({ status, withdrawn }) => status === 'published' && withdrawn === null,
  )
  return (
    published.findLast(({ years }) => coversYear(years, year)) ??
    versions.findLast(({ years }) => coversYear(years, year)) ??
    published.at(-1) ??
    versions.at(-1) ??
    null
  )
}
