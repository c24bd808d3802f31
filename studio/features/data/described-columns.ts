/** What a methodology says of the columns of its data; the engine is loaded to read it. */
import type { ListedVersion } from '../../api/answers.js'
import type { DescribedColumn, DescribedTable } from '../../../engine/index.js'
import { answerOf, type Api } from '../../api/client.js'
import { versionText } from '../../methodology/version-text.js'
import { BODIES } from './data-tables.js'
import { versionOfYear } from './data-sets.js'

export type { DescribedColumn, DescribedTable }

/** As files and errors name a table. */
export function tableName({ path }: Pick<DescribedTable, 'path'>): string {
  return path.length === 0 ? BODIES : path.join('.')
}

/** What a register gives is in no file. */
export function columnsAsked(
  tables: readonly DescribedTable[],
  name: string,
): readonly DescribedColumn[] {
  const table = tables.find((each) => tableName(each) === name)
  return table?.columns.filter(({ empty }) => empty.kind !== 'registered') ?? []
}

/** What a version says of its data. */
export interface DescribedData {
  readonly tables: readonly DescribedTable[]
  /** Where its bodies are registered. */
  readonly register: string | null
}

/** Of a file with mistakes, which the server does not load data by, too. */
export const NOT_DESCRIBED: DescribedData = { tables: [], register: null }

export async function describeVersion(
  api: Api,
  methodology: string,
  version: string,
  signal: AbortSignal,
): Promise<DescribedData> {
  const [text, { describeColumns, loadMethodology }] = await Promise.all([
    versionText(api, { methodology, version }, signal),
    import('../../../engine/index.js'),
  ])
  const { methodology: read } = loadMethodology(version, text)
  if (!read) return NOT_DESCRIBED
  const register = read.register?.id ?? null
  return { tables: describeColumns(read), register }
}

/** Of data that are there already: the version that assesses their year. */
export async function describeYear(
  api: Api,
  methodology: string | null,
  year: number,
  signal: AbortSignal,
): Promise<DescribedData> {
  if (methodology === null) return NOT_DESCRIBED
  const listed = await answerOf(api.GET('/v1/methodologies', { signal }))
  const versions: readonly ListedVersion[] =
    listed.methodologies.find(({ id }) => id === methodology)?.versions ?? []
  const version = versionOfYear(versions, year)
  if (!version) return NOT_DESCRIBED
  return describeVersion(api, methodology, version.version, signal)
}
