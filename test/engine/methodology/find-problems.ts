/** Everything that `olshem check` would say of one file, in its order. */
import {
  findVersionProblems,
  loadMethodology,
  runExamples,
  type LocatedProblem,
} from '../../../engine/index.js'
import { readExampleData } from '../../../server/catalogue/example-data.js'

/** @param file - data files of examples are looked for beside it */
export async function findProblems(
  file: string,
  text: string,
): Promise<readonly LocatedProblem[]> {
  const loaded = loadMethodology(file, text)
  const { problems } = await runExamples(loaded, (path, year) =>
    readExampleData(file, path, year),
  )
  const ofVersions = loaded.usable ? findVersionProblems([loaded.usable]) : []
  return [...loaded.problems, ...problems, ...ofVersions].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  )
}

/** As `12 UNKNOWN_NAME`, to compare many at once. */
export function linesAndCodes(
  problems: readonly LocatedProblem[],
): readonly string[] {
  return problems.map(({ line, code }) => `${line} ${code}`)
}
