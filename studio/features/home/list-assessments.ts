/** The runs of a server as somebody who comes for the first time reads them: the newest year first. */
import type { DataSet, StoredRun } from '../../api/answers.js'
import { compareNames } from '../../format/alphabet.js'
import type { FileTitle } from '../../language/title-text.js'
import type { MethodologyNames } from '../../methodology/methodology-names.js'

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
  titles: MethodologyNames,
  runs: readonly StoredRun[],
  dataSets: readonly DataSet[],
): readonly Assessment[] {
  const sets = new Map(dataSets.map((each) => [each.id, each]))
  return runs
    .map(({ id, year, methodology, version, dataSet }) => {
      const set = sets.get(dataSet ?? '')
      return {
        run: id,
        year,
        methodology,
        version,
        title: titles.title(methodology, version),
        dataSetName: set?.name ?? null,
        bodies: set?.bodies ?? null,
      }
    })
    .sort(
      (one, other) =>
        other.year - one.year ||
        (other.bodies ?? 0) - (one.bodies ?? 0) ||
        compareNames(
          titles.text(one.methodology, one.version),
          titles.text(other.methodology, other.version),
        ),
    )
}
