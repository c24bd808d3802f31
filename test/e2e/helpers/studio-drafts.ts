/** What a test prepares at the server as a person who has signed in on the page. */
import type { Page } from 'playwright-core'

import { PASSWORD } from './studio-server.js'

/** By the keyboard alone. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Name').focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

export interface NewDraft {
  readonly methodology: string
  readonly version: string
  readonly as: string
  /** Each is a pattern that is found in the text, and what stands there instead. */
  readonly edits: readonly (readonly [string, string])[]
}

/** @returns the id of the draft */
export async function makeDraft(page: Page, draft: NewDraft): Promise<string> {
  const { edits, ...from } = draft
  const made = JSON.parse(
    (await ask(page, 'POST', '/v1/drafts', JSON_TYPE, JSON.stringify({ from })))
      .text,
  ) as { draft: { id: string } }
  const { id } = made.draft
  const address = `/v1/drafts/${id}/text`
  const stored = await ask(page, 'GET', address)
  let { text } = stored
  for (const [was, is] of edits) {
    const pattern = new RegExp(was, 'ms')
    if (!pattern.test(text)) throw new Error(`Not found: ${was}`)
    text = text.replace(pattern, () => is)
  }
  const headers = {
    'content-type': 'application/yaml',
    'if-match': stored.etag ?? '',
  }
  await ask(page, 'PUT', address, headers, text)
  return id
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** As whoever has signed in on the page. */
export function ask(
  page: Page,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | null = null,
): Promise<{ readonly text: string; readonly etag: string | null }> {
  return page.evaluate(
    async ({ method, path, headers, body }) => {
      const session = (await (await fetch('/v1/session')).json()) as {
        csrf: string | null
      }
      const all = new Headers(headers)
      if (session.csrf !== null) all.set('Olshem-CSRF', session.csrf)
      const response = await fetch(path, { method, headers: all, body })
      const text = await response.text()
      if (!response.ok) throw new Error(text)
      return { text, etag: response.headers.get('etag') }
    },
    { method, path, headers, body },
  )
}
