/** The file with its defaults filled in -> the file with its entries repeated for rows of tables. */
import type { Problem } from '../../errors.js'
import type { Path } from '../../source/path.js'
import type { Source, Tree } from '../../source/source.js'
import { Entry } from '../entry.js'
import type { WrittenTable } from '../keyed-table.js'
import type { FilledSource } from '../locate.js'
import { readKeyedTables } from '../read-keyed-tables.js'
import { isTable } from '../tables.js'
import { expandEach, type Expanded } from './expand.js'

export interface Repeated {
  readonly form: FilledSource
  readonly expanded: Omit<Expanded, 'tree' | 'origins'>
  readonly tables: ReadonlyMap<string, WrittenTable>
}

export interface WithDefaults {
  readonly tree: Tree
  readonly borrowed: ReadonlyMap<string, Path>
  readonly renamed: ReadonlyMap<string, string>
}

/** @param refused - paths whose content is not what the file says */
export function repeatEntries(
  source: Source,
  { tree, borrowed, renamed }: WithDefaults,
  refused: readonly Path[],
): Repeated {
  const form = { source, tree, borrowed, renamed, origins: new Map() }
  if (!isTable(tree)) return { form, expanded: NOTHING, tables: new Map() }
  const root = new Entry(form, [], tree)
  const { tables, problems } = readKeyedTables(root)
  const known = problems.filter((found) => !isRefused(found, refused))
  const expanded = expandEach(tree, root, tables, refused)
  return {
    form: { ...form, tree: expanded.tree, origins: expanded.origins },
    expanded: { ...expanded, problems: [...known, ...expanded.problems] },
    tables,
  }
}

/** What YAML refused is not reported again. */
function isRefused({ at }: Problem, refused: readonly Path[]): boolean {
  return refused.some((path) =>
    path.every((step, index) => String(at[index]) === String(step)),
  )
}

const NOTHING: Repeated['expanded'] = {
  problems: [],
  instances: new Map(),
  broken: [],
  lost: [],
  made: (written) => [written],
}
