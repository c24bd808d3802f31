/** What a draft would change: in meaning, to the version that it follows, and in the newest ranking. */
import {
  compareMethodologies,
  type Methodology,
  type Sight,
} from '../../engine/index.js'
import { getVersionText } from '../methodology-store/get-version-text.js'
import { usableMethodology } from '../methodology-store/load-version.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { differenceJson } from '../output/difference-json.js'
import { getDraft, type StoredDraft } from '../repository/drafts.js'
import { findMethodologyVersion } from '../repository/methodology-versions.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { loadDraft } from './checked-text.js'
import { effectOnRanking, type Effect } from './effect-on-ranking.js'

export interface DraftEffect {
  /** The version that the differences are to; null where it follows none. */
  readonly comparedWith: string | null
  readonly differences: readonly ReturnType<typeof differenceJson>[]
  readonly effect: Effect
}

/** @throws ServiceRefusal `DRAFT_UNKNOWN`, `DRAFT_FAULTY`, `VERSION_CHANGED`, `TEXT_DAMAGED` */
export async function previewEffect(
  store: MethodologyStore,
  id: string,
  sight: Sight = 'everything',
): Promise<DraftEffect & { readonly sha256: string }> {
  const draft = await getDraft(store.database, id)
  const { text } = await getText(store.database, draft.sha256)
  const { methodology, problems: mistakes } = await loadDraft(text)
  if (!methodology) {
    const words = `The text has ${mistakes.length} mistakes, and nothing can be computed by it.`
    throw new ServiceRefusal('DRAFT_FAULTY', [words], [], { mistakes })
  }
  const effect = await draftEffect(store, draft, methodology, sight)
  return { sha256: draft.sha256, ...effect }
}

export async function draftEffect(
  store: MethodologyStore,
  draft: StoredDraft,
  methodology: Methodology,
  sight: Sight,
): Promise<DraftEffect> {
  const before = await versionBefore(store, draft, methodology)
  return {
    comparedWith: before?.version ?? null,
    differences: before
      ? compareMethodologies(before, methodology).map(differenceJson)
      : [],
    effect: await effectOnRanking(store.database, methodology, sight),
  }
}

/** The one that it says it supersedes, or else the one that it was made from. */
async function versionBefore(
  store: MethodologyStore,
  { from }: StoredDraft,
  { id, supersedes }: Methodology,
): Promise<Methodology | null> {
  const origin = from?.methodology === id ? from.version : null
  const version = supersedes ?? origin
  if (version === null) return null
  const known = await findMethodologyVersion(store.database, id, version)
  if (!known) return null
  return usableMethodology(await getVersionText(store, id, version))
}
