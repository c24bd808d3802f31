/** A version of a methodology as the engine reads it, for its titles and for what it looks at. */
import type { Api } from '../api/client.js'
import { ServerRefusal } from '../api/problem.js'
import type { Methodology } from '../../engine/index.js'
import { versionText, type VersionPath } from './version-text.js'

/**
 * The engine is loaded with it.
 *
 * @param sha256 - of the text that is meant; another one is as good as none
 * @returns null where the server has no such version, or it has mistakes
 */
export async function loadRules(
  api: Api,
  path: VersionPath,
  signal?: AbortSignal,
  sha256?: string,
): Promise<Methodology | null> {
  const [text, engine] = await Promise.all([
    versionText(api, path, signal).catch(nothingWhereRefused),
    import('../../engine/index.js'),
  ])
  if (text === null) return null
  if (sha256 !== undefined && (await engine.sha256(text)) !== sha256)
    return null
  const { methodology, version } = path
  return engine.loadMethodology(`${methodology}@${version}`, text).methodology
}

function nothingWhereRefused(error: unknown): null {
  if (error instanceof ServerRefusal) return null
  throw error
}
