/** Rankings: their figure, direction, ties and who belongs to them. */
import { NUMBER } from '../expression/expression.js'
import type { Path } from '../source/path.js'
import { buildCondition } from './build-conditions.js'
import type { Draft, Mutable } from './draft.js'
import type { Entry } from './entry.js'
import type { Column, RankingNode } from './methodology.js'
import { entryNameFault } from './names.js'
import { NO_READING, readCitation } from './reading.js'
import { reportUnknown } from './unknown.js'

/** Names the rankings, so that rules can be tied to them; `where` is read later. */
export function buildRankings(draft: Draft): void {
  for (const [name, entry] of draft.root.entries('rankings')) {
    const why = entryNameFault(name)
    if (why) draft.report('NAME_NOT_ALLOWED', entry.at, { name, why })
    const output = figure(draft, entry, 'output')
    const allOf = entry
      .entry('in')
      .items('all_of')
      .map((item) => criterion(draft, item))
    const ties = readTies(draft, entry)
    const node: Mutable<RankingNode> = {
      kind: 'ranking',
      name: `ranking ${name}`,
      ranking: name,
      level: draft.population,
      slot: -1,
      at: entry.at,
      reads: [],
      title: entry.title('title'),
      output: output ?? nowhere(draft, entry.at),
      better: entry.text('better') === 'less' ? 'less' : 'more',
      digits: entry.whole('digits'),
      ties: ties ?? { kind: 'competition' },
      where: null,
      among: null,
      allOf: allOf.filter((column) => column !== null),
      exclusions: [],
      cite: readCitation(draft, entry),
    }
    draft.add(node)
    draft.rankings.set(name, node)
    const whole = output && ties && allOf.every((column) => column !== null)
    draft.later(node, () => {
      const among = draft.populationOf(entry, 'among')
      node.among = among === 'mistake' ? null : among
      if (entry.has('where')) {
        node.where = buildCondition(draft, entry, 'where', draft.bodies)
        if (!node.where) return false
      }
      const isSound = whole && among !== 'mistake'
      if (!isSound || draft.isBrokenEntry(entry) || draft.isBroken(output)) {
        return false
      }
      return isNumber(draft, entry, 'output', output)
    })
  }
}

/** Stands in where the output is unknown; the ranking is then never computed. */
function nowhere(draft: Draft, at: Path): Column {
  return {
    kind: 'computed',
    name: '',
    level: draft.bodies,
    slot: -1,
    at,
    reads: [],
    type: NUMBER,
    title: {},
    unit: null,
    among: null,
    expression: { kind: 'argument' },
    formula: '',
    reading: NO_READING,
  }
}

function isNumber(
  draft: Draft,
  entry: Entry,
  key: string,
  column: Column,
): boolean {
  if (column.type.kind === 'number') return true
  draft.report('TYPE_MISMATCH', entry.path(key), {
    part: column.name,
    words: 'a ranking compares numbers',
  })
  return false
}

/** A figure of the body: an indicator stands for its raw value. */
export function findFigure(draft: Draft, name: string): Column | undefined {
  const score = /^score\(\s*(\w+)\s*\)$/.exec(name)?.[1]
  if (score !== undefined) return draft.tree.get(score)
  const [, step, indicator = ''] =
    /^after\(\s*(\w+)\s*,\s*(\w+)\s*\)$/.exec(name) ?? []
  return step === undefined
    ? draft.bodies.columns.get(name)
    : draft.steps.get(step)?.get(indicator)
}

function figure(draft: Draft, entry: Entry, key: string): Column | null {
  const name = entry.text(key)
  if (name === null) return null
  const column = findFigure(draft, name)
  if (column) return column
  const known = draft.bodies.columns.keys()
  reportUnknown(draft, entry.path(key), name, 'a figure of the body', known)
  return null
}

function criterion(draft: Draft, item: Entry): Column | null {
  const name = item.ownText() ?? ''
  const node = draft.tree.get(name)
  if (node) return node
  reportUnknown(
    draft,
    item.at,
    name,
    'an indicator or criterion of the tree',
    draft.tree.keys(),
  )
  return null
}

function readTies(draft: Draft, entry: Entry): RankingNode['ties'] | null {
  const text = entry.text('ties')
  if (text === 'dense') return { kind: 'dense' }
  if (text === 'competition' || !entry.has('ties')) {
    return { kind: 'competition' }
  }
  if (text !== null) {
    reportUnknown(
      draft,
      entry.path('ties'),
      text,
      'a way to share places: competition, dense or { by: NAME }',
      ['competition', 'dense'],
    )
    return null
  }
  const ties = entry.entry('ties')
  if (!ties.has('by')) {
    draft.report('MISSING_KEY', ties.at, {
      key: 'by',
      why: 'It names the further figure that decides.',
    })
    return null
  }
  const column = figure(draft, ties, 'by')
  const better = ties.text('better') === 'less' ? 'less' : 'more'
  return column && { kind: 'by', column, better }
}
