/** Addresses of what the demonstrations have left at a server, and of drafts made for a screen. */
import type { Page } from 'playwright-core'

import { makeDraft, type NewDraft } from '../helpers/studio-drafts.js'

interface Stored {
  readonly id: string
  readonly methodology: string
  readonly version: string
  readonly year: number
}

export async function runPath(
  page: Page,
  methodology: string,
  year: number,
): Promise<string> {
  return `/runs/${await runId(page, methodology, year)}`
}

export async function runId(
  page: Page,
  methodology: string,
  year: number,
): Promise<string> {
  return (await stored(page, 'runs', methodology, year)).id
}

export async function dataSetPath(
  page: Page,
  methodology: string,
  year: number,
): Promise<string> {
  return `/data/${(await stored(page, 'data-sets', methodology, year)).id}`
}

async function stored(
  page: Page,
  what: 'runs' | 'data-sets',
  methodology: string,
  year: number,
): Promise<Stored> {
  const query = `methodology=${methodology}&year=${year}`
  const response = await page.request.get(`/v1/${what}?${query}`)
  const { items } = (await response.json()) as { items: readonly Stored[] }
  const found = items.at(-1)
  if (!found) throw new Error(`No ${what} of ${methodology}, ${year}`)
  return found
}

let drafts = 0

/** A draft of its own, so that no screen finds what another has changed. */
export async function draftPath(
  page: Page,
  draft: Omit<NewDraft, 'as'>,
): Promise<string> {
  drafts += 1
  return `/drafts/${await makeDraft(page, { ...draft, as: `next-${drafts}` })}`
}
