/** Why a body got its score: from the total down to the cell, in three languages, two colour schemes and two widths. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'
import { openPage, type PageSetting } from './helpers/studio-page.js'

interface StoredRun {
  readonly id: string
  readonly methodology: string
  readonly year: number
}

let server: StudioServer
let browser: Browser
let runs: readonly StoredRun[]

/** The address of a body in a demonstration. */
function bodyOf(methodology: string, year: number, body: string): string {
  const run = runs.find(
    (each) => each.methodology === methodology && each.year === year,
  )
  if (!run) throw new Error(`${methodology} of ${year} has not been run`)
  return `/runs/${run.id}/bodies/${body}`
}

async function open(path: string, setting: PageSetting) {
  const studio = await openPage(browser, server.address, setting)
  await studio.page.goto(path)
  return studio
}

describe.skipIf(NO_BROWSER)('the explanation of a score', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
    const response = await fetch(`${server.address}/v1/runs`)
    const { items } = (await response.json()) as {
      items: readonly StoredRun[]
    }
    runs = items
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('leads from the index of Kazakhstan to the cell of its life expectancy', async () => {
    const path = bodyOf('hdi', 2021, 'KAZ')
    const studio = await open(path, { language: 'en', theme: 'light' })
    const { page } = studio
    await page.getByRole('heading', { level: 1, name: 'Kazakhstan' }).waitFor()
    const explanation = page.getByRole('region', { name: 'Explanation' })
    await page
      .getByRole('link', { name: /^Life expectancy at birth 0\.7594/ })
      .click()
    await explanation
      .getByText('goalposts "le": (69.3622 - 20) / (85 - 20)')
      .waitFor()
    const heading = explanation.getByRole('heading', {
      name: 'Life expectancy at birth',
    })
    expect(
      await heading.evaluate((each) => each === document.activeElement),
    ).toBe(true)
    await explanation
      .getByRole('link', { name: 'Life expectancy at birth 69.3622' })
      .click()
    await explanation.getByText('bodies[88]').waitFor()
    expect(await explanation.getByRole('definition').allInnerTexts()).toEqual(
      expect.arrayContaining(['life_expectancy', '69.3622']),
    )
    const way = explanation.getByRole('navigation')
    expect(await way.getByRole('listitem').count()).toBe(4)
    await page.goBack()
    await explanation.getByText('goalposts "le"').waitFor()
    expect(new URL(page.url()).searchParams.get('figure')).toBe(
      'score(life_expectancy)',
    )
    studio.expectQuiet()
    await studio.close()
  })

  it('says which rule takes a block from a body, with its words', async () => {
    const path = bodyOf('kz-unified-rating', 2025, 'national-bank')
    const studio = await open(path, { language: 'kk', theme: 'dark' })
    const { page } = studio
    await page
      .getByRole('link', { name: 'Ұйымдастырушылық даму қолданылмайды' })
      .first()
      .click()
    const explanation = page.getByRole('region', { name: 'Түсіндірме' })
    await explanation
      .getByText('ұйымдастырушылық дамуы" блогын қоспағанда”', { exact: false })
      .last()
      .waitFor()
    await explanation.getByText('id == "national-bank"').first().waitFor()
    await page.getByRole('img', { name: 'Баға неден жасалған' }).waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('shows what is missing, what does not apply, and what the parts bring', async () => {
    const path = bodyOf('kz-goals', 2012, 'almaty')
    const studio = await open(path, {
      ...{ language: 'ru', theme: 'light', width: 390 },
    })
    const { page } = studio
    await page
      .getByRole('link', { name: 'Управление рисками неприменимо' })
      .waitFor()
    await page
      .getByRole('link', { name: /^Вычет баллов нет данных/ })
      .first()
      .click()
    const explanation = page.getByRole('region', { name: 'Объяснение' })
    await explanation.getByText('reported_late equal true').waitFor()
    await explanation
      .getByRole('link', { name: /^Отчётная информация .* нет данных$/ })
      .click()
    await explanation.getByText('bodies[2]', { exact: true }).waitFor()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    studio.expectQuiet()
    await studio.close()
  })

  it('adds the blocks up to the total', async () => {
    const path = bodyOf(
      'kz-unified-rating',
      2025,
      'agency-for-civil-service-affairs',
    )
    const studio = await open(path, { language: 'en', theme: 'dark' })
    const table = studio.page
      .getByRole('region', { name: 'How the score adds up' })
      .getByRole('row')
    await table.nth(1).waitFor()
    // 0.45 * 60.79, 0.3 * 62.25, 0.25 * 62.83; together 61.738, half-up 61.74
    expect(await table.allInnerTexts()).toEqual([
      expect.any(String),
      expect.stringMatching(/\+27\.3555\s+27\.3555$/),
      expect.stringMatching(/\+18\.675\s+46\.0305$/),
      expect.stringMatching(/\+15\.7075\s+61\.738$/),
      expect.stringMatching(/\+0\.002\s+61\.74$/),
      expect.stringMatching(/61\.74$/),
    ])
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })

  it('says so where the run has no such body', async () => {
    const studio = await open(bodyOf('hdi', 2021, 'nobody'), {
      ...{ language: 'ru', theme: 'dark' },
    })
    const alert = studio.page.getByRole('alert')
    await alert.getByText('В расчёте нет органа').waitFor()
    await studio.close()
  })

  it('prints every figure with the hashes', async () => {
    const studio = await open(bodyOf('hdi', 2021, 'KAZ'), { theme: 'dark' })
    const { page } = studio
    await page.getByRole('region', { name: 'Explanation' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: 'Hashes' }).waitFor()
    // The index, three parts, four scores and their four cells.
    expect(await page.getByRole('article').count()).toBe(12)
    expect(
      await page.getByText('2fcbddf3a12cd949503e72fc2c90e09c').count(),
    ).toBe(1)
    studio.expectQuiet()
    await studio.close()
  })
})
