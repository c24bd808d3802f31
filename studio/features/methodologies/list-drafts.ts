/** Every draft that is not published yet, page by page. */
import { answerOf, type Api } from '../../api/client.js'
import type { components } from '../../api/openapi.js'

export type ListedDraft = components['schemas']['ListedDraft']

export async function listDrafts(
  api: Api,
  signal: AbortSignal,
  methodology?: string,
): Promise<readonly ListedDraft[]> {
  const drafts: ListedDraft[] = []
  let after: string | null = null
  do {
    const query = {
      limit: '100',
      ...(methodology === undefined ? {} : { methodology }),
      ...(after === null ? {} : { after }),
    }
    const page: components['schemas']['DraftPage'] = await answerOf(
      api.GET('/v1/drafts', { params: { query }, signal }),
    )
    drafts.push(...page.items)
    after = page.next
  } while (after !== null)
  return drafts.filter(({ status }) => status !== 'published')
}
