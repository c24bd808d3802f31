/** Why a cell of a keyed table does not fit its column. */
import { isDate } from '../date.js'
import { parseFraction } from '../number/text.js'
import type { Path } from '../source/path.js'
import type { Entry } from './entry.js'
import type { CellType } from './keyed-table.js'
import { show } from './structure.js'

export interface CellFault {
  readonly at: Path
  readonly info: { readonly received: string; readonly expected: string }
}

/** How people say true and false where YAML takes no other words. */
const TRUTHS: ReadonlyMap<string, string> = new Map([
  ...['yes', 'y', 'да', 'иә', 'ия', '+', '1', 'on'].map(
    (word) => [word, 'true'] as const,
  ),
  ...['no', 'n', 'нет', 'жоқ', '-', '0', 'off'].map(
    (word) => [word, 'false'] as const,
  ),
])

/** @returns null where it fits; what the schema refuses in any cell fits too */
export function cellFault(item: Entry, type: CellType): CellFault | null {
  const tree = item.own()
  const text = (item.ownText() ?? '').trim()
  const fault = (expected: string, at = item.at): CellFault => ({
    at,
    info: { received: show(tree), expected },
  })
  if (type === 'list') return listFault(item)
  if (Array.isArray(tree)) {
    return fault(`one value for a column of type ${type}, or "type: list",`)
  }
  switch (type) {
    case 'number': {
      const isNumber = typeof parseFraction(text) !== 'string'
      return isNumber
        ? null
        : fault('a decimal number or a fraction such as 1/3')
    }
    case 'boolean': {
      if (typeof tree === 'boolean') return null
      const meant =
        TRUTHS.get(text.toLowerCase()) ??
        ['true', 'false'].find((word) => word === text.toLowerCase())
      const hint =
        meant === undefined ? '' : ` (write ${meant}, without quotes)`
      return fault(`true or false${hint}`)
    }
    case 'date':
      return isDate(text) ? null : fault('a date as YYYY-MM-DD')
    case 'text':
      return typeof tree === 'boolean'
        ? fault('text; put the word into double quotes,')
        : null
    case 'level':
      return null
  }
}

function listFault(item: Entry): CellFault | null {
  const tree = item.own()
  if (!Array.isArray(tree)) {
    const text = item.ownText() ?? ''
    return {
      at: item.at,
      info: {
        received: show(tree),
        expected: `a list, as [${text.split(/[\s,;]+/).join(', ')}],`,
      },
    }
  }
  for (const [index] of tree.entries()) {
    const word = item.item(index)
    const text = word.ownText()
    if (text !== null && text !== '' && !/[\s,;]/.test(text.trim())) continue
    const parts = (text ?? '').split(/[\s,;]+/).filter((part) => part !== '')
    const info = {
      received: show(text),
      expected:
        parts.length > 1
          ? `one name in each place of the list, with commas between them (${parts.join(', ')}),`
          : 'a name',
    }
    return { at: word.at, info }
  }
  return null
}
