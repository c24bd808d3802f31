/** Methodologies, what a version says, two of them compared, and a trial with other weights. */
import type { Page } from 'playwright-core'

import type { Screen } from './screen.js'

const WHAT_IF = '/methodologies/kz-unified-rating/versions/2025/what-if'

const MISTAKE = {
  ...{ code: 'UNKNOWN_NAME', file: 'a/1.yaml', line: 7, column: 3 },
  message: '"peopel" is not defined. Did you mean "people"?',
}

const alerted = (page: Page) => page.getByRole('alert').first().waitFor()

async function askForDraft(page: Page, id: string): Promise<void> {
  await page
    .getByRole('button', { name: 'Make a draft from it (2014)' })
    .click()
  await page.getByLabel('Id of the new version').fill(id)
}

export const RULE_SCREENS: readonly Screen[] = [
  {
    ...{
      name: 'methodologies',
      route: 'methodologies',
      path: '/methodologies',
    },
    picture: 'screen',
    open: (page) => page.getByText('No version covers 2008–2012.').waitFor(),
  },
  {
    ...{ name: 'methodologies-with-mistakes', route: 'methodologies' },
    path: '/methodologies',
    answers: {
      '**/v1/methodologies': {
        json: { methodologies: [], mistakes: [MISTAKE] },
      },
    },
    open: (page) => page.getByText('a/1.yaml:7:3').waitFor(),
  },
  {
    ...{
      name: 'methodology',
      route: 'methodology',
      path: '/methodologies/hdi',
    },
    picture: 'screen',
    open: (page) => page.getByText('hdi/2014.yaml').waitFor(),
  },
  {
    ...{ name: 'methodology-new-draft', route: 'methodology' },
    path: '/methodologies/hdi',
    picture: 'screen',
    open: (page) => askForDraft(page, '2031'),
  },
  {
    ...{ name: 'methodology-new-draft-of-a-taken-id', route: 'methodology' },
    path: '/methodologies/hdi',
    async open(page) {
      await askForDraft(page, '2007')
      await page.getByText('of this id already').waitFor()
    },
  },
  {
    ...{ name: 'methodology-new-draft-not-sent', route: 'methodology' },
    path: '/methodologies/hdi',
    answers: { '**/v1/drafts': 'unreachable' },
    async open(page) {
      await askForDraft(page, '2031')
      await page.keyboard.press('Enter')
      await page.getByText('The server does not answer').waitFor()
    },
  },
  {
    ...{ name: 'methodology-unknown', route: 'methodology' },
    ...{ path: '/methodologies/hdj', open: alerted },
  },
  {
    ...{ name: 'version', route: 'methodology-version', picture: 'screen' },
    path: '/methodologies/hdi/versions/2014',
    open: (page) => page.locator('#L3').waitFor({ timeout: 60_000 }),
  },
  {
    ...{ name: 'version-with-examples-run', route: 'methodology-version' },
    path: '/methodologies/kz-it-use/versions/2018#L20',
    async open(page) {
      await page.locator('#L20').waitFor({ timeout: 60_000 })
      await page.getByRole('button', { name: 'Run them' }).click()
      await page.getByText('As expected: 10 of 10').waitFor({ timeout: 30_000 })
    },
  },
  {
    ...{ name: 'version-unknown', route: 'methodology-version' },
    ...{ path: '/methodologies/hdi/versions/1066', open: alerted },
  },
  {
    ...{ name: 'compare', route: 'compare', picture: 'screen and paper' },
    path: '/methodologies/hdi/compare?from=2007&to=2014',
    open: (page) => page.getByText('Changes: 47').waitFor(),
  },
  {
    ...{ name: 'compare-same', route: 'compare' },
    path: '/methodologies/hdi/compare?from=2014&to=2014',
    open: (page) => page.getByText('Nothing changed in meaning.').waitFor(),
  },
  {
    ...{ name: 'compare-only-one', route: 'compare' },
    path: '/methodologies/kz-goals/compare',
    open: (page) => page.getByText('The methodology has one version').waitFor(),
  },
  {
    ...{ name: 'compare-unknown', route: 'compare' },
    ...{ path: '/methodologies/hdi/compare?from=1999&to=2014', open: alerted },
  },
  {
    ...{ name: 'what-if', route: 'what-if', path: WHAT_IF, picture: 'screen' },
    async open(page) {
      await page.getByText('No place and no total changes.').first().waitFor()
      await page
        .getByRole('textbox', { name: 'Achievement of goals' })
        .fill('0.9')
      await page.getByText(/bodies stand elsewhere because of it/).waitFor()
      await page.getByText('Exact', { exact: true }).waitFor()
      await page.getByLabel('Weights vary by').selectOption({ label: '±10 %' })
      await page.getByText(/1,000 draws of all weights/).waitFor()
    },
  },
  {
    ...{ name: 'what-if-with-a-mistake', route: 'what-if', path: WHAT_IF },
    async open(page) {
      await page.getByText('Exact', { exact: true }).waitFor()
      await page.getByLabel('The others share the rest').uncheck()
      await page
        .getByRole('textbox', { name: 'Achievement of goals' })
        .fill('0.6')
      await page.getByText('does not add up').waitFor()
      await page.getByText('The text of the rules').first().click()
      await page
        .getByText(/add up to 1.15/)
        .first()
        .waitFor()
    },
  },
  {
    ...{ name: 'what-if-unknown', route: 'what-if', open: alerted },
    path: '/methodologies/hdi/versions/1066/what-if',
  },
]
