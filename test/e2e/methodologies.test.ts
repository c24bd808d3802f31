/** Methodologies over the years, one of them alone, the rules of a version, and a draft made from it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { openPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser

describe.skipIf(NO_BROWSER)('the methodologies', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each([
    ['en', 'light', 1280, 'No version covers 2008–2012.'],
    ['ru', 'dark', 1280, 'На 2008–2012 годы версии нет.'],
    ['kk', 'dark', 390, '2008–2012 жылдарға арналған нұсқа жоқ.'],
  ] as const)(
    'stand on a common axis, and gaps are named (%s, %s, %d)',
    async (language, theme, width, gap) => {
      const studio = await openPage(browser, server.address, {
        ...{ language, theme, width },
      })
      await studio.page.goto('/methodologies')
      await studio.page.getByText(gap).waitFor()
      expect(await overflow(studio.page)).toBe(0)
      studio.expectQuiet()
      await studio.close()
    },
  )

  it('say that there is none, and which files have mistakes', async () => {
    const studio = await openPage(browser, server.address, { language: 'ru' })
    const { page } = studio
    const mistake = {
      ...{ code: 'UNKNOWN_NAME', file: 'a/1.yaml', line: 7, column: 3 },
      message: '"peopel" is not defined. Did you mean "people"?',
    }
    await page.route('**/v1/methodologies', (route) =>
      route.fulfill({ json: { methodologies: [], mistakes: [mistake] } }),
    )
    await page.goto('/methodologies')
    await page.getByText('На этом сервере нет методик.').waitFor()
    await page.getByText('a/1.yaml:7:3').waitFor()
    await page.getByText(mistake.message).waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('give a draft for next year, whose id is free', async () => {
    const studio = await openPage(browser, server.address, { theme: 'dark' })
    const { page } = studio
    await page.goto('/methodologies/hdi')
    await page
      .getByRole('button', { name: 'Make a draft from it (2014)' })
      .click()
    const id = page.getByLabel('Id of the new version')
    await id.waitFor()
    const suggested = await id.inputValue()
    expect(Number(suggested)).toBe(new Date().getFullYear())
    await id.fill('2007')
    await page
      .getByText('There is a version or a draft of this id already.')
      .waitFor()
    expect(
      await page
        .getByRole('button', { name: 'Make a draft from it', exact: true })
        .isDisabled(),
    ).toBe(true)
    await id.fill(suggested)
    await id.press('Enter')
    await page.waitForURL(/\/drafts\/[0-9a-f-]{36}$/)
    await page.goto('/methodologies')
    await page
      .getByRole('link', { name: `Human Development Index ${suggested}` })
      .waitFor()
    await page.getByText('from version 2014').waitFor()
    await studio.close()
  })

  it.each([
    ['kk', 'light', 1280, 'Адам дамуы индексі'],
    ['ru', 'light', 390, 'Индекс человеческого развития'],
  ] as const)(
    'are shown alone with everything about their versions (%s, %s, %d)',
    async (language, theme, width, name) => {
      const studio = await openPage(browser, server.address, {
        ...{ language, theme, width },
      })
      const { page } = studio
      await page.goto('/methodologies/hdi')
      await page.getByRole('heading', { name, level: 1 }).waitFor()
      await page.getByText('hdi/2014.yaml').waitFor()
      const form = page.getByRole('link', { name: 'CSV' }).first()
      const address = (await form.getAttribute('href')) ?? ''
      const answer = await page.request.get(address)
      expect(await answer.text()).toContain('mean_schooling')
      expect(await overflow(page)).toBe(0)
      await studio.close()
    },
  )

  it.each([
    ['kk', 'dark', 390, 'Тәуекелдерді басқару'],
    ['ru', 'light', 1280, 'Управление рисками'],
  ] as const)(
    'have rules that are read without YAML (%s, %s, %d)',
    async (language, theme, width, criterion) => {
      const studio = await openPage(browser, server.address, {
        ...{ language, theme, width },
      })
      const { page } = studio
      await page.goto('/methodologies/kz-goals/versions/2012')
      await page.getByText(criterion).first().waitFor({ timeout: 60_000 })
      expect(await overflow(page)).toBe(0)
      await studio.expectAccessible()
      studio.expectQuiet()
      await studio.close()
    },
    90_000,
  )

  it('have examples that can be run, and lines that can be pointed at', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.goto('/methodologies/kz-it-use/versions/2018#L20')
    const line = page.locator('#L20')
    await line.waitFor({ timeout: 60_000 })
    await page.waitForFunction(() => scrollY > 0)
    expect(await line.getAttribute('class')).toContain('meant')
    await page.getByRole('link', { name: 'line 3', exact: true }).click()
    expect(new URL(page.url()).hash).toBe('#L3')
    await page.getByRole('button', { name: 'Run them' }).click()
    await page.getByText('As expected: 10 of 10').waitFor({ timeout: 30_000 })
    studio.expectQuiet()
    await studio.close()
  }, 90_000)
})

/** How far the page is wider than its window. */
function overflow(page: { evaluate: <T>(of: () => T) => Promise<T> }) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
