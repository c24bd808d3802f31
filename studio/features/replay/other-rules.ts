/** A stored run once more, under the rules of another version: what is asked of the server for it. */
import type {
  ListedVersion,
  MethodologyList,
  RunRequest,
  StoredRun,
} from '../../api/answers.js'
import { coversYear } from '../../methodology/reporting-years.js'

/** Those that new runs may be made with, but the one that the run was made with. */
export function otherVersions(
  methodologies: MethodologyList,
  run: Pick<StoredRun, 'methodology' | 'version'>,
): readonly ListedVersion[] {
  return versionsOf(methodologies, run).filter(
    ({ version, status, withdrawn }) =>
      version !== run.version && status === 'published' && withdrawn === null,
  )
}

/** Whether the rules of a run are meant for its year; null where the version is not listed any more. */
export function isOfItsYear(
  methodologies: MethodologyList,
  run: Pick<StoredRun, 'methodology' | 'version' | 'year'>,
): boolean | null {
  const version = versionOf(methodologies, run)
  return version ? coversYear(version.years, run.year) : null
}

/** null where it is not listed any more. */
function versionOf(
  methodologies: MethodologyList,
  run: Pick<StoredRun, 'methodology' | 'version'>,
): ListedVersion | null {
  const found = versionsOf(methodologies, run).find(
    (each) => each.version === run.version,
  )
  return found ?? null
}

function versionsOf(
  methodologies: MethodologyList,
  run: Pick<StoredRun, 'methodology'>,
): readonly ListedVersion[] {
  return methodologies.find(({ id }) => id === run.methodology)?.versions ?? []
}

/**
 * Runs that a run looked at are given again: those of its own methodology are
 * of earlier years, all others of the same year.
 *
 * @param previous - ids of data sets of earlier years
 * @returns null where it is withheld which data set the run was made from
 */
export function requestUnder(
  run: StoredRun,
  version: string,
  basedOn: readonly StoredRun[],
  previous: readonly string[],
): RunRequest | null {
  const { methodology, year, dataSet, registerSha256: register } = run
  if (dataSet === null) return null
  const isOwn = (each: StoredRun) => each.methodology === methodology
  const history = basedOn.filter(isOwn).map(({ id }) => id)
  const from = basedOn.filter((each) => !isOwn(each)).map(({ id }) => id)
  return {
    ...{ methodology, version, year, dataSet },
    ...(register === null ? {} : { register }),
    ...(previous.length === 0 ? {} : { previous: [...previous] }),
    ...(history.length === 0 ? {} : { history }),
    ...(from.length === 0 ? {} : { from }),
  }
}

/** A stored run by the version as it is now, from the same things: there need not be another. */
export function findSameRun(
  runs: readonly StoredRun[],
  run: StoredRun,
  { version, sha256 }: ListedVersion,
): StoredRun | null {
  const text = (ids: readonly string[]) => [...ids].sort().join(' ')
  const found = runs.find(
    (each) =>
      each.methodology === run.methodology &&
      each.version === version &&
      each.methodologySha256 === sha256 &&
      each.year === run.year &&
      each.dataSet === run.dataSet &&
      [run.registerSha256, null].includes(each.registerSha256) &&
      text(each.basedOn) === text(run.basedOn),
  )
  return found ?? null
}
