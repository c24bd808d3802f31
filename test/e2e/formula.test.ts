/** Formulas, files and conditions as the draft editor shows them, on a page of their own. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NO_BROWSER, openBrowser } from './helpers/browser.js'
import { startPage } from './helpers/page-server.js'
import { openPage, type PageSetting } from './helpers/studio-page.js'
import type { StudioServer } from './helpers/studio-server.js'

let server: StudioServer
let browser: Browser

const SHOTS = process.env['SHOTS']

async function open(setting: PageSetting = {}) {
  const studio = await openPage(browser, server.address, setting)
  const { page } = studio
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Mine' }).waitFor()
  await page.locator('.katex').nth(2).waitFor()
  return {
    ...studio,
    field: page.getByRole('textbox', { name: 'Filled posts' }),
  }
}

function said(page: Page, name: string): Promise<string | null> {
  return page.locator(`output[data-name=${name}]`).textContent()
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

describe.skipIf(NO_BROWSER)('the parts of the draft editor', () => {
  beforeAll(async () => {
    server = await startPage('formula')
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('complete a name by its title and a function by its name', async () => {
    const studio = await open({ language: 'ru' })
    const { page, field } = studio
    await field.fill('')
    await field.pressSequentially('Вак')
    await page.getByRole('option', { name: 'vacancies' }).waitFor()
    await studio.expectAccessible()
    await page.keyboard.press('Enter')
    await page.keyboard.type(' / roun')
    await page.getByRole('option', { name: 'round' }).waitFor()
    await page.getByText('half-even').waitFor()
    await shot(page, 'completion')
    await page.keyboard.press('Enter')
    await page.keyboard.type('staff')
    expect(await said(page, 'formula')).toBe('vacancies / round(staff)')
    await page.keyboard.press('Control+Space')
    await page.getByRole('listbox', { name: 'Имена и функции' }).waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByRole('listbox', { name: 'Имена и функции' })
      .waitFor({ state: 'detached' })
    studio.expectQuiet()
    await studio.close()
  })

  it('underline the word that is wrong, say why, and lead to it', async () => {
    const studio = await open({ theme: 'dark' })
    const { page, field } = studio
    await field.fill('staff + vacancy * 2')
    const wrong = page.locator('.cm-problem')
    await wrong.waitFor()
    expect(await wrong.allTextContents()).toEqual(['vacancy'])
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await expect
      .poll(() =>
        field.evaluate((element) =>
          element.ariaDescribedByElements
            ?.map((each) => each.textContent)
            .join(' '),
        ),
      )
      .toContain('"vacancy" is not')
    await studio.expectAccessible()
    await wrong.hover()
    await page.locator('.cm-tooltip').getByText('"vacancy" is not').waitFor()
    await shot(page, 'problem')
    await page.getByRole('button', { name: '"vacancy" is not' }).click()
    await page.keyboard.type('vacancies')
    expect(await said(page, 'formula')).toBe('staff + vacancies * 2')
    expect(await wrong.count()).toBe(0)
    studio.expectQuiet()
    await studio.close()
  })

  it('say in Russian what is wrong, under the word and below', async () => {
    const studio = await open({ language: 'ru' })
    const { page, field } = studio
    await field.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' + nix')
    const words = '«nix» здесь не найдено; требуется: имя'
    await page.getByRole('button', { name: words }).waitFor()
    await page.locator('.cm-problem', { hasText: 'nix' }).first().hover()
    await page.locator('.cm-tooltip').getByText(words).waitFor()
    expect(await page.locator('.problems [lang="en"]').count()).toBe(0)
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })

  it('are left by Tab, pass undo on, and take a text from outside', async () => {
    const studio = await open()
    const { page, field } = studio
    await field.click()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Shift+Z')
    expect(await said(page, 'told')).toBe('undo | redo')
    await page.keyboard.press('Tab')
    expect(await field.evaluate((it) => it === document.activeElement)).toBe(
      false,
    )
    await page.getByRole('button', { name: 'From outside' }).click()
    expect(await field.textContent()).toBe('staff / 2')
    const fixed = page.getByRole('textbox', { name: 'Not to be changed' })
    await fixed.click()
    await page.keyboard.type('1')
    expect(await fixed.textContent()).toBe('sqrt(staff) ^ 2 / cap')
    studio.expectQuiet()
    await studio.close()
  })

  it('show a formula as mathematics in the language of the reader', async () => {
    const studio = await open({ language: 'kk' })
    const drawn = studio.page.locator('.katex-mathml').nth(2)
    expect(await drawn.textContent()).toContain('қалған жағдайларда')
    await studio.page.locator('code', { hasText: 'no formula' }).waitFor()
    studio.expectQuiet()
    await studio.close()
  })

  it('build a condition by rows and groups, and keep what is not edited', async () => {
    const studio = await open({ language: 'en', theme: 'dark' })
    const { page } = studio
    const box = page
      .getByRole('group', { name: 'Condition', exact: true })
      .first()
    const label = (name: string) => box.getByLabel(name, { exact: true })
    await label('Value of condition 1').selectOption('local')
    expect(await said(page, 'condition')).toBe(
      'kind == "local" and (staff >= 1.50 or not late)',
    )
    await box.getByRole('button', { name: 'Add a condition' }).last().click()
    await page.getByText('Fill in the empty fields').waitFor()
    await page.keyboard.type('vacancies')
    await label('Comparison of condition 3').selectOption('is less than')
    await studio.expectAccessible()
    await label('Value of condition 3').fill('7')
    await label('Value of condition 3').blur()
    expect(await said(page, 'condition')).toBe(
      'kind == "local" and (staff >= 1.50 or not late) and vacancies < 7',
    )
    await box.getByRole('button', { name: 'Move condition 3 up' }).click()
    await label('How the conditions are joined')
      .first()
      .selectOption('any of these holds')
    await box.getByRole('button', { name: 'Remove condition 3.2' }).click()
    expect(await said(page, 'condition')).toBe(
      'kind == "local" or vacancies < 7 or staff >= 1.50',
    )
    await shot(page, 'condition')
    await box.getByRole('button', { name: 'Add a formula' }).last().click()
    await box
      .getByRole('textbox', { name: 'Condition 4 as a formula' })
      .waitFor()
    await page.locator('.cm-focused').waitFor()
    await page.keyboard.type('staff + vacancies > 9')
    expect(await said(page, 'condition')).toContain(
      'or (staff + vacancies > 9)',
    )
    studio.expectQuiet()
    await studio.close()
  })

  it('change a condition of facts as facts', async () => {
    const studio = await open()
    const { page } = studio
    const box = page
      .getByRole('group', { name: 'Condition', exact: true })
      .nth(1)
    await box
      .getByLabel('Value of condition 2')
      .selectOption(['central', 'local'])
    await box
      .getByLabel('Comparison of condition 1')
      .selectOption('is not true')
    expect(JSON.parse((await said(page, 'facts')) ?? '')).toEqual({
      any: [
        { fact: 'late', operator: 'equal', value: false },
        { fact: 'kind', operator: 'in', value: ['central', 'local'] },
      ],
    })
    studio.expectQuiet()
    await studio.close()
  })

  it('tell each change of a file, underline its mistakes, and search it', async () => {
    const studio = await open({ language: 'kk' })
    const { page } = studio
    const file = page.getByRole('textbox', { name: 'Text of the draft' })
    await file.click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type('nix')
    expect(await said(page, 'told')).toBe(
      [0, 1, 2]
        .map(
          (at) => `[{"from":${at},"to":${at},"insert":"${'nix'[at] ?? ''}"}]`,
        )
        .join(' | '),
    )
    expect(await page.locator('.cm-problem').allTextContents()).toEqual(['nix'])
    await page.getByRole('button', { name: '1-жол, қате' }).waitFor()
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: 'Табу' }).pressSequentially('staff')
    await page.locator('.cm-searchMatch').first().waitFor()
    await studio.expectAccessible()
    await shot(page, 'file')
    studio.expectQuiet()
    await studio.close()
  })

  it('show two texts and take a part of theirs', async () => {
    const studio = await open({ theme: 'dark' })
    const { page } = studio
    expect(await said(page, 'mine')).toBe('true')
    const take = page.getByRole('button', { name: 'Take this part of theirs' })
    await take.scrollIntoViewIfNeeded()
    await page.waitForTimeout(300)
    await shot(page, 'merge')
    await studio.expectAccessible()
    await take.click()
    expect(await said(page, 'mine')).toBe('false')
    studio.expectQuiet()
    await studio.close()
  })
})
