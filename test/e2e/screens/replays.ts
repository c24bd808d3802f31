/** Stored runs computed again, and two runs side by side. */
import type { Page } from 'playwright-core'

import type { Screen } from './screen.js'
import { runId } from './stored.js'

const NOTHING = { json: { items: [], names: {}, next: null } }
const OF_2021 = '/replay?methodology=hdi&year=2021'

const DIFFERENCE = {
  ...{ body: 'KAZ', what: 'hdi', written: '"0.811"', computed: '"0.812"' },
}

async function verify(page: Page, answered: string): Promise<void> {
  await page
    .getByRole('button', {
      name: 'Verify: Human Development Index, version 2014, 2021',
    })
    .click()
  await page.getByText(answered).waitFor()
}

export const REPLAY_SCREENS: readonly Screen[] = [
  {
    ...{ name: 'replay', route: 'replay', path: OF_2021, picture: 'screen' },
    async open(page) {
      await verify(page, 'Identical: every figure came out')
      await page.getByText('Hashes and receipt').first().click()
      await page.getByText(/olshem verify receipt-\w+\.json/).waitFor()
    },
  },
  {
    ...{ name: 'replay-different', route: 'replay', path: OF_2021 },
    answers: {
      '**/v1/runs/*/replay': {
        json: {
          ...{ kind: 'different', difference: DIFFERENCE },
          ...{ written: 'a'.repeat(64), computed: 'b'.repeat(64) },
          ...{ writtenBy: '0.1.0', computedBy: '0.2.0' },
        },
      },
    },
    open: (page) => verify(page, 'The first value that differs'),
  },
  {
    ...{ name: 'replay-damaged', route: 'replay', path: OF_2021 },
    answers: {
      '**/v1/runs/*/replay': {
        status: 500,
        json: {
          ...{ type: '/problems/TEXT_DAMAGED', code: 'TEXT_DAMAGED' },
          ...{ status: 500, title: 'A stored text is damaged', errors: [] },
          ...{ detail: 'Its hash is another one.', mend: 'Restore a backup.' },
        },
      },
    },
    open: (page) => verify(page, 'A stored text is damaged'),
  },
  {
    ...{ name: 'replay-of-all', route: 'replay', path: '/replay' },
    async open(page) {
      await page.getByRole('button', { name: 'Verify all runs' }).click()
      await page.getByText('None of them differs.').waitFor()
    },
  },
  {
    ...{ name: 'replay-of-all-differing', route: 'replay' },
    path: '/replay?job=slow',
    answers: {
      '**/v1/jobs/slow': {
        json: {
          ...{ id: 'slow', kind: 'replays', state: 'running' },
          ...{ total: 7, done: 2, request: { methodology: null }, error: null },
          result: {
            counts: { different: 1, impossible: 0 },
            replays: [
              {
                ...{ run: 'gone', outcome: 'different', why: [] },
                ...{ difference: DIFFERENCE, written: null, computed: null },
              },
            ],
          },
        },
      },
    },
    open: (page) => page.getByText('0.812').waitFor(),
  },
  {
    ...{ name: 'replay-compared', route: 'replay', picture: 'screen' },
    path: async (page) => {
      const one = await runId(page, 'hdi', 2020)
      return `/replay?one=${one}&other=${await runId(page, 'hdi', 2021)}`
    },
    async open(page) {
      await page
        .getByRole('heading', { name: 'Two runs side by side' })
        .waitFor()
      await page.getByText('What they were computed from').click()
    },
  },
  {
    ...{ name: 'replay-under-unfit-rules', route: 'replay', path: OF_2021 },
    async open(page) {
      await page.getByRole('button', { name: 'Score and compare' }).click()
      await page.getByText('195 of 195 bodies are not scored').waitFor()
      await page.getByText(/Scored by the first run alone: 191/).waitFor()
    },
  },
  {
    ...{ name: 'replay-unknown', route: 'replay' },
    path: '/replay?one=none&other=none',
    open: (page) => page.getByText('RUN_UNKNOWN').waitFor(),
  },
  {
    ...{ name: 'replay-empty', route: 'replay', path: '/replay' },
    answers: { '**/v1/runs*': NOTHING },
    open: (page) =>
      page.getByText('There are no stored runs here.').first().waitFor(),
  },
]
