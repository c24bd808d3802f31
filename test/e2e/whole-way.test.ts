/** The whole way of a methodology owner: from the version in force to next year's ranking, and back to its reasons. */
import { readFile } from 'node:fs/promises'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { ask, makeDraft, signInAs } from './helpers/studio-drafts.js'
import { openPage, type StudioPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

const DATA = new URL(
  '../../rules/kz-unified-rating/data/invented-2025.csv',
  import.meta.url,
)

/** Next year's text but for its weights. By hand: 0.5 * 70 + 0.275 * 80 + 0.225 * 90 = 35 + 22 + 20.25 = 77.25. */
const DRAFT = {
  ...{ methodology: 'kz-unified-rating', version: '2025', as: '2026' },
  edits: [
    ['^years: .*?$', 'years: { from: 2026 }'],
    [
      '^examples:.*',
      `examples:
  - title: A ministry assessed in all three blocks
    source: hand
    note: invented points
    calculation: 0.5 * 70 + 0.275 * 80 + 0.225 * 90 = 77.25
    year: 2026
    body: { id: ministry-of-finance, kind: central, goals: 70, interaction: 80, orgdev: 90 }
    expect: { status: scored, outputs: { total: 77.25 } }
`,
    ],
  ],
} as const

let server: StudioServer
let browser: Browser
let owner: StudioPage
let approver: StudioPage
let page: Page
let draft = ''

describe.skipIf(NO_BROWSER)('next year’s rules', () => {
  beforeAll(async () => {
    server = await startStudio([
      { name: 'Aigul', role: 'owner' },
      { name: 'Berik', role: 'approver' },
    ])
    browser = await openBrowser()
    owner = await openPage(browser, server.address)
    approver = await openPage(browser, server.address, { theme: 'dark' })
    await signInAs(owner.page, 'Aigul')
    await signInAs(approver.page, 'Berik')
    page = owner.page
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('begin as a draft, whose weights show their effect at once', async () => {
    draft = await makeDraft(page, DRAFT)
    await page.goto(`/drafts/${draft}?at=/criteria/total`)
    await page.getByText('No place and no total changes.').first().waitFor()
    await page.getByLabel('Weight of Achievement of goals').fill('0.5')
    await page
      .getByRole('button', { name: 'Share out the rest equally' })
      .click()
    await page
      .getByRole('row', { name: /keeps|rises|falls/ })
      .first()
      .waitFor()
    await page.getByText('Exact', { exact: true }).waitFor()
  })

  it('have formulas, whose mistakes stand at their word', async () => {
    await page.getByText('Saved', { exact: true }).waitFor()
    await page.goto(`/drafts/${draft}?at=/computed/performance_assessed`)
    const field = page.getByRole('textbox', { name: 'Formula' })
    await field.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' and lost')
    await page.locator('.cm-problem').getByText('lost').waitFor()
    await page.getByText('"lost" is not').first().waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.locator('.cm-problem').waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Examples' }).click()
    await page.getByText('Passed: 1 of 1').waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
  })

  it('are approved by somebody else, and published', async () => {
    const address = `/drafts/${draft}/publication`
    await page.getByRole('link', { name: 'Publication' }).click()
    await page.getByRole('button', { name: 'Ask for approval' }).click()
    await page.getByText('Approval has been asked for.').waitFor()
    await approver.page.goto(address)
    await approver.page.getByRole('button', { name: 'Approve' }).click()
    await approver.page.getByText('The text is approved.').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('The version is published.').waitFor()
  })

  it('score the year, and every figure leads to its cell', async () => {
    const query = new URLSearchParams({
      ...{ methodology: 'kz-unified-rating', year: '2026' },
      ...{ name: 'Points of 2026', source: 'Invented' },
    })
    const csv = await readFile(DATA, 'utf8')
    const type = { 'content-type': 'text/csv' }
    await ask(page, 'POST', `/v1/data-sets?${query}`, type, csv)
    await page.goto('/years/2026')
    await page
      .getByRole('combobox', { name: 'Methodology' })
      .selectOption({ label: 'Unified rating of the operational assessment' })
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByText('The run is kept.').waitFor()
    await page.getByRole('link', { name: 'To the results' }).click()
    await page
      .getByRole('link', { name: /^Ministry of Finance/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Explanation' }).waitFor()
    // The block, the points as they count, the points as they were given.
    const explanation = page.getByRole('region', { name: 'Explanation' })
    for (let steps = 0; steps < 3; steps += 1) {
      const parts = explanation.getByRole('link', { name: /^Achievement of/ })
      await parts.last().click()
      await explanation.getByRole('navigation').waitFor()
    }
    await explanation.getByText('bodies[').waitFor()
  })

  it('are held against the old ones by a replay, in Kazakh too', async () => {
    await page.goto('/replay?methodology=kz-unified-rating&year=2026')
    await page.getByRole('button', { name: 'Score and compare' }).click()
    await page.getByRole('heading', { name: 'Two runs side by side' }).waitFor()
    await page.getByRole('button', { name: 'Қазақша' }).click()
    await page.getByRole('link', { name: 'Қайта есептеу' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('kk')
    expect(await page.title()).toBe('Қайта есептеу · Olshem')
    owner.expectQuiet()
    approver.expectQuiet()
  })
})
