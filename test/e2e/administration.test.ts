/** Users, keys and the log of what was done, from the first user on. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { signInAs } from './helpers/studio-drafts.js'
import { openPage, type StudioPage } from './helpers/studio-page.js'
import {
  PASSWORD,
  startStudio,
  type StudioServer,
} from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser
let studio: StudioPage

describe.skipIf(NO_BROWSER)('administration', () => {
  beforeAll(async () => {
    server = await startStudio()
    browser = await openBrowser()
    studio = await openPage(browser, server.address)
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('adds the first user, who then has to sign in', async () => {
    const { page } = studio
    await page.goto('/administration')
    await page.getByText('There are no users yet.').waitFor()
    await page.getByLabel('Name').fill('Aigul')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await signInAs(page, 'Aigul')
  })

  it('adds others, changes their role and disables them', async () => {
    const { page } = studio
    await page.goto('/administration/users')
    await page.getByLabel('Name').fill('Berik')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByLabel('Role of Berik').selectOption('approver')
    await page.getByRole('button', { name: 'Disable Berik' }).click()
    await page.getByRole('button', { name: 'Enable Berik' }).waitFor()
    expect(await page.getByLabel('Role of Berik').inputValue()).toBe('approver')
  })

  it('says why somebody cannot be disabled', async () => {
    const { page } = studio
    await page.getByRole('button', { name: 'Disable Aigul' }).click()
    await page.getByText('LAST_ADMIN').waitFor()
  })

  it('shows a key once, and revokes it', async () => {
    const { page } = studio
    await page.goto('/administration/keys')
    await page.getByLabel('What it is for').fill('portal')
    await page.getByLabel('Valid until').fill('2099-12-31')
    await page.getByRole('button', { name: 'Make', exact: true }).click()
    const token = (await page.locator('.token code').textContent()) ?? ''
    const asked = await fetch(`${server.address}/v1/runs`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(asked.status).toBe(200)
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await page.getByRole('button', { name: 'Revoke portal' }).click()
    await page.getByRole('cell', { name: 'revoked' }).waitFor()
    expect(await page.content()).not.toContain(token)
  })

  it('has a log whose chain is whole', async () => {
    const { page } = studio
    await page.goto('/administration/audit')
    await page.getByText('api-key.revoked').waitFor()
    await page.getByRole('button', { name: 'Check the chain' }).click()
    await page.getByText(/The chain of \d+ entries is whole/).waitFor()
    studio.expectQuiet()
  })
})
