/** What a file of a version says beside what the list of versions has of it. */

export interface VersionFile {
  readonly supersedes: string | null
  /** The bodies of a year stand in a register. */
  readonly hasRegister: boolean
  /** Of its data, as the CSV form names them: `bodies`, `goals`, `goals.tasks`. */
  readonly tables: readonly string[]
}

type JsonTable = { readonly [key: string]: unknown }

/** @param file - as the server answers it */
export function readVersionFile(file: unknown): VersionFile {
  const { supersedes, register, inputs } = isTable(file) ? file : {}
  return {
    supersedes: typeof supersedes === 'string' ? supersedes : null,
    hasRegister: register !== undefined,
    tables: ['bodies', ...tablesBelow(inputs, [])],
  }
}

/** Inputs with a type are columns, those without are tables. */
function tablesBelow(
  inputs: unknown,
  path: readonly string[],
): readonly string[] {
  if (!isTable(inputs)) return []
  return Object.entries(inputs).flatMap(([name, value]) => {
    if (!isTable(value) || typeof value['type'] === 'string') return []
    const own = [...path, name]
    return [own.join('.'), ...tablesBelow(value, own)]
  })
}

function isTable(value: unknown): value is JsonTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
