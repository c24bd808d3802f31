/** A run of two thousand bodies: it is drawn soon, all rows come to be there, and paper has them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'
import { openPage } from './helpers/studio-page.js'

const BODIES = 2000

let server: StudioServer
let browser: Browser
let run = ''

/** Each with other figures; every hundredth lacks one. */
function inventedData(): string {
  const rows = Array.from({ length: BODIES }, (_, index) => {
    const life = index % 100 === 99 ? '' : 40 + ((index * 7919) % 40_000) / 1000
    const schooling = [5 + (index % 13), 3 + (index % 11)]
    return [`B${index}`, `Body ${index}`, life, ...schooling, 600 + index * 30]
  })
  const head = 'id,name,life_expectancy,expected_schooling,mean_schooling'
  return `${head},gni_per_capita\n${rows.map((row) => `${row.join()}\n`).join('')}`
}

async function send<Answer>(path: string, type: string, body: string) {
  const headers = { 'content-type': type }
  const init = { method: 'POST', headers, body }
  const response = await fetch(`${server.address}${path}`, init)
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as Answer
}

async function makeRun(): Promise<string> {
  const about = 'methodology=hdi&year=2021&name=many&source=invented'
  const { dataSet } = await send<{ dataSet: { id: string } }>(
    `/v1/data-sets?${about}`,
    'text/csv',
    inventedData(),
  )
  const asked = { methodology: 'hdi', year: 2021, dataSet: dataSet.id }
  const made = await send<{ run: { id: string } }>(
    '/v1/runs',
    'application/json',
    JSON.stringify(asked),
  )
  return made.run.id
}

describe.skipIf(NO_BROWSER)('the results of two thousand bodies', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
    run = await makeRun()
  }, 240_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('come to be there whole, and are a table for those who listen', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.goto(`/runs/${run}`)
    const rows = page.locator('.results tbody tr')
    await rows.nth(BODIES - 1).waitFor({ state: 'attached' })
    expect(await rows.count()).toBe(BODIES)
    const table = page.getByRole('region', { name: 'Results' })
    const asTable = table.getByRole('table')
    expect(await asTable.getAttribute('aria-rowcount')).toBe('2001')
    expect(await asTable.getAttribute('aria-colcount')).toBe('7')
    expect(await rows.last().getAttribute('aria-rowindex')).toBe('2001')
    // Rows far from the window are there for those who listen as well.
    const last = table.getByRole('row').last()
    expect(await last.getByRole('rowheader').count()).toBe(1)
    expect(await last.getByRole('cell').count()).toBe(6)
    studio.expectQuiet()
    await studio.close()
  })

  it('are laid out near the window alone, and scrolled to the last row', async () => {
    const studio = await openPage(browser, server.address)
    const { page } = studio
    await page.goto(`/runs/${run}`)
    const last = page.locator('.results tbody tr').nth(BODIES - 1)
    await last.waitFor({ state: 'attached' })
    const isLaidOut = () =>
      last.evaluate((row) =>
        row.checkVisibility({ contentVisibilityAuto: true }),
      )
    expect(await isLaidOut()).toBe(false)
    await last.scrollIntoViewIfNeeded()
    await expect.poll(isLaidOut).toBe(true)
    await studio.close()
  })

  it('are found by an address that points at a row', async () => {
    const { page, close } = await openPage(browser, server.address)
    await page.goto(`/runs/${run}#body-B1500`)
    const row = page.locator('#body-B1500')
    await row.waitFor()
    await expect
      .poll(() =>
        row.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        }),
      )
      .toBe(true)
    await close()
  })

  it('are filtered together with the bodies that have no total', async () => {
    const { page, close } = await openPage(browser, server.address)
    await page.goto(`/runs/${run}`)
    const unscored = page.getByRole('region', {
      name: 'Bodies without a total',
    })
    const names = unscored.getByRole('link')
    await names.first().waitFor()
    expect(await names.count()).toBe(20)
    await page.getByRole('searchbox').fill('body 1999')
    await page.getByText('Shown: 1 of 2,000.').waitFor()
    expect(await names.allTextContents()).toEqual(['Body 1999'])
    await page.getByRole('searchbox').fill('body 1998')
    await page
      .getByText('None of the bodies asked for is here.')
      .first()
      .waitFor()
    expect(await names.count()).toBe(0)
    await close()
  })

  it('are printed with every row, however soon', async () => {
    const { page, close } = await openPage(browser, server.address)
    await page.goto(`/runs/${run}`)
    const rows = page.locator('.results tbody tr')
    await rows.first().waitFor()
    await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
    })
    expect(await rows.count()).toBe(BODIES)
    await page.emulateMedia({ media: 'print' })
    const layout = await rows.last().evaluate((row) => ({
      display: getComputedStyle(row).display,
      isLaidOut: row.checkVisibility({ contentVisibilityAuto: true }),
    }))
    expect(layout).toEqual({ display: 'table-row', isLaidOut: true })
    await close()
  })
})
