/** The first visit: from the start page to an explained score in three clicks. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { openPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser

describe.skipIf(NO_BROWSER)('three clicks', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('lead from the start page to why Kazakhstan had 0.811 in 2021', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.goto('/')
    const row = page.getByRole('row', { name: /human development, 2021/ })
    await row.getByRole('link', { name: 'Human Development Index' }).click()
    await page.getByRole('link', { name: 'Kazakhstan', exact: true }).click()
    await page.getByRole('link', { name: '0.811' }).first().click()
    // UNDP, Human Development Report 2021/22, table 1; technical note 1, step 2.
    await page.getByRole('heading', { name: 'Explanation' }).waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('0.811')
    expect(text).toContain('technical note 1, step 2')
    expect(text).toContain('geometric mean: (0.759418461538461…')
    studio.expectQuiet()
    await studio.close()
  })
})
