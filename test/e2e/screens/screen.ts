/** What the catalogue says of a state of a screen: who looks, where, and how one knows that it is there. */
import type { Page } from 'playwright-core'

export type Person = 'administrator' | 'approver' | 'nobody'

/**
 * What the server is made to answer at an address: a body, or nothing at all; `slow`
 * leaves the page waiting, `only read` lets nothing be changed.
 */
export type Answer =
  | { readonly json: unknown; readonly status?: number }
  | 'unreachable'
  | 'slow'
  | 'only read'
  | 'as it is'

export interface Screen {
  /** Names the picture as well. */
  readonly name: string
  /** Of the router. */
  readonly route: string
  /** What it takes is made first. The page is one of whoever has signed in. */
  readonly path: string | ((page: Page) => Promise<string>)
  /** An administrator where nobody is named. */
  readonly person?: Person
  /** By pattern of the address. */
  readonly answers?: Readonly<Record<string, Answer>>
  /** What is done there, in English; ends when everything is drawn. */
  readonly open: (page: Page) => Promise<unknown>
  /** One of the main screens: `npm run screenshots` draws it, and prints what is meant for paper. */
  readonly picture?: 'screen' | 'screen and paper'
}
