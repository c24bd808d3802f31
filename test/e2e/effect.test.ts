/** The effect of other weights on last year's ranking, computed in the browser while they are typed. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { openPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

const RATING = '/methodologies/kz-unified-rating/versions/2025/what-if'
const HDI = '/methodologies/hdi/versions/2014/what-if'

let server: StudioServer
let browser: Browser

describe.skipIf(NO_BROWSER)('the effect of a text', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('shows who moves when a weight changes, exactly, and with the change that did it', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.goto(RATING)
    await page.getByText('No place and no total changes.').first().waitFor()
    await page
      .getByRole('textbox', { name: 'Achievement of goals' })
      .fill('0.9')
    const row = page.getByRole('row', { name: /keeps|rises|falls/ }).first()
    await row.waitFor()
    await page.getByText('Exact', { exact: true }).waitFor()
    await page.getByText(/bodies stand elsewhere because of it/).waitFor()
    // 0.1 is left for 0.3 and 0.25: 0.25 * 0.1 / 0.55 = 0.04545..., and the
    // thousandth that is cut off goes to the other, which loses more of one.
    expect(
      await page
        .getByRole('textbox', { name: 'Organisational development' })
        .inputValue(),
    ).toBe('0.045')
    await page.getByLabel('Weights vary by').selectOption({ label: '±10 %' })
    await page.getByText(/1,000 draws of all weights/).waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('keeps the last effect, and says so, while the text has mistakes', async () => {
    const studio = await openPage(browser, server.address, {
      ...{ language: 'ru', theme: 'dark', width: 390 },
    })
    const { page } = studio
    await page.goto(RATING)
    await page.getByText('Точно', { exact: true }).waitFor()
    await page.getByLabel('Остаток делят остальные').uncheck()
    await page.getByRole('textbox', { name: 'Достижение целей' }).fill('0,6')
    await page.getByText('По последнему тексту без ошибок').waitFor()
    await page.getByText('не сходится').waitFor()
    await page
      .getByText('Сумма весов частей критерия «total» равна 1,15, а не 1')
      .first()
      .waitFor()
    await page.getByRole('textbox', { name: 'Взаимодействие' }).fill('0,15')
    await page.getByText('Точно', { exact: true }).waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('follows the text itself, and says why a text cannot be computed', async () => {
    const studio = await openPage(browser, server.address, {
      ...{ language: 'kk', theme: 'light' },
    })
    const { page } = studio
    await page.goto(HDI)
    await page.getByText('Дәл', { exact: true }).waitFor()
    await page.getByText('Қағидалар мәтіні').first().click()
    const text = page.getByRole('textbox', { name: 'Қағидалар мәтіні' })
    const rules = await text.inputValue()
    await text.fill(rules.replace('to: 75000', 'to: 40000'))
    await page
      .getByRole('row', { name: /жоғары|төмен/ })
      .first()
      .waitFor()
    await text.fill(rules.replace('least: 0 }', 'least: 70 }'))
    await page
      .getByText('Бұрынғы деректер бұл қағидаларға сәйкес келмейді.')
      .waitFor()
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })
})
