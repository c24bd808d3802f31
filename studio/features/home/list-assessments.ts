/** The runs of a server as somebody who comes for the first time reads them: the newest year first. */
import type { components } from '../../api/openapi.js'
import type { FileTitle } from '../../language/title-text.js'

type Schemas = components['schemas']
type Methodologies = Schemas['Methodologies']['methodologies']

export interface Assessment {
  readonly run: string
  readonly year: number
  readonly methodology: string
  readonly version: string
  readonly title: FileTitle
  /** null where the one who asks may not see which data set it was. */
  readonly dataSetName: string | null
  readonly bodies: number | null
}

export function listAssessments(
  methodologies: Methodologies,
  runs: readonly Schemas['StoredRun'][],
  dataSets: readonly Schemas['DataSet'][],
): readonly Assessment[] {
  const titles = new Map(
    methodologies.flatMap(({ id, versions }) =>
      versions.map(
        ({ version, title }) => [`${id}@${version}`, title] as const,
      ),
    ),
  )
  const sets = new Map(dataSets.map((each) => [each.id, each]))
  return runs
    .map(({ id, year, methodology, version, dataSet }) => {
      const set = sets.get(dataSet ?? '')
      return {
        run: id,
        year,
        methodology,
        version,
        title: titles.get(`${methodology}@${version}`) ?? null,
        dataSetName: set?.name ?? null,
        bodies: set?.bodies ?? null,
      }
    })
    .sort(
      (one, other) =>
        other.year - one.year ||
        (other.bodies ?? 0) - (one.bodies ?? 0) ||
        one.methodology.localeCompare(other.methodology, 'en'),
    )
}
