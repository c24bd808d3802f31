/**
 * Approval is asked for the text that will be published byte for byte. So a text
 * that calls itself a draft says that it is published first, and nothing else of
 * it is touched.
 */
import type { DraftState } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import { applyChanges } from '../editor/text/text-change.js'
import { setValue } from '../editor/text/set-value.js'

/** @returns the text as it is published; the same text where it says so already */
function finalText(text: string): string {
  return applyChanges(text, setValue(text, ['status'], 'published'))
}

/** @throws ServerRefusal, also where somebody has changed the text meanwhile */
export async function requestApproval(
  api: Api,
  { id, sha256 }: DraftState,
): Promise<DraftState> {
  const params = { path: { id } }
  const address = '/v1/drafts/{id}/text'
  const text = await answerOf(
    api.GET(address, { params, parseAs: 'text', cache: 'no-store' }),
  )
  const final = finalText(text)
  const meant =
    final === text
      ? sha256
      : (
          await answerOf(
            api.PUT(address, {
              params: { ...params, header: { 'if-match': `"${sha256}"` } },
              headers: { 'content-type': 'application/yaml' },
              body: final,
              bodySerializer: (body) => body,
            }),
          )
        ).sha256
  return answerOf(
    api.POST('/v1/drafts/{id}/approval-request', {
      params,
      body: { sha256: meant },
    }),
  )
}
