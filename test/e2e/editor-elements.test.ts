/** Elements of a draft are moved, renamed and removed, and examples are made of bodies: only what is meant changes. */
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

let server: StudioServer
let browser: Browser
let versions = 2026

describe.skipIf(NO_BROWSER)('elements of a draft', () => {
  beforeAll(async () => {
    server = await startStudio([
      { name: 'Aigerim', role: 'owner' },
      { name: 'Bolat', role: 'analyst' },
      { name: 'Saule', role: 'approver' },
    ])
    browser = await openBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('makes an example of a body, which is green at once and touches nothing else of the file', async () => {
    const { studio, page, id, text } = await openDraft('?side=examples')
    await page
      .getByRole('button', { name: 'Make an example of a body' })
      .click()
    await page
      .getByRole('combobox', { name: 'Body' })
      .selectOption('ministry-of-finance')
    // 0.45 * 98.44 + 0.3 * 97.67 + 0.25 * 94.84 = 44.298 + 29.301 + 23.71 = 97.309
    await page.getByText('Unified rating (total): 97.31').waitFor()
    await page.getByText('Other bodies decide these too').waitFor()
    await studio.expectAccessible()
    await page.getByLabel('Status: scored').uncheck()
    await page.getByLabel('Title of the example').fill('Finance in 2025')
    await page.getByRole('button', { name: 'Write it into the draft' }).click()
    await page.getByText('Passed: 8 of 8').waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
    const stored = await storedText(page, id)
    const added = stored.slice(text.length)
    expect(stored.startsWith(text)).toBe(true)
    expect(added).toContain('goals: 98.44')
    expect(added).toContain('total: 97.31')
    expect(added).not.toContain('status:')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('drags a criterion to its new place, the same as the buttons do, and takes it back', async () => {
    const { studio, page, id, text } = await openDraft('?at=/indicators/orgdev')
    const row = (name: RegExp) =>
      page.locator('.row', { has: page.getByRole('button', { name }) })
    await row(/^Organisational development/).dragTo(row(/^Interaction/), {
      targetPosition: { x: 40, y: 3 },
    })
    await expectMoved()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectStored(page, id, text)
    await row(/^Organisational development/)
      .getByRole('button')
      .click()
    await page.getByRole('button', { name: 'Up', exact: true }).click()
    await expectMoved()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()

    async function expectMoved(): Promise<void> {
      const lines = text.split('\n')
      const from = lines.findIndex((line) => line.startsWith('  orgdev:'))
      const to = lines.findIndex((line) => line.startsWith('  interaction:'))
      const [moved = ''] = lines.splice(from, 1)
      lines.splice(to, 0, moved)
      await expectStored(page, id, lines.join('\n'))
    }
  })

  it('renames an element with all that speak of it, and takes that back in one step', async () => {
    const { studio, page, id, text } = await openDraft('?at=/indicators/orgdev')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByLabel('Name', { exact: true }).fill('development')
    await page.getByText('These places of the file speak of it').waitFor()
    await studio.expectAccessible()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Rename' })
      .click()
    await expectStored(
      page,
      id,
      text.replaceAll(/(?<![\w$.])orgdev(?!\w)/g, 'development'),
    )
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('removes an element and nothing else, after it has said what speaks of it', async () => {
    const { studio, page, id, text } = await openDraft(
      '?at=/rules/worsened-three-years',
    )
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByText(
        'These places of the file speak of it, and will have a mistake',
      )
      .waitFor()
    await dialog.getByRole('button', { name: 'Remove' }).click()
    const lines = text.split('\n')
    const from = lines.findIndex((line) =>
      /^ {2}worsened-three-years:/.test(line),
    )
    const rest = lines.slice(from + 1)
    const length = rest.findIndex((line) => !/^ {3}/.test(line))
    const without = [...lines.slice(0, from), ...rest.slice(length)]
    await expectStored(page, id, without.join('\n'))
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectStored(page, id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('offers the elements of the file with their titles where a field names one', async () => {
    const { studio, page, id, text } = await openDraft('?at=/indicators/orgdev')
    await page.getByRole('tab', { name: 'Form' }).waitFor()
    const under = page.getByLabel('Belongs to')
    expect(await under.locator('option').allTextContents()).toContain(
      'Unified rating (total)',
    )
    await page.goto(
      page.url().replace('indicators/orgdev', 'rankings/unified-local'),
    )
    const output = page.getByLabel('Figure', { exact: true })
    expect(await output.inputValue()).toBe('total')
    expect(await storedText(page, id)).toBe(text)
    studio.expectQuiet()
    await studio.close()
  })

  it('tells at a field what is wrong with it, and why it cannot be written', async () => {
    const { studio, page } = await openDraft('?at=/indicators/orgdev', [
      ['weight: 0.25', 'weight: &quarter 0.25'],
    ])
    const weight = page.locator('[data-key="weight"]')
    await weight.getByRole('textbox').fill('0.3')
    await weight
      .getByText('This place is used by others in the file too.')
      .waitFor()
    expect(await page.getByText('This place is used by others').count()).toBe(1)
    await page.getByLabel('Add a setting').selectOption('maximum')
    const maximum = page.locator('[data-key="maximum"]')
    await maximum.getByRole('textbox').fill('unknown_name')
    await maximum.getByText('"unknown_name" is not').waitFor()
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })

  it('finds nothing wrong with a formula that may be left out', async () => {
    const { studio, page } = await openDraft()
    await page.getByText('For which it holds').waitFor()
    const formula = page.getByRole('textbox', { name: 'For which it holds' })
    await formula.waitFor()
    expect(await page.getByText('cannot be read').count()).toBe(0)
    await formula.fill('kind ==')
    await page.getByText('cannot be read').first().waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('is read by the approver without a control that does nothing, and closed to the analyst', async () => {
    const { studio, page, id } = await openDraft()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signInAs(page, 'Saule')
    for (const at of [
      'indicators/orgdev',
      'tables/scopes',
      'rules/worsened-three-years',
      'examples',
      'head',
    ]) {
      await page.goto(`/drafts/${id}?at=/${at}&side=examples`)
      await page.getByText('You may read this draft').waitFor()
      await page.getByText('Passed: 7 of 7').waitFor()
      const main = page.locator('.columns')
      expect(
        await main
          .locator(':is(button, input, select, textarea):disabled')
          .count(),
      ).toBe(0)
      expect(
        await main
          .locator('input[readonly], textarea[readonly], [draggable="true"]')
          .count(),
      ).toBe(0)
      await studio.expectAccessible()
    }
    for (const name of [
      'Undo',
      'Remove',
      'Add a criterion',
      'Make an example of a body',
      'Delete the draft',
    ]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    }
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signInAs(page, 'Bolat')
    await page.goto(`/drafts/${id}`)
    await page.getByRole('alert').waitFor()
    expect(await page.getByText('Criteria and indicators').count()).toBe(0)
    await studio.expectAccessible()
    await studio.close()
  }, 120_000)
})

const TIME = { timeout: 10_000, interval: 100 }

async function openDraft(query = '', edits: NewDraft['edits'] = []) {
  const studio = await openPage(browser, server.address)
  const { page } = studio
  await signInAs(page, 'Aigerim')
  versions += 1
  const id = await makeDraft(page, {
    ...{ methodology: 'kz-unified-rating', version: '2025' },
    ...{ as: String(versions), edits },
  })
  await page.goto(`/drafts/${id}${query}`)
  await page.locator('h1').waitFor()
  return { studio, page, id, text: await storedText(page, id) }
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
