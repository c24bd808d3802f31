/**
 * The register of an example: rows written in the file, with the columns that a
 * register has. Without them the bodies of an example give their attributes
 * themselves, and nobody asks whether they were in force.
 */
import { problem, type Problem } from '../errors.js'
import type { Entry } from '../methodology/entry.js'
import type { Methodology } from '../methodology/methodology.js'
import { readRegister } from '../register/read-register.js'
import {
  KEY_COLUMNS,
  type RawRegister,
  type Register,
} from '../register/register.js'
import { registerInputs } from '../register/year-register.js'

export interface ExampleRegister {
  /** null where the example has none, or one with mistakes. */
  readonly register: Register | null
  readonly problems: readonly Problem[]
}

export async function exampleRegister(
  entry: Entry,
  methodology: Methodology,
): Promise<ExampleRegister> {
  if (!entry.has('register')) return { register: null, problems: [] }
  const at = entry.path('register')
  const id = methodology.register?.id
  if (id === undefined) {
    const why = 'the methodology names no register'
    const info = { key: 'register', why }
    return { register: null, problems: [problem('SETTING_NOT_USED', at, info)] }
  }
  const items = entry.items('register')
  const raw = rawRegister(items, methodology)
  const { register, problems } = await readRegister(id, raw)
  return {
    register,
    problems: problems.map(({ line, body, column, message }) => {
      const row = line === null ? undefined : items[line - 1]
      const has = row && column !== null && row.has(column)
      const words = has || body === null ? message : `${body}: ${message}`
      const place = has ? row.path(column) : (row?.at ?? at)
      return problem('EXAMPLE_DATA', place, { words })
    }),
  }
}

/** Rows may leave out what is empty, and are counted from 1 in messages. */
function rawRegister(
  items: readonly Entry[],
  methodology: Methodology,
): RawRegister {
  const { file } = methodology.source
  const named = items.flatMap((item) => item.keys())
  const attributes = registerInputs(methodology).map(({ column }) => column)
  const columns = [...new Set([...KEY_COLUMNS, ...attributes, ...named])]
  return {
    file,
    columns,
    rows: items.map((item, index) => ({
      cells: new Map(
        item.keys().flatMap((key) => {
          const text = item.text(key)
          return text === null || text === '' ? [] : [[key, text] as const]
        }),
      ),
      place: { file, line: index + 1, path: null },
    })),
  }
}
