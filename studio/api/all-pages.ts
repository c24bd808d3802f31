/** A list of the server as a whole: it is answered in pages. */
export interface ListPage<Item> {
  readonly items: readonly Item[]
  /** null on the last page. */
  readonly next: string | null
}

/** A page that also says who is who, and of what nothing is listed for whoever asks. */
export interface NamedPage<Item> extends ListPage<Item> {
  readonly names: Readonly<Record<string, string>>
  readonly restricted?: readonly string[]
}

/** What a page is asked for by; without a cursor the first one is meant. */
export interface PageCursor {
  readonly after?: string
}

/** The most items that the server gives in a page. */
export const MOST_IN_A_PAGE = '100'

/** @param pageAfter - asks for the page with this cursor */
export async function allPages<Item>(
  pageAfter: (cursor: PageCursor) => Promise<ListPage<Item>>,
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

/** Pages in the order in which they were asked for, as one. */
export function joinPages<Item>(
  pages: readonly NamedPage<Item>[],
): Required<NamedPage<Item>> {
  return {
    items: pages.flatMap(({ items }) => items),
    names: Object.fromEntries(
      pages.flatMap(({ names }) => Object.entries(names)),
    ),
    restricted: [...new Set(pages.flatMap((page) => page.restricted ?? []))],
    next: pages.at(-1)?.next ?? null,
  }
}
