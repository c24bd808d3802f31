/** From a draft to a version: the writer asks, somebody else agrees, and the version is published. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { makeDraft, signInAs } from './helpers/studio-drafts.js'
import { openPage, type StudioPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser
let writer: StudioPage
let approver: StudioPage

/** The index as before with another unit, for the years from 2026 on, with an example of its own. */
const DRAFT = {
  ...{ methodology: 'hdi', version: '2014', as: '2026' },
  edits: [
    ['^years: .*?$', 'years: { from: 2026 }'],
    ['^status: draft$', 'status: published'],
    ['PPP dollars of constant prices', 'PPP dollars of 2021'],
    [
      '^examples:.*',
      `examples:
  - title: Nothing is known
    source: invented
    note: a body without any figure is not scored
    year: 2026
    body: { id: XXX }
    expect: { status: not-scored }
`,
    ],
  ],
} as const

/** Of the keyboard: the focus is moved on until it is there. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true })
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const isThere = await wanted.evaluate(
      (each) => each === document.activeElement,
    )
    if (isThere) return
  }
  throw new Error(`The keyboard does not reach "${name}"`)
}

describe.skipIf(NO_BROWSER)('the way to a publication', () => {
  beforeAll(async () => {
    server = await startStudio([
      { name: 'Aigul', role: 'owner' },
      { name: 'Berik', role: 'approver' },
    ])
    browser = await openBrowser()
    writer = await openPage(browser, server.address)
    approver = await openPage(browser, server.address, { theme: 'dark' })
    await signInAs(writer.page, 'Aigul')
    await signInAs(approver.page, 'Berik')
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('is refused with a reason, which the writer reads', async () => {
    const draft = await makeDraft(writer.page, {
      ...DRAFT,
      as: '2028',
      edits: DRAFT.edits.map(
        ([was, is]) => [was, is.replace('2026', '2028')] as const,
      ),
    })
    const address = `/drafts/${draft}/publication`
    await writer.page.goto(address)
    await writer.page.getByRole('button', { name: 'Ask for approval' }).click()
    await writer.page.getByText('Approval has been asked for.').waitFor()
    await approver.page.goto(address)
    await approver.page.getByLabel('Comment').fill('The act is not signed yet.')
    await approver.page.getByRole('button', { name: 'Refuse' }).click()
    await approver.page.getByText('The act is not signed yet.').waitFor()
    await writer.page.reload()
    await writer.page.getByText('The act is not signed yet.').waitFor()
  })

  it('is gone by two people with the keyboard alone', async () => {
    const draft = await makeDraft(writer.page, DRAFT)
    const address = `/drafts/${draft}/publication`
    const { page } = writer
    await page.goto(address)
    await page.locator('ins').getByText('2021').first().waitFor()

    await tabTo(page, 'Check now')
    await page.keyboard.press('Enter')
    await page.getByText('1 pass, 0 fail').waitFor()
    await page.getByText('3 of 3 identical').waitFor()

    await tabTo(page, 'Ask for approval')
    await page.keyboard.press('Enter')
    await page.getByText('Approval has been asked for.').waitFor()
    await page.getByText('Your role does not allow this.').waitFor()

    await approver.page.goto(address)
    await tabTo(approver.page, 'Approve')
    await approver.page.keyboard.press('Enter')
    await approver.page.getByText('The text is approved.').waitFor()

    await page.reload()
    await tabTo(page, 'Publish')
    await page.keyboard.press('Enter')
    await page.getByText('The version is published.').waitFor()
    const stored = await page.evaluate(async () => {
      const response = await fetch('/v1/methodologies/hdi/in-force?year=2030')
      return response.text()
    })
    expect(stored).toContain('"version":"2026"')
    writer.expectQuiet()
    approver.expectQuiet()
  }, 60_000)

  it('says what is wrong with a text that has mistakes', async () => {
    const draft = await makeDraft(writer.page, {
      ...{ methodology: 'hdi', version: '2014', as: '2027' },
      edits: [['aggregate: geometric', 'aggregate: geometrical']],
    })
    const { page } = writer
    await page.goto(`/drafts/${draft}/publication`)
    await page.getByText('one mistake').waitFor()
    await page.getByText('geometrical').first().waitFor()
    const ask = page.getByRole('button', { name: 'Ask for approval' })
    expect(await ask.isDisabled()).toBe(true)
    writer.expectQuiet()
  })
})
