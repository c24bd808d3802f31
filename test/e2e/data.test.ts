/** Data sets are looked at, corrected and loaded. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { openPage, type StudioPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser
let studio: StudioPage

/** The inputs of kz-unified-rating are goals, interaction and orgdev, each 0 to 100. */
const FAULTY =
  'id;Органы;goals;Interaction;orgdev\r\nalmaty;"Алматы";abc;50,5;60\r\nastana;Астана;70,25;700;\r\n'

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

describe.skipIf(NO_BROWSER)('data', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
    studio = await openPage(browser, server.address)
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('are listed, and filtered by an address', async () => {
    const { page } = studio
    await page.goto('/data')
    await page.getByRole('link', { name: /human development, 2021/ }).waitFor()
    await page.getByText('kz-bodies.csv').waitFor()
    await page.getByLabel('Methodology').selectOption('kz-goals')
    await page.getByLabel('Year').fill('2012')
    await page.getByLabel('Year').press('Enter')
    await page.waitForURL('/data?methodology=kz-goals&year=2012')
    await page.getByRole('link', { name: /regional panel, 2012/ }).waitFor()
    const rows = page
      .getByRole('region', { name: 'Data sets' })
      .locator('tbody tr')
    expect(await rows.count()).toBe(1)
    await page.getByLabel('Year').fill('1999')
    await page.getByLabel('Year').press('Enter')
    await page.getByText('There is no data set of this').waitFor()
  })

  it('show their rows, what is missing, and the runs made with them', async () => {
    const { page } = studio
    await page.goto('/data')
    await page.getByRole('link', { name: /unified rating, 2025/ }).click()
    const table = page.getByRole('region', { name: 'Bodies' })
    await table.getByRole('row', { name: /abai-oblast/ }).waitFor()
    await page
      .getByRole('link', { name: /^Unified rating .*, version/ })
      .waitFor()
    await page.getByLabel('Search in the table').fill('almaty')
    await page.getByText('Rows: 2 of 49.').waitFor()
    expect(
      await table
        .getByRole('row')
        .filter({ hasText: 'almaty' })
        .allInnerTexts(),
    ).toHaveLength(2)
  })

  it('with rows below the bodies have a table for each kind of row', async () => {
    const { page } = studio
    await page.goto('/data?methodology=kz-goals')
    await page.getByRole('link', { name: /regional panel, 2012/ }).click()
    await page.getByRole('button', { name: 'indices' }).click()
    await page.waitForURL(/\?table=indices$/)
    await page.getByRole('region', { name: 'indices' }).waitFor()
  })

  it('are refused with every bad cell, corrected on the page, and loaded', async () => {
    const { page } = studio
    await page.goto('/data/new')
    await page.getByRole('heading', { name: 'Load data' }).waitFor()
    await page.getByLabel('Methodology').selectOption('kz-unified-rating')
    await page.getByRole('textbox', { name: 'Year' }).fill('2025')
    await page.getByLabel('Name of the data set').fill('Two cities')
    await page.getByLabel('Where the data come from').fill('A letter')
    await page.getByLabel('Choose files').setInputFiles(csv('two.csv', FAULTY))
    await page.getByLabel('Органы').selectOption('name')
    expect(await page.getByLabel('Interaction').inputValue()).toBe(
      'interaction',
    )
    expect(await page.getByLabel(/decimal comma/).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Check and load' }).click()
    await page.getByText('There are 2 places to correct.').waitFor()
    const goals = page.getByLabel('Correction of goals, almaty, line 2')
    expect(await goals.inputValue()).toBe('abc')
    await goals.fill('80,125')
    await page
      .getByLabel('Correction of interaction, astana, line 3')
      .fill('701')
    // What was typed is there again where the server could not be reached.
    await page.route('**/v1/data-sets?*', (route) => route.abort())
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByText('The server does not answer').waitFor()
    expect(await goals.inputValue()).toBe('80,125')
    await page.unroute('**/v1/data-sets?*')
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByText('There is one place to correct.').waitFor()
    await page.getByLabel(/Correction of interaction/).fill('70')
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByRole('heading', { name: 'The data are loaded' }).waitFor()
    await page.getByRole('link', { name: 'Open Two cities' }).click()
    const row = page.getByRole('row', { name: /Алматы/ })
    await row.waitFor()
    // Digits after the comma are kept as they were typed.
    expect(await row.innerText()).toMatch(/80\.125\s+50\.5\s+60/)
  })

  it('remember which column is which input', async () => {
    const { page } = studio
    await page.goto('/data/new')
    await page.getByLabel('Methodology').selectOption('kz-unified-rating')
    await page.getByLabel('Choose files').setInputFiles(csv('two.csv', FAULTY))
    await page.getByLabel('Органы').waitFor()
    expect(await page.getByLabel('Органы').inputValue()).toBe('name')
    await page.getByRole('button', { name: 'Remove two.csv' }).click()
    await page.getByLabel('Органы').waitFor({ state: 'detached' })
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.csv'))
      return transfer
    }, FAULTY)
    const place = page.getByText('Drop files here')
    await place.dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByText('table bodies, rows: 2').waitFor()
    await page.getByRole('button', { name: 'Remove dropped.csv' }).click()
  })

  it('are refused as JSON and corrected, and so is an empty form', async () => {
    const { page } = studio
    const template = await fetch(
      `${server.address}/v1/methodologies/kz-unified-rating/versions/2025/template?format=xlsx`,
    )
    const workbook = {
      name: 'form.xlsx',
      mimeType: template.headers.get('content-type') ?? '',
      buffer: Buffer.from(await template.arrayBuffer()),
    }
    await page.goto('/data/new')
    await page.getByLabel('Methodology').selectOption('kz-unified-rating')
    await page.getByRole('textbox', { name: 'Year' }).fill('2025')
    await page.getByLabel('Name of the data set').fill('One city')
    await page.getByLabel('Where the data come from').fill('A letter')
    await page.getByLabel('Choose files').setInputFiles(workbook)
    await page.getByRole('button', { name: 'Check and load' }).click()
    await page.getByText('Correct the file in the program').waitFor()
    await studio.expectAccessible()
    await page.getByRole('button', { name: 'Remove form.xlsx' }).click()
    const json = '{"bodies":[{"id":"almaty","goals":"abc","orgdev":12.5}]}'
    await page.getByLabel('Choose files').setInputFiles({
      ...{ name: 'one.json', mimeType: 'application/json' },
      buffer: Buffer.from(json),
    })
    await page.getByRole('button', { name: 'Check and load' }).click()
    await page.getByLabel('Correction of goals, almaty').fill('0.10')
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByRole('link', { name: 'Open One city' }).click()
    await page
      .getByRole('row', { name: /almaty Almaty city 0.1 missing 12.5/ })
      .waitFor()
  })

  it('are corrected by data that say which cells differ', async () => {
    const { page } = studio
    await page.goto('/data?methodology=kz-unified-rating')
    await page.getByRole('link', { name: 'Two cities' }).click()
    await page.getByRole('link', { name: 'Load a correction' }).click()
    await page.getByText('These data will replace').waitFor()
    await page.getByLabel('Name of the data set').fill('Two cities, corrected')
    const text =
      'id,name,goals,interaction,orgdev\nalmaty,Алматы,80.125,50.5,61\nastana,Астана,70.25,,\n'
    await page.getByLabel('Choose files').setInputFiles(csv('two.csv', text))
    await page.getByText('All columns have the names of inputs.').waitFor()
    await page.getByRole('button', { name: 'Check and load' }).click()
    await page.getByText('2 cells or rows differ.').waitFor()
    await page.getByRole('link', { name: /Open Two cities/ }).click()
    const changes = page.getByRole('region', { name: 'What the correction' })
    await changes.getByRole('row', { name: 'almaty orgdev 60 61' }).waitFor()
    await changes
      .getByRole('row', { name: 'astana interaction 70 missing' })
      .waitFor()
    await studio.expectAccessible()
    studio.expectQuiet()
  })

  it('are shown in Kazakh and Russian, in the dark and on a telephone', async () => {
    const kazakh = await openPage(browser, server.address, {
      ...{ language: 'kk', theme: 'dark', width: 390 },
    })
    await kazakh.page.goto('/data')
    await kazakh.page.getByRole('heading', { name: 'Тізілімдер' }).waitFor()
    await kazakh.page.getByText('kz-bodies.csv').waitFor()
    await kazakh.page
      .getByRole('link', { name: 'Адам дамуы индексі', exact: true })
      .first()
      .waitFor()
    const offered = await kazakh.page
      .getByLabel('Әдістеме')
      .getByRole('option')
      .allTextContents()
    expect(offered.slice(0, 3).map((each) => each.trim())).toEqual([
      ...['барлығы', 'Адам дамуы индексі'],
      'Ақпараттық технологияларды қолдану',
    ])
    const width = () =>
      kazakh.page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBe(390)
    await kazakh.page
      .getByRole('link', { name: 'Two cities, corrected' })
      .first()
      .click()
    await kazakh.page.getByRole('row', { name: /70,25/ }).waitFor()
    expect(await width()).toBe(390)
    kazakh.expectQuiet()
    await kazakh.close()

    const russian = await openPage(browser, server.address, {
      ...{ language: 'ru', theme: 'dark' },
    })
    await russian.page.goto(`/data/${'0'.repeat(64)}`)
    await russian.page.getByText('DATA_SET_UNKNOWN').waitFor()
    await russian.page.goto('/data/new')
    await russian.page.getByLabel('Методика').selectOption('kz-goals')
    await russian.page.getByRole('textbox', { name: 'Год' }).fill('2012')
    await russian.page
      .getByRole('link', { name: 'goals.indicators.csv' })
      .waitFor()
    await russian.page
      .getByLabel('Выбрать файлы')
      .setInputFiles([
        csv('bodies.csv', 'id\na\n'),
        csv('goals.csv', 'body,id\nb,g1\n'),
      ])
    await russian.page.getByLabel('Название набора').fill('Н')
    await russian.page.getByLabel('Откуда').fill('И')
    await russian.page.getByRole('button', { name: 'Проверить' }).click()
    await russian.page
      .getByRole('heading', { name: 'Что нужно исправить' })
      .waitFor()
    await russian.page.getByLabel('Исправление: body, b, строка 2').waitFor()
    await russian.expectAccessible()
    russian.expectQuiet()
    await russian.close()
  })
})
