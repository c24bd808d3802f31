/** Workbooks and registers are read in the browser, corrected cell by cell, compared and loaded. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { XLSX_TYPE } from '../../server/xlsx/write-workbook.js'
import { packed, rows, text, value, workbook } from '../helpers/workbook.js'
import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { openPage, type StudioPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser
let studio: StudioPage

const xlsx = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: XLSX_TYPE,
  buffer: Buffer.from(bytes),
})

function sheetOf(bodies: number): Uint8Array {
  const lines = Array.from(
    { length: bodies },
    (_, at) => text(`A${at + 2}`, `b${at}`) + value(`B${at + 2}`, `${at / 7}`),
  )
  const header = text('A1', 'id') + text('B1', 'goals')
  return workbook({ sheets: { bodies: rows(header, ...lines) } })
}

/** One byte more is said to be packed than the packing ends with. */
function withJunk(): Buffer {
  const bytes = Buffer.from(packed({ '[Content_Types].xml': ' '.repeat(99) }))
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const size = bytes.readUInt32LE(directory + 20) + 1
  bytes.writeUInt32LE(size, directory + 20)
  return bytes
}

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

  it('in a workbook are matched, corrected in its cells, and loaded as they were seen', async () => {
    const { page } = studio
    const bytes = workbook({
      sheets: {
        '#notes': rows(text('A1', 'for people')),
        Лист1: rows(
          text('A1', 'id') +
            text('B1', 'Органы') +
            text('C1', 'goals') +
            text('D1', 'interaction') +
            text('E1', 'orgdev'),
          text('A2', 'shymkent') +
            text('B2', 'Шымкент') +
            value('C2', '80.125000000000004') +
            value('D2', '#DIV/0!', 't="e"') +
            '<c r="E2"><f>C2/2</f><v>40.0625</v></c>',
        ),
      },
    })
    await page.goto('/data/new')
    await page.getByLabel('Methodology').selectOption('kz-unified-rating')
    await page.getByRole('textbox', { name: 'Year' }).fill('2025')
    await page.getByLabel('Name of the data set').fill('A third city')
    await page.getByLabel('Where the data come from').fill('A letter')
    await page
      .getByLabel('Choose files')
      .setInputFiles(xlsx('third.xlsx', bytes))
    await page.getByText('table bodies, rows: 1').waitFor()
    await page.getByLabel('Органы').selectOption('name')
    await studio.expectAccessible()
    await page.getByRole('button', { name: 'Check and load' }).click()
    await page.getByText('There is one place to correct.').waitFor()
    await page.getByText('The workbook has formulas').waitFor()
    await studio.expectAccessible()
    const field = page.getByLabel('Correction of interaction, shymkent, line 2')
    expect(await field.inputValue()).toBe('#DIV/0!')
    await field.fill('0.10')
    const kept = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Keep the corrected file' }).click()
    expect((await kept).suggestedFilename()).toBe('third.xlsx')
    await page.getByRole('button', { name: 'Check again' }).click()
    await page.getByRole('link', { name: 'Open A third city' }).click()
    await page
      .getByRole('row', { name: /Шымкент 80.125 0.1 40.0625/ })
      .waitFor()
    await page.getByRole('link', { name: 'Make a run of these data' }).click()
    await page.waitForURL(/\/years\/2025\?dataSet=/)
    const form = page.getByRole('form')
    await form.getByLabel('Methodology').waitFor()
    expect(await form.getByLabel('Methodology').inputValue()).toBe(
      'kz-unified-rating',
    )
    expect(await form.getByLabel('Data set').inputValue()).toMatch(/^[0-9a-f]/)
    studio.expectQuiet()
  })

  it.each([
    ['CSV by another name', 'a.xlsx', Buffer.from('id,goals\na,1\n'), 'no ZIP'],
    [
      'an encrypted workbook',
      'b.xlsx',
      Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
      'password',
    ],
    ['nothing', 'c.xlsx', Buffer.alloc(0), 'no ZIP'],
    [
      'a file that was cut',
      'd.xlsx',
      Buffer.from(sheetOf(3).subarray(0, 900)),
      'damaged',
    ],
    [
      'bytes behind the packed ones',
      'e.xlsx',
      withJunk(),
      'cannot be unpacked',
    ],
    [
      'a bomb',
      'f.xlsx',
      Buffer.from(packed({ a: ' '.repeat(3_000_000) })),
      'as no data do',
    ],
  ])('are not sent where the file is %s', async (_, name, bytes, words) => {
    const { page } = studio
    await page.goto('/data/new')
    await page.getByLabel('Choose files').setInputFiles(xlsx(name, bytes))
    await page.getByRole('alert').filter({ hasText: words }).waitFor()
    expect(
      await page.getByRole('button', { name: 'Check and load' }).isDisabled(),
    ).toBe(true)
    await studio.expectAccessible()
    await page.getByRole('button', { name: `Remove ${name}` }).click()
  })

  it('of 5,000 rows are read in a moment, and a wrong sheet is told', async () => {
    const { page } = studio
    await page.goto('/data/new')
    await page.getByLabel('Methodology').selectOption('kz-unified-rating')
    await page.getByRole('textbox', { name: 'Year' }).fill('2025')
    const files = page.getByLabel('Choose files')
    await files.setInputFiles(xlsx('many.xlsx', sheetOf(5_000)))
    await page
      .getByText('table bodies, rows: 5,000')
      .waitFor({ timeout: 5_000 })
    await page.getByRole('button', { name: 'Remove many.xlsx' }).click()
    const wrong = workbook({
      sheets: {
        Лист1: rows(text('A1', 'Отчёт о чём-то другом')),
        Лист2: rows(text('A1', 'x')),
      },
    })
    await files.setInputFiles(xlsx('wrong.xlsx', wrong))
    await page.getByLabel('Name of the data set').fill('N')
    await page.getByLabel('Where the data come from').fill('S')
    await page.getByRole('button', { name: 'Check and load' }).click()
    await page.getByText(/has no sheet "bodies"/).waitFor()
    await studio.expectAccessible()
    await page.getByRole('button', { name: 'Remove wrong.xlsx' }).click()
    studio.expectQuiet()
  })

  it('of a server that does not answer are not downloaded, and the page says so', async () => {
    const { page } = studio
    await page.goto('/data?methodology=kz-unified-rating')
    await page.getByRole('link', { name: 'A third city' }).click()
    const link = page.getByRole('link', { name: 'XLSX', exact: true })
    const saved = page.waitForEvent('download')
    await link.click()
    expect((await saved).suggestedFilename()).toBe('A third city.xlsx')
    await page.route('**/data?format=xlsx', (route) => route.abort())
    await link.click()
    await page.getByText('The file was not downloaded.').waitFor()
    await studio.expectAccessible()
    await page.unroute('**/data?format=xlsx')
  })

  it('have registers, which are corrected, compared and loaded', async () => {
    const { page } = studio
    await page.goto('/data')
    await page.getByRole('link', { name: 'Load a register' }).click()
    await page.getByRole('heading', { name: 'Load a register' }).waitFor()
    await studio.expectAccessible()
    const header = 'id,valid_from,valid_to,successor,name_en\n'
    const load = async (rows: string) => {
      await page
        .getByLabel('Choose a file')
        .setInputFiles(csv('offices.csv', header + rows))
      await page.getByRole('textbox', { name: 'Name of this state' }).waitFor()
    }
    await load('o1,2012-01-19,,,Finance\no2,2012,,,Health\n')
    await page.getByRole('combobox', { name: 'Register' }).fill('offices')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('There is one place to correct.').waitFor()
    await studio.expectAccessible()
    await page.getByLabel(/Correction of valid_from/).fill('2012-01-19')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('There is no register of this name yet.').waitFor()
    await page.getByRole('button', { name: 'Load the register' }).click()
    await page.getByText('The register is loaded').waitFor()
    await studio.expectAccessible()
    await page.getByRole('link', { name: 'All registers' }).click()
    await page.getByRole('link', { name: 'Load a register' }).click()
    await load('o1,2012-01-19,,,Finance and economy\no3,2020-01-01,,,Water\n')
    expect(
      await page.getByRole('combobox', { name: 'Register' }).inputValue(),
    ).toBe('offices')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('Bodies that come: 1. Bodies that go: 1.').waitFor()
    await page
      .getByRole('row', { name: /o1 .* name_en Finance Finance and economy/ })
      .waitFor()
    await studio.expectAccessible()
    await page.getByRole('button', { name: 'Load the register' }).click()
    await page.getByText('The register is loaded').waitFor()
    studio.expectQuiet()
  })
})
