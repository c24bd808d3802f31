/** What follows from a rule is chosen and filled in by forms: a deduction with its cap, by the keyboard alone. */
import type { Browser, Locator, Page } from 'playwright-core'
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

describe.skipIf(NO_BROWSER)('what follows from a rule', () => {
  beforeAll(async () => {
    server = await startStudio([{ name: 'Aigerim', role: 'owner' }])
    browser = await openBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  it('is a deduction with a cap, added by the keyboard alone, and its effect is shown', async () => {
    const { studio, page, id, text } = await openDraft(
      'kz-unified-rating@2025',
      '/rules',
    )
    await press(page.getByRole('button', { name: 'Add a rule' }).first())
    await type(page, 'fined')
    await tabTo(page, field(page, 'What follows'))
    await page.keyboard.type('Takes')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'fined' }).waitFor()

    await press(page.getByRole('button', { name: 'Add a deduction' }).last())
    await type(page, 'fines')
    await tabTo(page, field(page, 'Paragraph of the act that states it'))
    await page.keyboard.type('80')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => field(page, 'Into the deduction').inputValue())
      .toBe('fines')
    await press(page.getByRole('button', { name: 'Add a cap' }))
    await type(page, 'late')
    await tabTo(page, field(page, 'At most'))
    await page.keyboard.type('3')
    await page.keyboard.press('Tab')
    await page.keyboard.type('81')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => field(page, 'Within the cap').inputValue())
      .toBe('late')
    await field(page, 'How many points').focus()
    await page.keyboard.type('5')
    await field(page, 'Paragraph').focus()
    await page.keyboard.type('79')
    await field(page, 'Given or reconstructed').focus()
    await page.keyboard.type('given')
    await field(page, 'Condition 1 as a formula').focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('goals > 90')
    await page.keyboard.press('Escape')
    await studio.expectAccessible()

    await press(page.getByRole('tab', { name: 'Mistakes' }))
    await page.getByText('No mistakes.').waitFor()
    await expectStored(
      page,
      id,
      withLines(text, {
        rules:
          '  fined:\n    when: "goals > 90"\n    deduct: { points: 5, into: fines, cap: late }\n    cite: "79"\n    mark: given\n',
        deductions:
          'deductions: { fines: { from: total, cite: "80", mark: given, caps: { late: { at_most: 3, cite: "81", mark: given } } } }\n',
      }),
    )
    await press(page.getByRole('tab', { name: 'Effect' }))
    // Of the central bodies with a total three have more than 90 in the data.
    await page.getByText('No place changes; 3 totals do.').first().waitFor()
    studio.expectQuiet()
    await studio.close()
  }, 120_000)

  it('is another event in its place, which says what it leaves out, and one undo brings all of it back', async () => {
    const { studio, page, id, text } = await openDraft(
      'kz-goals@2012',
      '/rules/unreliable',
    )
    const follows = field(page, 'What follows')
    await follows.focus()
    await page.keyboard.type('Holds')
    await page
      .getByText('Left out, as there is no place for it here: How many points')
      .waitFor()
    await follows.selectOption('choose')
    await expect
      .poll(() => field(page, 'Of the criterion').inputValue())
      .toBe('A')
    const deduct =
      'deduct: { points: points_per_unreliable_fact * unreliable_facts, into: W, cap: unreliable }'
    await expectStored(page, id, text.replace(deduct, 'choose: { of: A }'))
    await page.getByRole('tab', { name: 'YAML' }).click()
    await page.getByRole('tab', { name: 'Form' }).click()
    await page.getByText(/^Left out/).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectStored(page, id, text)
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(
      true,
    )
    studio.expectQuiet()
    await studio.close()
  })

  it('is taken out and put in by its elements, and the event stays when none is left', async () => {
    const { studio, page, id, text } = await openDraft(
      'kz-goals@2012',
      '/rules/no_risks_of_local',
    )
    const was = 'exclude: { criterion: C }'
    await page
      .getByRole('button', { name: 'Take Risk management (C) out' })
      .click()
    await expectStored(page, id, text.replace(was, 'exclude: {}'))
    await page.getByText('Received an empty table').first().waitFor()
    await page.getByLabel('From the assessment as a whole').check()
    await expectStored(page, id, text.replace(was, 'exclude: { body: true }'))
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })

  it('holds a value at one bound, which is changed in its place', async () => {
    const { studio, page, id, text } = await openDraft(
      'kz-goals@2012',
      '/rules/no_risks_of_local',
      [['exclude: { criterion: C }', 'limit: { of: A, at_most: 50 }']],
    )
    await field(page, 'Held').selectOption('exactly')
    await field(page, 'At this value').fill('40.5')
    await field(page, 'When').last().selectOption('before')
    await expectStored(
      page,
      id,
      text.replace(
        '{ of: A, at_most: 50 }',
        '{ of: A, exactly: 40.5, before: rounding }',
      ),
    )
    studio.expectQuiet()
    await studio.close()
  })

  it('is one of two, and the rule is mended by keeping it', async () => {
    const deduct = 'deduct: { points: points_for_lateness, into: W }'
    const { studio, page, id, text } = await openDraft(
      'kz-goals@2012',
      '/rules/late',
      [[deduct, `${deduct}, flag: {}`]],
    )
    await page
      .getByRole('button', { name: 'Keep this one: Takes points off' })
      .click()
    await field(page, 'What follows').waitFor()
    await expectStored(page, id, text.replace(`${deduct}, flag: {}`, deduct))
    studio.expectQuiet()
    await studio.close()
  })

  it('is held by a cap of the deduction, which is renamed in the rules too', async () => {
    const { studio, page, id, text } = await openDraft(
      'kz-goals@2012',
      '/deductions/W',
    )
    const cap = page.getByRole('region', { name: 'unreliable' })
    await cap.getByText('Named by the rules: unreliable').waitFor()
    await cap.getByLabel('Name', { exact: true }).fill('not sure')
    await cap.getByRole('alert').waitFor()
    await cap.getByLabel('Name', { exact: true }).fill('unconfirmed')
    await page.keyboard.press('Enter')
    const renamed = text
      .replace('      unreliable:\n', '      unconfirmed:\n')
      .replace('cap: unreliable }', 'cap: unconfirmed }')
    await expectStored(page, id, renamed)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectStored(page, id, text)
    await cap.getByLabel('At most').fill('7')
    await expectStored(
      page,
      id,
      text.replace('at_most: cap_of_unreliable', 'at_most: 7'),
    )
    await studio.expectAccessible()
    studio.expectQuiet()
    await studio.close()
  })
})

const TIME = { timeout: 15_000, interval: 100 }

function field(page: Page, name: string): Locator {
  return page.getByLabel(name, { exact: true })
}

async function press(button: Locator): Promise<void> {
  await button.focus()
  await button.press('Enter')
}

/** Into the field that a dialog begins with. */
async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(text)
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let steps = 0; steps < 12; steps += 1) {
    const isThere = await target.evaluate(
      (element) => element === document.activeElement,
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error('The field is not reached by Tab.')
}

async function openDraft(
  from: string,
  at: string,
  edits: NewDraft['edits'] = [],
) {
  const [methodology = '', version = ''] = from.split('@')
  const studio = await openPage(browser, server.address)
  const { page } = studio
  await signInAs(page, 'Aigerim')
  versions += 1
  const as = String(versions)
  const id = await makeDraft(page, { methodology, version, as, edits })
  await page.goto(`/drafts/${id}?at=${at}`)
  await page.getByRole('tab', { name: 'Form' }).waitFor()
  return { studio, page, id, text: await storedText(page, id) }
}

/** Lines at the end of the rules, and a section at the end of the file. */
function withLines(
  text: string,
  {
    rules,
    deductions,
  }: { readonly rules: string; readonly deductions: string },
): string {
  const end = text.indexOf('\nrankings:')
  return `${text.slice(0, end)}${rules}${text.slice(end)}${deductions}`
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
