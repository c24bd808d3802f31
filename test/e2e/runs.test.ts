/** The results of a run: every body, every digit, in the order that is asked for. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ScoreAnswer } from '../../studio/api/answers.js'
import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'
import { openPage } from './helpers/studio-page.js'

let server: StudioServer
let browser: Browser

async function answerOf(path: string): Promise<unknown> {
  return (await fetch(`${server.address}${path}`)).json()
}

async function runOf(methodology: string, year: number): Promise<string> {
  const query = `methodology=${methodology}&year=${year}`
  const { items } = (await answerOf(`/v1/runs?${query}`)) as {
    items: readonly { id: string }[]
  }
  return items[0]?.id ?? ''
}

describe.skipIf(NO_BROWSER)('the results of a run', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 240_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('show every body of the answer, and no figure is rounded', async () => {
    const id = await runOf('hdi', 2021)
    const answer = (await answerOf(`/v1/runs/${id}/result`)) as ScoreAnswer
    const studio = await openPage(browser, server.address)
    await studio.page.goto(`/runs/${id}`)
    await studio.page.locator('.results tbody tr').first().waitFor()
    const shown = await studio.page.$$eval('.results tbody tr', (rows) =>
      rows.map((row) => ({
        body: row.querySelector('th a')?.getAttribute('href'),
        figures: [...row.querySelectorAll('td.number a')].map((link) => ({
          key: new URLSearchParams(
            link.getAttribute('href')?.split('?')[1],
          ).get('figure'),
          text: link.textContent.trim(),
        })),
      })),
    )
    expect(shown.map(({ body }) => body?.split('/').at(-1)).sort()).toEqual(
      answer.results.map((body) => body.id).sort(),
    )
    const exact = new Map(answer.results.map((body) => [body.id, body.exact]))
    for (const { body, figures } of shown) {
      expect(figures).toHaveLength(4)
      for (const { key, text } of figures) {
        const whole = exact.get(body?.split('/').at(-1) ?? '')?.[key ?? '']
        if (typeof whole !== 'string') expect(text).toBe('missing')
        else if (!text.endsWith('…')) expect(text).toBe(whole)
        else expect(whole.startsWith(text.slice(0, -1))).toBe(true)
      }
    }
    studio.expectQuiet()
    await studio.close()
  })

  it('are sorted by click and key, and the address keeps it', async () => {
    const id = await runOf('hdi', 2021)
    const { page, close } = await openPage(browser, server.address)
    await page.goto(`/runs/${id}`)
    const table = page.getByRole('region', { name: 'Results' })
    const head = table.getByRole('columnheader', { name: 'Body' })
    const first = page.locator('.results tbody tr').first()
    await head.getByRole('button').click()
    await first.getByRole('link', { name: 'Afghanistan' }).waitFor()
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await head.getByRole('button').press('Enter')
    await first.getByRole('link', { name: 'Zimbabwe' }).waitFor()
    await page.reload()
    await first.getByRole('link', { name: 'Zimbabwe' }).waitFor()
    await page.getByRole('searchbox').fill('kazakh')
    await page.getByText('Shown: 1 of 195.').waitFor()
    await page.getByRole('searchbox').fill('nobody at all')
    await page.getByText('No body fits what was asked for.').waitFor()
    await page.getByRole('button', { name: 'Show all bodies' }).click()
    await page.getByText('Shown: 195 of 195.').waitFor()
    await close()
  })

  it('have a table for each ranking, with flags and those left out', async () => {
    const id = await runOf('kz-unified-rating', 2025)
    const studio = await openPage(browser, server.address, {
      ...{ language: 'kk', theme: 'dark', width: 390 },
    })
    const { page } = studio
    await page.goto(`/runs/${id}`)
    const name = 'Мақсаттарға қол жеткізу: орталық органдар'
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 2, name }).waitFor()
    expect(new URL(page.url()).searchParams.get('ranking')).toBe(
      'goals-central',
    )
    await page
      .getByRole('combobox', { name: 'Белгі' })
      .selectOption({ label: 'Соңғы үш позицияның бірінде' })
    await page
      .getByRole('heading', { name: 'Бұл рейтингте орны жоқтар' })
      .waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('say what stands in the way where nobody has a total', async () => {
    const id = await runOf('kz-goals', 2012)
    const studio = await openPage(browser, server.address, {
      ...{ language: 'ru', theme: 'dark' },
    })
    await studio.page.goto(`/runs/${id}`)
    await studio.page
      .getByRole('heading', { name: 'Органы без итоговой оценки' })
      .waitFor()
    await studio.page.getByText('нет в данных').first().waitFor()
    studio.expectQuiet()
    await studio.close()
  })
})
