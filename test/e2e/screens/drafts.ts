/** The editor of a draft in all its parts and dialogs, and the way to a publication. */
import type { Page } from 'playwright-core'

import { ask } from '../helpers/studio-drafts.js'
import type { Screen } from './screen.js'
import { draftPath } from './stored.js'

type Edits = readonly (readonly [string, string])[]

/** The unified rating with goals at 0.5: 0.025 less for each of the others. */
const OTHER_WEIGHTS: Edits = [
  ['weight: 0.45', 'weight: 0.5'],
  ['weight: 0.3,', 'weight: 0.275,'],
  ['weight: 0.25,', 'weight: 0.225,'],
]

/** Ready to be asked for: for the years from 2031 on, with an example of its own. */
const PUBLISHABLE: Edits = [
  ...OTHER_WEIGHTS,
  ['^years: .*?$', 'years: { from: 2031 }'],
  ['^status: draft$', 'status: published'],
  [
    '^examples:.*',
    `examples:
  - title: A ministry assessed in all three blocks
    source: hand
    note: invented points
    calculation: 0.5 * 70 + 0.275 * 80 + 0.225 * 90 = 77.25
    year: 2031
    body: { id: ministry-of-finance, kind: central, goals: 70, interaction: 80, orgdev: 90 }
    expect: { status: scored, outputs: { total: 77.25 } }
`,
  ],
]

const MISSPELT: Edits = [
  ['lookup\\(scopes.performance, id\\)', 'lookup(scope.performance, id)'],
]

/** A table with a column of each type, and a mistake in some of its cells. */
const ALL_TYPES: Edits = [
  [
    '^  consequences:$',
    `  limits:
    title: Limits of points
    key: [kind, since]
    columns:
      kind: { type: level, values: [central, local], title: { en: Kind of body, ru: Вид органа, kk: Орган түрі } }
      since: date
      most: { type: number, unit: points }
      final: boolean
      blocks: list
      words: text
    rows:
      - [central, 2023-01-01, 1/3, true, [goals, orgdev], "Мемлекеттік органдардың ұйымдастырушылық дамуы бойынша жекелеген көрсеткіштерді қоспағанда"]
      - { kind: local, since: 2023-01-01, most: 0 }
      - [regional, 2024-02-30, "12,500", perhaps, [], '']
      - [central]
  consequences:`,
  ],
]

const rating = (page: Page, edits: Edits = OTHER_WEIGHTS) =>
  draftPath(page, {
    ...{ methodology: 'kz-unified-rating', version: '2025', edits },
  })

/** The editor at a place of a file. */
function part(
  name: string,
  at: string,
  methodology: 'kz-unified-rating' | 'kz-goals' | 'hdi' = 'kz-unified-rating',
): Screen {
  const version = {
    'kz-unified-rating': '2025',
    'kz-goals': '2012',
    hdi: '2014',
  }
  return {
    ...{ name: `draft-${name}`, route: 'draft' },
    path: async (page) => {
      const from = { methodology, version: version[methodology], edits: [] }
      return `${await draftPath(page, from)}?at=${at}&side=mistakes`
    },
    open: (page) => page.getByText('No mistakes.').first().waitFor(),
  }
}

const dialog = (page: Page) => page.getByRole('dialog').waitFor()

async function edited(page: Page): Promise<void> {
  await page.getByLabel('Weight of Achievement of goals').fill('0.4')
}

/** Somebody else writes a text while the page has the one before. */
async function overtake(page: Page, was: string, is: string): Promise<void> {
  await page.locator('.draft-editor').waitFor()
  const address = `/v1${new URL(page.url()).pathname}/text`
  const { text, etag } = await ask(page, 'GET', address)
  const headers = {
    ...{ 'content-type': 'application/yaml', 'if-match': etag ?? '' },
  }
  await ask(page, 'PUT', address, headers, text.replace(was, is))
  await edited(page)
  await page
    .getByRole('heading', { name: 'Somebody else has changed this draft' })
    .waitFor()
}

/** As the browser keeps a text that the server has not got. */
async function keepHere(page: Page, path: string): Promise<void> {
  const { text, etag } = await ask(page, 'GET', `/v1${path}/text`)
  const session = await ask(page, 'GET', '/v1/session')
  const { id } = JSON.parse(session.text) as { id: string }
  const key = `olshem-draft:${JSON.stringify([id, path.split('/').at(-1)])}`
  const kept = {
    text: text.replace('weight: 0.5', 'weight: 0.4'),
    baseSha256: etag?.replaceAll('"', ''),
    at: new Date().toISOString(),
  }
  await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [
    key,
    JSON.stringify(kept),
  ] as const)
}

async function askForApproval(page: Page): Promise<string> {
  const path = `${await rating(page, PUBLISHABLE)}/publication`
  await page.goto(path)
  await page.getByRole('button', { name: 'Ask for approval' }).click()
  await page.getByText('Approval has been asked for.').waitFor()
  return path
}

export const DRAFT_SCREENS: readonly Screen[] = [
  {
    ...{ name: 'draft', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?at=/criteria/total`,
    async open(page) {
      await page
        .getByRole('row', { name: /rises|falls/ })
        .first()
        .waitFor()
      await page.getByText('Exact', { exact: true }).waitFor()
    },
  },
  part('head', '', 'hdi'),
  part('indicator', '/indicators/goals'),
  part('formula', '/computed/performance_assessed'),
  part('rule', '/rules/last-three-$ranking'),
  part('exclusions', '/tables/scopes'),
  part('rows', '/tables/block_rankings'),
  {
    ...{ name: 'draft-rows-with-mistakes', route: 'draft', picture: 'screen' },
    path: async (page) =>
      `${await rating(page, ALL_TYPES)}?at=/tables/limits&side=mistakes`,
    async open(page) {
      await page.getByRole('gridcell').filter({ hasText: '12,500' }).click()
      await page.getByRole('grid').getByText('Put a comma').waitFor()
    },
  },
  {
    ...{ name: 'draft-rows-names', route: 'draft', picture: 'screen' },
    path: async (page) =>
      `${await rating(page, ALL_TYPES)}?at=/tables/limits&side=mistakes`,
    async open(page) {
      await page.getByRole('grid').getByText('Put a comma').waitFor()
      await page.getByRole('gridcell').filter({ hasText: 'goals' }).click()
      await page.keyboard.press('Enter')
      await page.getByLabel('blocks: central, 2023-01-01').waitFor()
    },
  },
  {
    ...{ name: 'draft-rows-apart', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?at=/tables/scopes`,
    async open(page) {
      await page.getByText('Rows with their other cells').click()
      await page
        .getByRole('button', { name: 'Show the rows in the whole window' })
        .click()
      await dialog(page)
      await page.getByText('Rows: 29').waitFor()
    },
  },
  part('ranking', '/rankings/unified-central'),
  part('example', '/examples/0'),
  part('texts', '/texts', 'kz-goals'),
  part('deductions', '/deductions', 'kz-goals'),
  part('parameters', '/parameters', 'kz-goals'),
  part('normalisers', '/normalisers', 'hdi'),
  part('input', '/inputs/life_expectancy', 'hdi'),
  {
    ...{ name: 'draft-examples', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?at=/rules&side=examples`,
    open: (page) => page.getByText(/^Passed: \d of \d/).waitFor(),
  },
  {
    ...{ name: 'draft-made-example', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?side=examples`,
    async open(page) {
      const make = { name: 'Make an example of a body' }
      await page.getByRole('button', make).click()
      await page
        .getByRole('combobox', { name: 'Body' })
        .selectOption('ministry-of-finance')
      await page.getByText(/^Unified rating \(total\): /).waitFor()
    },
  },
  {
    ...{ name: 'draft-mistakes', route: 'draft', picture: 'screen' },
    path: async (page) =>
      `${await rating(page, MISSPELT)}?at=/computed/performance_assessed&side=mistakes`,
    async open(page) {
      await page.locator('.cm-problem').first().waitFor()
      await page.getByText('"scope').first().waitFor()
    },
  },
  {
    ...{ name: 'draft-yaml', route: 'draft', picture: 'screen' },
    path: async (page) =>
      `${await rating(page, MISSPELT)}?view=yaml&side=mistakes`,
    async open(page) {
      await page.getByRole('button', { name: /^line/ }).first().click()
      await page.locator('.cm-problem').first().waitFor()
    },
  },
  {
    ...{ name: 'draft-unreadable', route: 'draft' },
    path: async (page) =>
      `${await rating(page)}?at=/criteria/total&view=yaml&side=mistakes`,
    async open(page) {
      await page.getByRole('textbox', { name: 'YAML' }).focus()
      await page.keyboard.press('Control+Home')
      await page.keyboard.type('{')
      await page.getByText('The text cannot be read as it stands.').waitFor()
      await page.getByRole('tab', { name: 'Form' }).click()
    },
  },
  {
    ...{ name: 'draft-not-sent', route: 'draft' },
    path: async (page) => `${await rating(page)}?side=mistakes`,
    answers: { '**/v1/drafts/*/text': 'only read' },
    async open(page) {
      await edited(page)
      await page.getByText('The server does not answer.').waitFor()
    },
  },
  {
    ...{ name: 'draft-taken-up-again', route: 'draft' },
    path: async (page) => {
      const path = await rating(page)
      await keepHere(page, path)
      return `${path}?side=mistakes`
    },
    answers: { '**/v1/drafts/*/text': 'only read' },
    async open(page) {
      await page.getByText('has been taken up again').waitFor()
      await page.getByText('The server does not answer.').waitFor()
    },
  },
  {
    ...{ name: 'draft-new-criterion', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?side=mistakes`,
    async open(page) {
      await page
        .getByRole('button', { name: 'Add a criterion' })
        .first()
        .click()
      await page.getByLabel('Name', { exact: true }).fill('1st')
      await page.getByText('A name begins with a Latin letter').waitFor()
    },
  },
  {
    ...{ name: 'draft-rename', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?at=/indicators/goals`,
    async open(page) {
      await page.getByRole('button', { name: 'Rename' }).click()
      await dialog(page)
    },
  },
  {
    ...{ name: 'draft-remove', route: 'draft' },
    path: async (page) => `${await rating(page)}?at=/tables/scopes`,
    async open(page) {
      await page
        .getByRole('button', { name: 'Remove', exact: true })
        .last()
        .click()
      await dialog(page)
    },
  },
  {
    ...{ name: 'draft-delete', route: 'draft' },
    path: (page) => rating(page),
    async open(page) {
      await page.getByRole('button', { name: 'Delete the draft' }).click()
      await dialog(page)
    },
  },
  {
    ...{ name: 'draft-delete-refused', route: 'draft' },
    path: (page) => rating(page),
    answers: { '**/v1/drafts/*': 'only read' },
    async open(page) {
      await page.getByRole('button', { name: 'Delete the draft' }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Delete the draft' })
        .click()
      await page.getByRole('dialog').getByRole('alert').waitFor()
    },
  },
  {
    ...{ name: 'draft-overtaken', route: 'draft' },
    path: async (page) => `${await rating(page)}?side=mistakes`,
    open: (page) => overtake(page, 'digits: 2', 'digits: 4'),
  },
  {
    ...{ name: 'draft-merge', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?side=mistakes`,
    async open(page) {
      await overtake(page, 'weight: 0.5', 'weight: 0.55')
      await page.getByRole('button', { name: 'Look at both texts' }).click()
      await page.getByRole('dialog').locator('.cm-content').last().waitFor()
    },
  },
  {
    ...{ name: 'draft-read-only', route: 'draft', person: 'approver' },
    path: async (page) => firstDraft(page),
    open: (page) => page.getByText('You may read this draft').waitFor(),
  },
  {
    ...{ name: 'draft-unknown', route: 'draft' },
    path: '/drafts/00000000-0000-4000-8000-000000000000',
    open: (page) => page.getByRole('alert').waitFor(),
  },
  {
    ...{ name: 'sign-out-with-unsent-text', route: 'draft', picture: 'screen' },
    path: async (page) => `${await rating(page)}?side=mistakes`,
    answers: { '**/v1/drafts/*/text': 'only read' },
    async open(page) {
      await edited(page)
      await page.getByText('The server does not answer.').waitFor()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await dialog(page)
    },
  },
  {
    ...{ name: 'publication', route: 'publication' },
    picture: 'screen and paper',
    path: async (page) => `${await rating(page, PUBLISHABLE)}/publication`,
    async open(page) {
      await page
        .getByText(/^Changed: /)
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Check now' }).click()
      await page.getByText(/\d of \d identical/).waitFor()
    },
  },
  {
    ...{ name: 'publication-asked-for', route: 'publication' },
    // Drawn too: what is to be approved has been asked for.
    picture: 'screen',
    path: askForApproval,
    open: (page) => page.getByText('Approval has been asked for.').waitFor(),
  },
  {
    ...{ name: 'publication-to-approve', route: 'publication' },
    ...{ person: 'approver', picture: 'screen' },
    path: async (page) => `${await requestedDraft(page)}/publication`,
    open: (page) => page.getByRole('button', { name: 'Refuse' }).waitFor(),
  },
  {
    ...{
      name: 'publication-refused',
      route: 'publication',
      person: 'approver',
    },
    path: async (page) => `${await requestedDraft(page)}/publication`,
    async open(page) {
      await page.getByLabel('Comment').fill('The act is not signed yet.')
      await page.getByRole('button', { name: 'Refuse' }).click()
      await page.getByText('The act is not signed yet.').waitFor()
    },
  },
  {
    ...{ name: 'publication-with-mistakes', route: 'publication' },
    path: async (page) => `${await rating(page, MISSPELT)}/publication`,
    open: (page) => page.getByText('one mistake').waitFor(),
  },
  {
    ...{ name: 'publication-unknown', route: 'publication' },
    path: '/drafts/00000000-0000-4000-8000-000000000000/publication',
    open: (page) => page.getByRole('alert').waitFor(),
  },
]

interface ListedDraft {
  readonly id: string
  readonly status: string
}

async function drafts(page: Page): Promise<readonly ListedDraft[]> {
  const response = await page.request.get('/v1/drafts')
  const { items } = (await response.json()) as { items: readonly ListedDraft[] }
  return items
}

/** What others have written before. */
async function firstDraft(page: Page): Promise<string> {
  return `/drafts/${(await drafts(page))[0]?.id ?? ''}`
}

async function requestedDraft(page: Page): Promise<string> {
  const all = await drafts(page)
  return `/drafts/${all.find(({ status }) => status === 'requested')?.id ?? ''}`
}
