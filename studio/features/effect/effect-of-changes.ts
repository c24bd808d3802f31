/**
 * Which change did it: for each part of the file that differs in meaning, the
 * ranking of the text is held against the ranking of the same text with that
 * part alone as it was. Parts that leave mistakes when they are undone apart
 * from each other, as weights that have to add up, are undone together. What
 * two changes do to each other is told of neither.
 */
import {
  compareMethodologies,
  loadMethodology,
  pathText,
  type Methodology,
  type Pause,
  type VersionDifference,
} from '../../../engine/index.js'
import { changedPart, partOf, partText } from './changed-parts.js'
import type { EffectOfChange, EffectOfChanges } from './effect-answer.js'
import { NotComputable } from './effect-data.js'
import { isMoved } from './effect-summary.js'
import type { Preview } from './preview.js'
import { rankingEffects, type Standings } from './ranking-effects.js'
import { withPartsOf, type Part } from './text-parts.js'

export interface ComparedTexts {
  readonly base: Methodology
  readonly draft: Methodology
  /** Of the draft, computed as those without a change are. */
  readonly standings: Standings
  readonly preview: Preview
  readonly pause: Pause
}

/** Each is a whole text read and scored. */
const MOST_PARTS = 12

/** Nothing is computed with them. */
const WITHOUT_EFFECT = [
  ...['act', 'description', 'examples', 'status', 'supersedes'],
  ...['title', 'version'],
]

export async function effectOfChanges(
  texts: ComparedTexts,
): Promise<EffectOfChanges> {
  const { base, draft, pause } = texts
  const differences = compareMethodologies(base, draft).filter(
    ({ path }) => !WITHOUT_EFFECT.includes(String(path[0])),
  )
  const groups = groupsOf(differences, draft)
  const count = groups.flat().length
  if (count === 0) return { kind: 'none' }
  if (count > MOST_PARTS) return { kind: 'many', count }
  const changes: EffectOfChange[] = []
  const open: Part[] = []
  const told = (parts: readonly Part[]) =>
    parts.map((part) => changedPart(part, differences, [draft, base]))
  for (const parts of groups) {
    await pause()
    const rankings = await without(parts, texts)
    if (rankings) changes.push({ parts: told(parts), rankings })
    else open.push(...parts)
  }
  if (open.length > 0) {
    const rankings = (await without(open, texts)) ?? 'not-alone'
    changes.push({ parts: told(open), rankings })
  }
  return { kind: 'changes', changes }
}

/** null where the text without the parts cannot be computed. */
async function without(
  parts: readonly Part[],
  { base, draft, standings, preview }: ComparedTexts,
): Promise<Exclude<EffectOfChange['rankings'], 'not-alone'> | null> {
  const text = withPartsOf(draft.source, base.source, parts)
  if (text === null) return null
  const { methodology } = loadMethodology('draft', text)
  if (!methodology || !isUndone(methodology, base, parts)) return null
  try {
    const undone = await preview.standings(methodology)
    return rankingEffects(undone, standings).map(
      ({ ranking, title, bodies }) => {
        return { ranking, title, moved: bodies.filter(isMoved).length }
      },
    )
  } catch (error) {
    if (error instanceof NotComputable) return null
    throw error
  }
}

/** Whether the parts now mean what they mean in the base: a part may take its meaning from elsewhere. */
function isUndone(
  undone: Methodology,
  base: Methodology,
  parts: readonly Part[],
): boolean {
  const names = parts.map(partText)
  return compareMethodologies(base, undone).every(
    ({ path }) => !names.includes(partText(partOf(path))),
  )
}

/** Parts in which only weights differ belong together where they are weights of one criterion. */
function groupsOf(
  differences: readonly VersionDifference[],
  { nodes }: Methodology,
): readonly (readonly Part[])[] {
  const parents = new Map<string, string>()
  for (const node of nodes) {
    if (node.kind !== 'criterion' || node.maker.kind !== 'aggregate') continue
    for (const { at } of node.maker.children) {
      parents.set(pathText(at), node.name)
    }
  }
  const groups = new Map<string, Map<string, Part>>()
  for (const part of partsOf(differences)) {
    const own = differences.filter(
      ({ path }) => partText(partOf(path)) === partText(part),
    )
    const isOfWeights = own.every(({ path }) => path.at(-1) === 'weight')
    const parent = isOfWeights ? parents.get(partText(part)) : undefined
    const name = parent === undefined ? partText(part) : `weights ${parent}`
    const group = groups.get(name) ?? new Map<string, Part>()
    groups.set(name, group.set(partText(part), part))
  }
  return [...groups.values()].map((group) => [...group.values()])
}

function partsOf(differences: readonly VersionDifference[]): readonly Part[] {
  const parts = differences.map(({ path }) => partOf(path))
  return [...new Map(parts.map((part) => [partText(part), part])).values()]
}
