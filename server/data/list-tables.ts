/** Which table each CSV file of a folder holds, told by its name. */
import type { DataProblem } from '../../engine/index.js'
import { fileProblem } from './file-problem.js'

export interface NamedTable {
  /** As ['goals', 'indicators'] for `goals.indicators.csv`. */
  readonly path: readonly string[]
  readonly file: string
}

export interface ListedTables {
  /** Enclosing tables before those inside them; `bodies.csv` is not among them. */
  readonly tables: readonly NamedTable[]
  readonly problems: readonly DataProblem[]
}

/**
 * Files that are not CSV are passed over, and so are those that programs leave
 * behind, such as `.~lock.goals.csv#`, `._goals.csv`, `~$goals.csv`.
 */
export function listTables(
  names: readonly string[],
  folder: string,
  deepest: number,
): ListedTables {
  const csv = names.filter((name) => /^[^.~].*\.csv$/i.test(name)).sort()
  const present = new Set(csv.map((name) => name.slice(0, -'.csv'.length)))
  // Where `bodies.csv` is not there, a `Bodies.csv` is meant for it.
  const bodiesName = present.has('bodies')
    ? 'bodies.csv'
    : csv.find((name) => /^bodies\.csv$/i.test(name))
  const tables: NamedTable[] = []
  const problems: DataProblem[] = []
  for (const name of csv) {
    if (name === bodiesName) continue
    const file = `${folder}/${name}`
    const path = name.slice(0, -'.csv'.length).split('.')
    const problem = nameProblem(name, path, present, { file, deepest })
    if (problem) problems.push(problem)
    else tables.push({ path, file })
  }
  tables.sort((a, b) => a.path.length - b.path.length)
  return { tables, problems }
}

function nameProblem(
  name: string,
  path: readonly string[],
  present: ReadonlySet<string>,
  { file, deepest }: { readonly file: string; readonly deepest: number },
): DataProblem | null {
  if (!name.endsWith('.csv')) {
    const message = `${file} is not read, because its name does not end in ".csv" in small letters. Rename it.`
    return fileProblem('DATA_FILE_UNREADABLE', file, message)
  }
  if (path[0] === 'bodies' || path.includes('')) {
    const better = path.filter((part) => part !== '' && part !== 'bodies')
    const message = `${file} names no table. Tables of a body are named from the body down: rename it to "${better.join('.')}.csv".`
    return fileProblem('TABLE_UNKNOWN', file, message)
  }
  if (path.length + 1 > deepest) {
    const message = `${file} nests rows ${path.length + 1} deep, and ${deepest} is the most that is read.`
    return fileProblem('DATA_TOO_LARGE', file, message)
  }
  const enclosing = path.slice(0, -1).join('.')
  if (enclosing === '' || present.has(enclosing)) return null
  const message = `${file} has rows inside rows of "${enclosing}.csv", which is not in the folder. Add that file, with an id for each of its rows.`
  return fileProblem('PARENT_UNKNOWN', file, message)
}
