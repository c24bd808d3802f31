/** A part of a list, newest first, and the cursor with which the next part is asked for. */
import { sql, type RawBuilder } from 'kysely'

import type { Instant } from '../database/tables.js'
import { ServiceRefusal } from '../service-refusal.js'

export interface PageOptions {
  /** Items at most. */
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string
}

export interface Page<Item> {
  readonly items: readonly Item[]
  /** null on the last page. */
  readonly next: string | null
}

/** The place of an item in a list: time, then id. */
export interface PagePlace {
  readonly at: Instant
  readonly id: string
}

/** @param found - one more than the limit, where there are as many */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  placeOf: (item: Item) => PagePlace,
): Page<Item> {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const isLast = found.length <= limit || !last
  return { items, next: isLast ? null : cursorOf(placeOf(last)) }
}

/**
 * What stands behind a cursor, newest first and then by falling ids.
 *
 * @param time - the column of the time
 * @throws ServiceRefusal `CURSOR_UNREADABLE`
 */
export function isAfter(time: string, cursor: string): RawBuilder<boolean> {
  const { at, id } = placeOfCursor(cursor)
  const column = sql.ref(time)
  const own = sql.ref('id')
  return sql<boolean>`(${column} < ${at} or (${column} = ${at} and ${own} < ${id}))`
}

/** @throws ServiceRefusal `CURSOR_UNREADABLE` */
function placeOfCursor(cursor: string): PagePlace {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  const [at, id] = text.split('|', 2)
  const isRead = at && id && cursorOf({ at, id }) === cursor
  if (isRead && /^[\dTZ:.-]+$/.test(at)) return { at, id }
  throw new ServiceRefusal('CURSOR_UNREADABLE', [
    'The cursor is none that a page of this list gave. Begin without one.',
  ])
}

function cursorOf({ at, id }: PagePlace): string {
  return Buffer.from(`${at}|${id}`, 'utf8').toString('base64url')
}
