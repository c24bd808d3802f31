/** Every draft that is not published yet, page by page. */
import { allPages, MOST_IN_A_PAGE } from '../../api/all-pages.js'
import type { ListedDraft } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'

export async function listDrafts(
  api: Api,
  signal: AbortSignal,
  methodology?: string,
): Promise<readonly ListedDraft[]> {
  const of = methodology === undefined ? {} : { methodology }
  const drafts = await allPages((cursor) => {
    const params = { query: { limit: MOST_IN_A_PAGE, ...of, ...cursor } }
    return answerOf(api.GET('/v1/drafts', { params, signal }))
  })
  return drafts.filter(({ status }) => status !== 'published')
}
