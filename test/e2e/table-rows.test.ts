/** The rows of a table are edited in a grid, by the keyboard alone, and nothing else of the file changes. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import {
  ask,
  makeDraft,
  signInAs,
  type NewDraft,
} from './helpers/studio-drafts.js'
import { openPage } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

const LIMITS = `  limits: # of points
    key: kind
    columns: { kind: { type: level, values: [central, local] }, since: date, most: { type: number, unit: points }, final: boolean, blocks: list, words: text }
    rows:
      # by the order
      - [central, 2023-01-01, 1/3, true, [goals], "жекелеген көрсеткіштер"] # first
      - { kind: local, most: 0 } # by name
`

/** In the place of the grid's own table. */
const WITH_LIMITS: NewDraft['edits'] = [
  ['^  consequences:$', `${LIMITS}  consequences:`],
]

let server: StudioServer
let browser: Browser
let versions = 2040

describe.skipIf(NO_BROWSER)('rows of a table', () => {
  beforeAll(async () => {
    server = await startStudio([{ name: 'Aigerim', role: 'owner' }])
    browser = await openBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('are edited cell by cell, each in its own way, and each is one step back', async () => {
    const { studio, page, id, text } = await openDraft()
    await page.getByRole('gridcell', { name: '1/3' }).focus()
    await type(page, '0.25', 'Enter')
    await expectStored(page, id, text.replace('1/3', '0.25'))
    // Below it there is a zero; beside it nothing.
    expect(await focused(page)).toBe('0')
    await press(page, 'ArrowRight')
    expect(await focused(page)).toBe('missing')
    await press(page, 'Enter')
    await choose(page, 'yes')
    await press(page, 'Tab')
    await page.keyboard.type('goals orgdev,')
    await press(page, 'Backspace', 'Enter')
    await press(page, 'End', 'Enter')
    await type(page, 'сөз, "сөйлем"', 'Enter')
    const set = text
      .replace('1/3', '0.25')
      .replace(
        'most: 0 }',
        `most: 0, final: true, blocks: [goals], words: 'сөз, "сөйлем"' }`,
      )
    await expectStored(page, id, set)
    await studio.expectAccessible()
    for (let steps = 0; steps < 4; steps += 1) await press(page, 'Control+z')
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('keep what does not fit, and the engine tells at the cell what is wrong', async () => {
    const { studio, page, id, text } = await openDraft()
    await page.getByRole('gridcell', { name: '1/3' }).focus()
    await type(page, 'a third', 'Enter')
    const grid = page.getByRole('grid')
    await grid.getByText('Received "a third" where a decimal number').waitFor()
    await expectStored(page, id, text.replace('1/3', 'a third'))
    await press(page, 'ArrowUp', 'Delete')
    await grid.getByText('Received "a third"').waitFor({ state: 'detached' })
    await expectStored(page, id, text.replace('1/3', 'null'))
    expect(await focused(page)).toBe('missing')
    await press(page, 'Enter')
    await page.keyboard.type('5')
    await press(page, 'Escape')
    expect(await focused(page)).toBe('missing')
    await press(page, 'End', 'Delete')
    await press(page, 'Control+z', 'Control+z', 'Control+z')
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('are added, moved and removed, and the comments of others stay', async () => {
    const { studio, page, id, text } = await openDraft()
    await page.getByRole('rowheader', { name: 'central' }).focus()
    await press(page, 'Control+Enter')
    await choose(page, 'local')
    await press(page, 'Enter')
    const first = text.split('\n').find((line) => line.endsWith('# first'))
    const added = `${first}\n      - [local, null, null, null, [], null]`
    await expectStored(page, id, text.replace(first ?? '', added))
    await page
      .getByRole('grid')
      .getByText('has a row for "local" already')
      .waitFor()
    await press(page, 'Control+Delete')
    await page.getByRole('status').getByText('Row 3 was removed.').waitFor()
    const byName = '\n      - { kind: local, most: 0 } # by name'
    const fewer = text.replace(first ?? '', added).replace(byName, '')
    await expectStored(page, id, fewer)
    await press(page, 'Control+z', 'Control+z', 'Control+z')
    await expectStored(page, id, text)
    await press(page, 'Control+End', 'Alt+ArrowUp')
    await page.getByText('The row now stands in place 1 of 2.').waitFor()
    const order = '      # by the order\n'
    await expectStored(
      page,
      id,
      text.replace(byName, '').replace(order, `${byName.slice(1)}\n${order}`),
    )
    await press(page, 'Control+z')
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('take a block of cells from a spreadsheet in one step', async () => {
    const { studio, page, id, text } = await openDraft()
    await page.getByRole('gridcell', { name: '1/3' }).focus()
    await paste(page, '0,5\tИСТИНА\tgoals; orgdev\r\n2\tperhaps\t\r\n3\t\t')
    await page.getByText('Cells pasted: 9. Rows added: 1.').waitFor()
    await expectStored(
      page,
      id,
      text
        .replace('1/3, true, [goals]', '0.5, true, [goals, orgdev]')
        .replace(
          'most: 0 } # by name',
          'most: 2, final: perhaps, blocks: [] } # by name\n      - { kind: null, most: 3, blocks: [] }',
        ),
    )
    await page.getByRole('grid').getByText('Received "perhaps"').waitFor()
    await studio.expectAccessible()
    await press(page, 'Control+z')
    await expectStored(page, id, text)
    await press(page, 'End')
    await paste(page, 'a\tb')
    await page.getByText('Nothing was changed.').waitFor()
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('are found by a word, and read in the whole window', async () => {
    const { studio, page, id, text } = await openDraft('scopes')
    await page.getByText('Rows with their other cells').focus()
    await press(page, 'Enter', 'Tab', 'Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox').focus()
    await page.keyboard.type('bank')
    await dialog.getByText('Rows found: 1 of 29').waitFor()
    await dialog.getByRole('gridcell').first().focus()
    await press(page, 'Enter')
    await choose(page, 'no')
    await press(page, 'Enter')
    const line = /^ {6}- \[national-bank, .*$/m.exec(text)?.[0] ?? ''
    const other = line.replace('true', 'false')
    await expectStored(page, id, text.replace(line, other))
    await press(page, 'Control+z')
    await expectStored(page, id, text)
    await studio.expectAccessible()
    await press(page, 'Escape')
    await dialog.waitFor({ state: 'detached' })
    studio.expectQuiet()
    await studio.close()
  })

  it('are two thousand without a halt', async () => {
    const lines = Array.from(
      { length: 2000 },
      (_, index) =>
        `      - [body-${index}, [goals, orgdev], ${index}.5, "Мемлекеттік органның өзара іс-қимылы ${index}"]`,
    )
    const table = `  many:\n    key: body\n    columns: { body: text, blocks: list, most: number, words: text }\n    rows:\n${lines.join('\n')}\n`
    const { studio, page } = await openDraft('many', [
      ['^  consequences:$', `${table}  consequences:`],
    ])
    await page.getByText('Rows: 2,000').waitFor()
    await page.getByRole('rowheader', { name: 'body-0' }).focus()
    await press(page, 'Control+End')
    await expect.poll(() => focused(page), TIME).toMatch(/1999$/)
    const took = await page.evaluate(() => {
      const from = performance.now()
      const cell = document.activeElement
      const key = (init: KeyboardEventInit) =>
        new KeyboardEvent('keydown', {
          bubbles: true,
          cancelable: true,
          ...init,
        })
      cell?.dispatchEvent(key({ key: 'Delete' }))
      return performance.now() - from
    })
    await expect.poll(() => focused(page), TIME).toBe('missing')
    // A quarter of a second on a busy machine, and more than one for a whole reading.
    expect(took).toBeLessThan(1000)
    studio.expectQuiet()
    await studio.close()
  }, 120_000)
})

const TIME = { timeout: 20_000, interval: 100 }

async function openDraft(
  table = 'limits',
  edits: NewDraft['edits'] = WITH_LIMITS,
) {
  const studio = await openPage(browser, server.address)
  const { page } = studio
  await signInAs(page, 'Aigerim')
  versions += 1
  const id = await makeDraft(page, {
    ...{ methodology: 'kz-unified-rating', version: '2025' },
    ...{ as: String(versions), edits },
  })
  await page.goto(`/drafts/${id}?at=/tables/${table}&side=mistakes`)
  await page.locator('h1').waitFor()
  return { studio, page, id, text: await storedText(page, id) }
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Letters open a cell in the place of what it says. */
async function type(page: Page, text: string, end: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press(end)
}

/** As people do it in a list that is not open: by its letters. */
async function choose(page: Page, option: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), TIME)
    .toBe('SELECT')
  await page.keyboard.type(option)
}

function focused(page: Page): Promise<string> {
  return page.evaluate(
    () => document.activeElement?.textContent.trim() ?? 'nothing',
  )
}

/** As the browser does it with Ctrl+V. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', copied)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', {
        ...{ clipboardData, bubbles: true, cancelable: true },
      }),
    )
  }, text)
}

async function storedText(page: Page, id: string): Promise<string> {
  return (await ask(page, 'GET', `/v1/drafts/${id}/text`)).text
}

async function expectStored(
  page: Page,
  id: string,
  text: string,
): Promise<void> {
  await expect.poll(() => storedText(page, id), TIME).toBe(text)
}
