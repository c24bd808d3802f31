/** From a year to a run of it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'
import { openPage } from './helpers/studio-page.js'

let server: StudioServer
let browser: Browser

describe.skipIf(NO_BROWSER)('the years', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 240_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it.each([
    ['kk', 'dark', 390],
    ['en', 'light', 1280],
  ] as const)(
    'are listed with what there is (%s, %s, %d)',
    async (language, theme, width) => {
      const studio = await openPage(browser, server.address, {
        ...{ language, theme, width },
      })
      await studio.page.goto('/years')
      await studio.page.getByRole('link', { name: '2021' }).waitFor()
      studio.expectQuiet()
      await studio.close()
    },
  )

  it('lead to a form that makes a run, and to its results', async () => {
    const studio = await openPage(browser, server.address, {
      ...{ language: 'ru' },
    })
    const { page } = studio
    await page.goto('/years')
    await page.getByRole('link', { name: '2025' }).click()
    await page
      .getByText('На 2025 год ни одна версия не действует.')
      .first()
      .waitFor()
    await page
      .getByRole('combobox', { name: 'Методика' })
      .selectOption({ label: 'Единый рейтинг операционной оценки' })
    // The rules look at three earlier years, and at a register.
    await page.getByRole('combobox', { name: 'Результаты за 2022' }).waitFor()
    await page.getByRole('combobox', { name: 'Реестр' }).waitFor()
    await page.getByRole('button', { name: 'Рассчитать' }).click()
    await page.getByText('Расчёт сохранён.').waitFor()
    expect(
      await page
        .getByRole('region', { name: 'Расчёты' })
        .getByRole('link')
        .count(),
    ).toBe(2)
    await page.getByRole('link', { name: 'К результатам' }).click()
    await page
      .getByRole('heading', { level: 1, name: 'Единый рейтинг' })
      .waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('say when there is nothing, and show a refusal', async () => {
    const studio = await openPage(browser, server.address, { theme: 'dark' })
    const { page } = studio
    await page.goto('/years/1950')
    await page.getByText('No run of 1950 has been made.').waitFor()
    await page.getByText('No data set of 1950 is there.').waitFor()
    studio.expectQuiet()
    await page.goto('/years/2020')
    await page
      .getByRole('combobox', { name: 'Methodology' })
      .selectOption({ label: 'Human Development Index' })
    await page.route('**/v1/runs', (route) => route.abort())
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await page.getByText('The server does not answer').waitFor()
    await studio.close()
  })
})
