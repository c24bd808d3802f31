/** A draft is edited: its tree, its forms and its text are one, and nothing that is written is lost. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { openPage, type PageSetting } from './helpers/studio-page.js'
import { startStudio, type StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser
let versions = 2026

describe.skipIf(NO_BROWSER)('the editor of a draft', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('changes a weight in the tree, shares out the rest, and touches nothing else of the file', async () => {
    const { id, text } = await makeDraft()
    const studio = await openDraft(id)
    const { page } = studio
    await page.getByLabel('Weight of Achievement of goals').fill('0.5')
    await page.getByText('Weights add up to 1.05 of 1; 0.05 too much').waitFor()
    await page
      .getByRole('button', { name: 'Share out the rest equally' })
      .click()
    await page.getByText('Weights add up to 1', { exact: true }).waitFor()
    await page.getByText('Saved', { exact: true }).waitFor()
    // 0.05 from two others: 0.3 - 0.025 and 0.25 - 0.025.
    expect(await storedText(id)).toBe(
      text
        .replace('weight: 0.45', 'weight: 0.5')
        .replace('weight: 0.3,', 'weight: 0.275,')
        .replace('weight: 0.25,', 'weight: 0.225,'),
    )
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(
      await page.getByLabel('Weight of Achievement of goals').inputValue(),
    ).toBe('0.45')
    await expectStored(id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('writes in the form what the text shows, and takes it back with one key', async () => {
    const { id, text } = await makeDraft()
    const studio = await openDraft(id, {}, '?at=/criteria/total')
    const { page } = studio
    await page.getByLabel('Digits after the point').fill('3')
    await page.getByRole('tab', { name: 'YAML' }).click()
    await expectStored(
      id,
      text.replace(
        'round: { digits: 2, mode: half-up }\n    cite',
        'round: { digits: 3, mode: half-up }\n    cite',
      ),
    )
    await page.getByRole('tab', { name: 'Form' }).click()
    await page.getByRole('heading', { name: 'Unified rating' }).first().click()
    await page.keyboard.press('Control+z')
    expect(await page.getByLabel('Digits after the point').inputValue()).toBe(
      '2',
    )
    await expectStored(id, text)
    studio.expectQuiet()
    await studio.close()
  })

  it('shows the last form while the text cannot be read, and opens it again when it is mended', async () => {
    const { id } = await makeDraft()
    const studio = await openDraft(id, {}, '?at=/criteria/total&view=yaml')
    const { page } = studio
    await typeAtStart(page, '{')
    await page.getByText('The text cannot be read as it stands.').waitFor()
    await page.getByRole('tab', { name: 'Form' }).click()
    const unit = page.getByLabel('Unit')
    expect(await unit.inputValue()).toBe('points')
    expect(await unit.isEditable()).toBe(false)
    expect(
      await page.getByLabel('Weight of Achievement of goals').isDisabled(),
    ).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page
      .getByText('The text cannot be read as it stands.')
      .waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Unified rating/ }).click()
    expect(await unit.isEditable()).toBe(true)
    studio.expectQuiet()
    await studio.close()
  })

  it('brings both texts together where somebody else was faster', async () => {
    const { id, text } = await makeDraft()
    const studio = await openDraft(id)
    const { page } = studio
    const theirs = text.replace(
      'digits: 2, mode: half-up',
      'digits: 4, mode: half-up',
    )
    await writeText(id, theirs)
    await page.getByLabel('Weight of Achievement of goals').fill('0.5')
    await page
      .getByRole('heading', {
        name: 'Somebody else has changed this draft meanwhile',
      })
      .waitFor()
    await page.getByRole('button', { name: 'Take both changes' }).click()
    await expectStored(id, theirs.replace('weight: 0.45', 'weight: 0.5'))
    await page.getByText('Saved', { exact: true }).waitFor()
    // The refused request is told by the browser as an error, which is none of the page.
    studio.expectQuiet()
    await studio.close()
  })

  it('keeps what the server did not receive, and takes it up again', async () => {
    const { id, text } = await makeDraft()
    const studio = await openDraft(id)
    const { page } = studio
    await page.route('**/v1/drafts/*/text', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await page.getByLabel('Weight of Achievement of goals').fill('0.4')
    await page.getByText('The server does not answer.').waitFor()
    await page.getByLabel('Weight of Interaction with').fill('0.35')
    await page.reload()
    expect(
      await page.getByLabel('Weight of Interaction with').inputValue(),
    ).toBe('0.35')
    await page.unroute('**/v1/drafts/*/text')
    await expectStored(
      id,
      text
        .replace('weight: 0.45', 'weight: 0.4')
        .replace('weight: 0.3,', 'weight: 0.35,'),
    )
    await studio.close()
  })

  it('moves what is selected by keys, and says in words why a name cannot be given', async () => {
    const { id } = await makeDraft()
    const studio = await openDraft(id, {}, '?at=/indicators/orgdev')
    const { page } = studio
    const node = page.getByRole('button', { name: /^Organisational/ }).first()
    await node.focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('Saved', { exact: true }).waitFor()
    await expect
      .poll(() => storedText(id).then((text) => keysOf(text)), TIME)
      .toEqual(['goals', 'orgdev', 'interaction'])
    await page.getByRole('button', { name: 'Add a criterion' }).first().click()
    await page.getByLabel('Name', { exact: true }).fill('1st')
    await page.getByText('A name begins with a Latin letter').waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('ticks a body into a block, and writes the list of that row', async () => {
    const { id, text } = await makeDraft()
    const studio = await openDraft(id, {}, '?at=/tables/scopes')
    await studio.page
      .getByRole('checkbox', { name: 'national-bank is outside of goals' })
      .check()
    await expectStored(
      id,
      text.replace(
        '[national-bank, [orgdev],',
        '[national-bank, [goals, orgdev],',
      ),
    )
    studio.expectQuiet()
    await studio.close()
  })
})

const TIME = { timeout: 10_000, interval: 100 }

async function openDraft(id: string, setting: PageSetting = {}, query = '') {
  const studio = await openPage(browser, server.address, setting)
  await studio.page.goto(`/drafts/${id}${query}`)
  await studio.page.locator('h1').waitFor()
  return studio
}

async function makeDraft(): Promise<{
  readonly id: string
  readonly text: string
}> {
  versions += 1
  const from = {
    methodology: 'kz-unified-rating',
    version: '2025',
    as: String(versions),
  }
  const response = await fetch(`${server.address}/v1/drafts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from }),
  })
  const { draft } = (await response.json()) as { draft: { id: string } }
  return { id: draft.id, text: await storedText(draft.id) }
}

async function storedText(id: string): Promise<string> {
  const response = await fetch(`${server.address}/v1/drafts/${id}/text`)
  return response.text()
}

async function expectStored(id: string, text: string): Promise<void> {
  await expect.poll(() => storedText(id), TIME).toBe(text)
}

async function writeText(id: string, text: string): Promise<void> {
  const address = `${server.address}/v1/drafts/${id}/text`
  const etag = (await fetch(address)).headers.get('etag') ?? ''
  const response = await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/yaml', 'if-match': etag },
    body: text,
  })
  expect(response.status).toBe(200)
}

async function typeAtStart(
  page: Awaited<ReturnType<typeof openDraft>>['page'],
  text: string,
): Promise<void> {
  await page.getByRole('textbox', { name: 'YAML' }).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(text)
}

function keysOf(text: string): readonly string[] {
  const section = /^indicators:\n((?: .*\n)+)/m.exec(text)?.[1] ?? ''
  return [...section.matchAll(/^ {2}(\w+):/gm)].flatMap(([, key]) => key ?? [])
}
