/** Translations of an entry with `each`, one for each entry that was made from it. */
import { pathKey, type Path } from '../../source/path.js'
import type { Tree } from '../../source/source.js'
import { isTable, tableOf, type Table } from '../tables.js'
import type { Copy } from './expand.js'
import type { Filling } from './fill.js'

/** @param copies - the entries that were made */
export function expandTexts(
  texts: Table,
  copies: readonly Copy[],
  filling: Filling,
): Tree {
  const byTemplate = new Map<string, Copy[]>()
  for (const copy of copies) {
    const path = copy.template.at.join('.')
    const known = byTemplate.get(path)
    if (known) known.push(copy)
    else byTemplate.set(path, [copy])
  }
  return tableOf(
    Object.entries(texts).map(([language, table]) => [
      language,
      isTable(table)
        ? expandLanguage(language, table, byTemplate, filling)
        : table,
    ]),
  )
}

function expandLanguage(
  language: string,
  table: Table,
  byTemplate: ReadonlyMap<string, readonly Copy[]>,
  filling: Filling,
): Tree {
  return tableOf(
    Object.entries(table).flatMap(([path, text]) => {
      const found = [...byTemplate].find(([template]) =>
        path.startsWith(`${template}.`),
      )
      if (!found) return [[path, text] as const]
      const [template, copies] = found
      const rest = path.slice(template.length)
      const from: Path = ['texts', language, path]
      return copies.flatMap(({ template: { section }, name, filler }) => {
        const key = `${section}.${name}${rest}`
        const to = ['texts', language, key]
        filling.origins.set(pathKey(to), from)
        const filled = filler.fill(text, to, [...from, 'title'])
        return filled === undefined ? [] : [[key, filled] as const]
      })
    }),
  )
}
