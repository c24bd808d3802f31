/** Named populations: which bodies, in which groups. */
import { buildCondition } from './build-conditions.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { PopulationNode } from './methodology.js'
import { nameFault } from './names.js'
import { readCitation } from './reading.js'
import { reportUnknown } from './unknown.js'

/** Names the populations; what they say is read when all columns are known. */
export function buildPopulations(draft: Draft): void {
  for (const [name, entry] of draft.root.entries('populations')) {
    const why = nameFault(name)
    if (why) draft.report('NAME_NOT_ALLOWED', entry.at, { name, why })
    const node: Mutable<PopulationNode> = {
      kind: 'population',
      name: `population ${name}`,
      population: name,
      level: draft.bodies,
      slot: -1,
      at: entry.at,
      reads: [],
      title: entry.title('title'),
      where: null,
      by: [],
      exclusions: [],
      cite: readCitation(draft, entry),
      note: entry.text('note'),
    }
    draft.add(node)
    draft.populations.set(name, node)
    draft.later(node, () => complete(draft, node, entry))
  }
}

function complete(
  draft: Draft,
  node: Mutable<PopulationNode>,
  entry: Entry,
): boolean {
  const names = entry.has('by') ? namesIn(entry) : []
  const by = names.map(([name, at]) => {
    const column = draft.bodies.columns.get(name)
    if (column && !draft.isBroken(column)) return column
    if (!column) {
      const known = draft.bodies.columns.keys()
      reportUnknown(draft, at, name, 'a figure of the body', known)
    }
    return null
  })
  node.by = by.filter((column) => column !== null)
  if (entry.has('where')) {
    node.where = buildCondition(draft, entry, 'where', draft.bodies)
    if (!node.where) return false
  }
  return node.by.length === names.length && !draft.isBrokenEntry(entry)
}

function namesIn(entry: Entry) {
  const single = entry.text('by')
  if (single !== null) return [[single, entry.path('by')] as const]
  return entry
    .items('by')
    .map((item) => [item.ownText() ?? '', item.at] as const)
}
