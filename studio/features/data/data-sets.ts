/** Data sets as the screens list them: in order of loading, with what replaces what. */
import { answerOf, type Api } from '../../api/client.js'
import type { components } from '../../api/openapi.js'

type Schemas = components['schemas']
export type DataSet = Schemas['DataSet']
export type DescribedDataSet = Schemas['DescribedDataSet']
export type DataSetPage = Schemas['DataSetPage']
export type ListedVersion = Schemas['ListedVersion']

export interface DataSetFilter {
  readonly methodology: string
  /** As it was typed; '' for every year. */
  readonly year: string
}

/** The server lists this many at once at most. */
const MOST_AT_ONCE = '100'

export function listDataSets(
  api: Api,
  { methodology, year }: DataSetFilter,
  after: string | null,
  { signal, limit }: { signal?: AbortSignal; limit?: string } = {},
): Promise<DataSetPage> {
  const query = {
    ...(methodology === '' ? {} : { methodology }),
    ...(year === '' ? {} : { year }),
    ...(after === null ? {} : { after }),
    ...(limit === undefined ? {} : { limit }),
  }
  const init = { params: { query }, ...(signal ? { signal } : {}) }
  return answerOf(api.GET('/v1/data-sets', init))
}

/** Pages in the order in which they were asked for, as one. */
export function joinPages(pages: readonly DataSetPage[]): DataSetPage {
  const restricted = [
    ...new Set(pages.flatMap((page) => page.restricted ?? [])),
  ]
  return {
    items: pages.flatMap(({ items }) => items),
    names: Object.fromEntries(
      pages.flatMap(({ names }) => Object.entries(names)),
    ),
    next: pages.at(-1)?.next ?? null,
    ...(restricted.length > 0 ? { restricted } : {}),
  }
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
  const options = { signal, limit: MOST_AT_ONCE }
  let after: string | null = null
  do {
    const page: DataSetPage = await listDataSets(api, filter, after, options)
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
    published.findLast((version) => assesses(version, year)) ??
    versions.findLast((version) => assesses(version, year)) ??
    published.at(-1) ??
    versions.at(-1) ??
    null
  )
}

function assesses({ years }: ListedVersion, year: number): boolean {
  return years.kind === 'list'
    ? years.years.includes(year)
    : years.from <= year && year <= (years.to ?? Infinity)
}
