/** The first visit: what this is, in three languages, two colour schemes and two widths. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'
import { openPage } from './helpers/studio-page.js'

let server: StudioServer
let browser: Browser

describe.skipIf(NO_BROWSER)('the start page', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each([
    ['kk', 'light', 1280, 'Адам дамуы индексі'],
    ['ru', 'dark', 390, 'Индекс человеческого развития'],
    ['en', 'dark', 1280, 'Human Development Index'],
  ] as const)(
    'lists the assessments (%s, %s, %d)',
    async (language, theme, width, title) => {
      const studio = await openPage(browser, server.address, {
        ...{ language, theme, width },
      })
      await studio.page.goto('/')
      await studio.page.getByRole('link', { name: title }).first().waitFor()
      studio.expectQuiet()
      await studio.close()
    },
  )

  it('changes its language without being loaded again', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.goto('/')
    await page.evaluate(() => Object.assign(window, { untouched: true }))
    await page.getByRole('button', { name: 'Қазақша' }).click()
    await page
      .getByRole('heading', { name: 'Осы сервердегі бағалаулар' })
      .waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('kk')
    expect(await page.evaluate(() => 'untouched' in window)).toBe(true)
    studio.expectQuiet()
    await studio.close()
  })

  it('is shown by a browser that keeps nothing', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError')
        },
      })
    })
    await page.goto('/')
    await page.getByRole('button', { name: 'Русский' }).click()
    await page
      .getByRole('heading', { name: 'Оценки на этом сервере' })
      .waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('is there after less than 300 kB of JavaScript', async () => {
    const studio = await openPage(browser, server.address)
    await studio.page.goto('/', { waitUntil: 'networkidle' })
    const scripts = await studio.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map((each) => (each as PerformanceResourceTiming).transferSize),
    )
    const bytes = scripts.reduce((sum, each) => sum + each, 0)
    expect(scripts.length).toBeGreaterThan(1)
    expect(bytes).toBeLessThan(300_000)
    await studio.close()
  })
})
