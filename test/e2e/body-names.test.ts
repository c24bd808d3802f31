/** Bodies of a register are named in the language of the reader, wherever they are shown. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { compareNames } from '../../studio/format/alphabet.js'
import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'
import { makeDraft } from './helpers/studio-drafts.js'
import { openPage } from './helpers/studio-page.js'

/** As rules/registers/kz-bodies.csv has it. */
const FINANCE = {
  kk: 'Қазақстан Республикасының Қаржы министрлігі',
  ru: 'Министерство финансов Республики Казахстан',
  en: 'Ministry of Finance of the Republic of Kazakhstan',
}

let server: StudioServer
let browser: Browser
let run = ''
let dataSet = ''

async function openRun(page: Page): Promise<void> {
  await page.goto(`/runs/${run}`)
  await page.locator('.results tbody tr').first().waitFor()
}

describe.skipIf(NO_BROWSER)('the names of bodies', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
    const query = 'methodology=kz-unified-rating&year=2025'
    const response = await fetch(`${server.address}/v1/runs?${query}`)
    const { items } = (await response.json()) as {
      items: readonly { id: string; dataSet: string }[]
    }
    run = items[0]?.id ?? ''
    dataSet = items[0]?.dataSet ?? ''
  }, 240_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('follow the language of the results without a reload, and so does their order', async () => {
    const studio = await openPage(browser, server.address, { language: 'kk' })
    const { page } = studio
    await openRun(page)
    const table = page.getByRole('region', { name: 'Нәтижелер' })
    const link = table.getByRole('link', { name: FINANCE.kk })
    await link.waitFor()
    expect(await link.getAttribute('lang')).toBe('kk')
    await table.getByRole('button', { name: 'Орган', exact: true }).click()
    const names = await page.locator('.results tbody th a').allTextContents()
    expect(names).toEqual([...names].sort(compareNames))
    await page.getByRole('searchbox').fill('қаржы министрлігі')
    await page.getByText('Көрсетілгені: 29 ішінен 1.').waitFor()
    await page.getByRole('button', { name: 'Русский' }).click()
    await page.getByText('Показано: 0 из 29.').waitFor()
    await page.getByRole('searchbox').fill('ministry-of-finance')
    await page
      .getByRole('region', { name: 'Результаты' })
      .getByRole('link', { name: FINANCE.ru })
      .waitFor()
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })

  it('stand on the page of a body, in its title and beside its neighbours', async () => {
    const studio = await openPage(browser, server.address, { language: 'ru' })
    const { page } = studio
    await page.goto(`/runs/${run}/bodies/ministry-of-finance`)
    await page.getByRole('heading', { level: 1, name: FINANCE.ru }).waitFor()
    expect(await page.title()).toContain(FINANCE.ru)
    await page
      .getByRole('link', { name: /Министерство здравоохранения/ })
      .waitFor()
    await studio.expectAccessible()
    await studio.close()
  })

  it('stand in the table of the data, which has ids alone', async () => {
    const studio = await openPage(browser, server.address, { language: 'kk' })
    const { page } = studio
    await page.goto(`/data/${dataSet}`)
    await page.getByRole('searchbox').fill('қаржы министрлігі')
    await page.getByRole('cell', { name: FINANCE.kk }).waitFor()
    await studio.expectAccessible()
    await studio.close()
  })

  it('stand in the effect, in the matrix and in the publication of a draft', async () => {
    const studio = await openPage(browser, server.address, { language: 'kk' })
    const { page } = studio
    await page.goto('/')
    const draft = await makeDraft(page, {
      ...{ methodology: 'kz-unified-rating', version: '2025', as: '2027' },
      edits: [
        ['weight: 0\\.45', 'weight: 0.35'],
        ['weight: 0\\.3,', 'weight: 0.4,'],
      ],
    })
    await page.goto(`/drafts/${draft}/publication`)
    await page.getByRole('rowheader', { name: FINANCE.kk }).first().waitFor()
    await studio.expectAccessible()
    await page.goto(`/drafts/${draft}?at=/tables/scopes`)
    await page
      .getByRole('rowheader', { name: /Ұлттық Банкі/ })
      .first()
      .waitFor()
    const effect = page.getByRole('region', { name: 'Рейтингке салдары' })
    await effect.getByRole('searchbox').fill('қаржы министрлігі')
    await effect.getByRole('rowheader', { name: FINANCE.kk }).waitFor()
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })

  it('stay those of the data where no register is named', async () => {
    const { page, close } = await openPage(browser, server.address, {
      language: 'kk',
    })
    const response = await fetch(`${server.address}/v1/runs?methodology=hdi`)
    const { items } = (await response.json()) as {
      items: readonly { id: string }[]
    }
    await page.goto(`/runs/${items[0]?.id}`)
    const link = page
      .getByRole('region', { name: 'Нәтижелер' })
      .getByRole('link', { name: 'Kazakhstan' })
    await link.waitFor()
    expect(await link.getAttribute('lang')).toBe('en')
    await close()
  })
})
