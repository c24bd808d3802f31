/** A list of the server as a whole: it is answered in pages. */
export interface ListPage<Item> {
  readonly items: readonly Item[]
  /** null on the last page. */
  readonly next: string | null
}

/** The most items that the server gives in a page. */
export const MOST_IN_A_PAGE = '100'

/**
 * @param pageAfter - asks for the page with this cursor, for the first one
 *   without any
 */
export async function allPages<Item>(
  pageAfter: (cursor: { readonly after?: string }) => Promise<ListPage<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = []
  let page = await pageAfter({})
  items.push(...page.items)
  while (page.next !== null) {
    page = await pageAfter({ after: page.next })
    items.push(...page.items)
  }
  return items
}
