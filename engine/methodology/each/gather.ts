/** A mistake of an entry with `each` is said once, and names the rows that it shows in. */
import type { Problem } from '../../errors.js'
import { originOf, type FilledSource } from '../locate.js'
import { pathKey } from '../../source/path.js'
import type { Instance } from './expand.js'

interface Group {
  readonly found: Problem
  readonly at: Instance
  readonly messages: Set<string>
  readonly rows: Set<Instance['row']>
}

/** @param lineOf - the line of a row */
export function gatherInstances(
  problems: readonly Problem[],
  instances: ReadonlyMap<string, Instance>,
  form: FilledSource,
): readonly Problem[] {
  if (instances.size === 0) return problems
  const made = new Map<string, number>()
  for (const { template } of instances.values()) {
    const key = pathKey(template)
    made.set(key, (made.get(key) ?? 0) + 1)
  }
  const groups = new Map<string, Group>()
  const ordinals = new Map<string, number>()
  const others: Problem[] = []
  for (const found of problems) {
    const at = instances.get(pathKey(found.at.slice(0, 2)))
    const origin = originOf(form, found.at)
    // A cell is a place of its own.
    if (!at || found.position || origin[0] === 'tables') {
      others.push(found)
      continue
    }
    const own = `${pathKey(found.at)} ${found.code}`
    const ordinal = ordinals.get(own) ?? 0
    ordinals.set(own, ordinal + 1)
    const key = `${pathKey(origin)} ${found.code} ${ordinal}`
    const group = groups.get(key)
    if (group) {
      group.messages.add(found.message)
      group.rows.add(at.row)
    } else {
      const messages = new Set([found.message])
      groups.set(key, { found, at, messages, rows: new Set([at.row]) })
    }
  }
  const gathered = [...groups.values()].map(({ found, at, messages, rows }) => {
    const all = made.get(pathKey(at.template)) ?? 0
    if (messages.size === 1 && rows.size === all && all > 1) return found
    const { row, table } = at
    const line = form.source.position(row.at).line
    const more = rows.size - 1
    const others = more > 0 ? `, and in ${more} more of its rows` : ''
    const where = `(In the row "${row.label}" of "${table}", line ${line}${others}.)`
    const inRow = { row: row.label, rowTable: table, rowLine: String(line) }
    return {
      ...found,
      message: `${found.message} ${where}`,
      with: {
        ...found.with,
        ...inRow,
        ...(more > 0 && { moreRows: String(more) }),
      },
    }
  })
  return [...others, ...gathered]
}
