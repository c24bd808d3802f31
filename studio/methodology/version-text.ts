/** The file of a version, as it stands at the server. */
import { answerOf, type Api } from '../api/client.js'

export interface VersionPath {
  readonly methodology: string
  readonly version: string
}

/** @throws ServerRefusal where there is none, or it may not be read */
export function versionText(
  api: Api,
  { methodology, version }: VersionPath,
  signal?: AbortSignal,
): Promise<string> {
  return answerOf(
    api.GET('/v1/methodologies/{methodology}/versions/{version}', {
      params: { path: { methodology, version } },
      headers: { accept: 'application/yaml' },
      parseAs: 'text',
      ...(signal ? { signal } : {}),
    }),
  )
}
