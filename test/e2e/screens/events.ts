/** What follows from a rule, in the form of a draft: every event, mistakes, and what is asked for a new one. */
import type { Page } from 'playwright-core'

import type { Screen } from './screen.js'
import { draftPath } from './stored.js'

type Edits = readonly (readonly [string, string])[]

const goals = (page: Page, edits: Edits = []) =>
  draftPath(page, { methodology: 'kz-goals', version: '2012', edits })

const heading = (page: Page) =>
  page.getByLabel('What follows', { exact: true }).first()

/** A rule of the strategic goals, as it is or with another event. */
function rule(name: string, key: string, edits: Edits = []): Screen {
  return {
    ...{ name: `draft-${name}`, route: 'draft', picture: 'screen' },
    path: async (page) =>
      `${await goals(page, edits)}?at=/rules/${key}&side=mistakes`,
    open: (page) => heading(page).waitFor(),
  }
}

const EXCLUDE_RISKS = 'exclude: { criterion: C }'
const LATE = 'deduct: { points: points_for_lateness, into: W }'

export const EVENT_SCREENS: readonly Screen[] = [
  rule('rule-excludes', 'no_risks_of_local'),
  rule('rule-deducts', 'unreliable'),
  rule('rule-chooses', 'central_total'),
  rule('rule-limits', 'no_risks_of_local', [
    [EXCLUDE_RISKS, 'limit: { of: A, at_most: 50, before: rounding }'],
  ]),
  rule('rule-limits-twice', 'no_risks_of_local', [
    [EXCLUDE_RISKS, 'limit: { of: A, at_most: 50, at_least: 40 }'],
  ]),
  rule('rule-flags', 'late', [[LATE, 'flag: { name: late_report }']]),
  rule('rule-without-event', 'late', [[LATE, 'note: nothing']]),
  {
    ...rule('rule-with-two-events', 'late', [[LATE, `${LATE}, flag: {}`]]),
    open: (page) =>
      page.getByRole('button', { name: 'Keep this one: Takes' }).waitFor(),
  },
  {
    ...rule('rule-with-another-event', 'unreliable'),
    async open(page) {
      await heading(page).selectOption('limit')
      await page.getByText(/^Left out/).waitFor()
      await page.getByText('"of" is missing').first().waitFor()
    },
  },
  {
    ...rule('rule-repeated', ''),
    path: async (page) => {
      const from = { methodology: 'kz-unified-rating', version: '2025' }
      const path = await draftPath(page, { ...from, edits: [] })
      return `${path}?at=/rules/scope-$body&side=mistakes`
    },
  },
  {
    ...rule('rule-read-only', ''),
    ...{ person: 'approver' },
    path: async (page) =>
      `${await draftOfGoals(page)}?at=/rules/incomplete_report`,
    open: (page) =>
      page.getByText('Takes points off, into the deduction').waitFor(),
  },
  {
    ...rule('new-rule', ''),
    path: async (page) => `${await goals(page)}?at=/rules&side=mistakes`,
    async open(page) {
      const add = { name: 'Add a rule' }
      await page.getByRole('button', add).first().click()
      await heading(page).selectOption('deduct')
    },
  },
  {
    ...rule('new-deduction', 'unreliable'),
    async open(page) {
      await page.getByRole('button', { name: 'Add a deduction' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    ...rule('new-cap', 'unreliable'),
    async open(page) {
      await page.getByRole('button', { name: 'Add a cap' }).click()
      await page.getByLabel('Name', { exact: true }).fill('unreliable')
      await page.getByText('This name is taken.').waitFor()
    },
  },
  {
    ...rule('deduction-with-caps', ''),
    path: async (page) => `${await goals(page)}?at=/deductions/W&side=mistakes`,
    open: (page) => page.getByText('Named by the rules: unreliable').waitFor(),
  },
]

interface ListedDraft {
  readonly id: string
  readonly methodology: string
}

/** One that was made for a screen before. */
async function draftOfGoals(page: Page): Promise<string> {
  const response = await page.request.get('/v1/drafts')
  const { items } = (await response.json()) as { items: readonly ListedDraft[] }
  const found = items.find(({ methodology }) => methodology === 'kz-goals')
  return `/drafts/${found?.id ?? ''}`
}
