/** Two versions compared, as an amending act puts it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { openPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser

describe.skipIf(NO_BROWSER)('two versions compared', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each([
    [
      ...(['en', 'light', 1280] as const),
      'Criterion “Human Development Index”, aggregation: changed.',
      'weighted mean',
    ],
    [
      ...(['ru', 'dark', 1280] as const),
      'Критерий «Индекс человеческого развития», агрегирование: изменено.',
      'взвешенное среднее',
    ],
    [
      ...(['kk', 'dark', 390] as const),
      '«Адам дамуы индексі» өлшемшарты, агрегаттауы: өзгертілді.',
      'салмақталған орташа',
    ],
  ] as const)(
    'read like an amending act (%s, %s, %d)',
    async (language, theme, width, sentence, was) => {
      const studio = await openPage(browser, server.address, {
        ...{ language, theme, width },
      })
      const { page } = studio
      await page.goto('/methodologies/hdi/compare?from=2007&to=2014')
      const row = page.getByRole('row').filter({ hasText: sentence })
      await row.waitFor()
      expect(await row.innerText()).toContain(was)
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        ),
      ).toBe(0)
      studio.expectQuiet()
      await studio.close()
    },
  )

  it('mark the words that were taken out and put in, for ears as well', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.goto('/methodologies/hdi/compare?from=2007&to=2014')
    const row = page
      .getByRole('row')
      .filter({ hasText: 'Act, title: changed.' })
    expect(await row.locator('del').textContent()).toBe('[removed: 2007/2008 ]')
    expect(await row.locator('ins').textContent()).toBe('[added: 2014 ]')
    await studio.close()
  })

  it('can change sides, and be one and the same', async () => {
    const studio = await openPage(browser, server.address, { theme: 'dark' })
    const { page } = studio
    await page.goto('/methodologies/kz-unified-rating/compare')
    await page.getByText('Changes: 9').waitFor()
    await page.getByRole('button', { name: 'The other way round' }).click()
    await page.waitForURL(/from=2025&to=2023/)
    await page
      .getByRole('columnheader', { name: 'Was (version 2025)' })
      .waitFor()
    await page.getByLabel('to version').selectOption('2025')
    await page.getByText('Nothing changed in meaning.').waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('are printed light, with both hashes and without what is for the screen', async () => {
    const studio = await openPage(browser, server.address, { theme: 'dark' })
    const { page } = studio
    await page.goto('/methodologies/hdi/compare')
    await page.getByText('Changes: 47').waitFor()
    await page.emulateMedia({ media: 'print' })
    const [paper, head] = await page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.querySelector('thead') ?? document.body)
        .display,
    ])
    expect([paper, head]).toEqual(['rgb(255, 255, 255)', 'table-header-group'])
    expect(await page.getByRole('button', { name: 'Print' }).count()).toBe(0)
    await page.getByText(/^acab924d/).waitFor()
    await page.getByText(/^9e420a17/).waitFor()
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
    await studio.close()
  })
})
