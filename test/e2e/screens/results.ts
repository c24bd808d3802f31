/** The start page, the years, the results of a run, and why a body got its score. */
import type { Screen } from './screen.js'
import { runPath } from './stored.js'

const NOTHING = { json: { items: [], names: {}, next: null } }
const NO_RULES = { json: { methodologies: [], mistakes: [] } }

export const RESULT_SCREENS: readonly Screen[] = [
  {
    ...{ name: 'home', route: 'home', path: '/', picture: 'screen' },
    open: (page) =>
      page
        .getByRole('link', { name: 'Human Development Index' })
        .first()
        .waitFor(),
  },
  {
    ...{ name: 'home-empty', route: 'home', path: '/' },
    answers: { '**/v1/runs': NOTHING },
    open: (page) => page.getByText('No assessment has been made').waitFor(),
  },
  {
    ...{ name: 'home-loading', route: 'home', path: '/' },
    answers: { '**/v1/runs': 'slow' },
    open: (page) => page.getByText('Loading.').waitFor(),
  },
  {
    ...{ name: 'years', route: 'years', path: '/years', picture: 'screen' },
    open: (page) => page.getByRole('link', { name: '2021' }).waitFor(),
  },
  {
    ...{ name: 'years-empty', route: 'years', path: '/years' },
    answers: {
      '**/v1/methodologies': NO_RULES,
      '**/v1/runs?*': NOTHING,
      '**/v1/data-sets?*': NOTHING,
    },
    open: (page) => page.getByText('There is nothing yet').waitFor(),
  },
  {
    ...{ name: 'year', route: 'year', path: '/years/2025', picture: 'screen' },
    async open(page) {
      await page
        .getByRole('combobox', { name: 'Methodology' })
        .selectOption('kz-unified-rating')
      await page.getByRole('combobox', { name: 'Results of 2022' }).waitFor()
    },
  },
  {
    ...{ name: 'year-empty', route: 'year', path: '/years/1950' },
    open: (page) => page.getByText('No data set of 1950 is there.').waitFor(),
  },
  {
    ...{ name: 'year-run-refused', route: 'year', path: '/years/2020' },
    answers: { '**/v1/runs': 'unreachable' },
    async open(page) {
      await page
        .getByRole('combobox', { name: 'Methodology' })
        .selectOption('hdi')
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await page.getByText('The server does not answer').waitFor()
    },
  },
  {
    ...{ name: 'year-run-kept', route: 'year', path: '/years/2020' },
    async open(page) {
      await page
        .getByRole('combobox', { name: 'Methodology' })
        .selectOption('hdi')
      await page.getByRole('button', { name: 'Run', exact: true }).click()
      await page.getByText('The run is kept.').waitFor()
    },
  },
  {
    ...{ name: 'run', route: 'run', picture: 'screen and paper' },
    path: (page) => runPath(page, 'hdi', 2021),
    open: (page) => page.getByRole('link', { name: 'Zimbabwe' }).waitFor(),
  },
  {
    ...{ name: 'run-of-rankings', route: 'run', picture: 'screen and paper' },
    path: (page) => runPath(page, 'kz-unified-rating', 2025),
    open: (page) =>
      page.getByRole('link', { name: 'Ministry of Finance' }).first().waitFor(),
  },
  {
    ...{ name: 'run-ranking-of-a-block', route: 'run' },
    path: async (page) =>
      `${await runPath(page, 'kz-unified-rating', 2025)}?ranking=goals-central`,
    async open(page) {
      await page.getByRole('heading', { name: 'Without a place' }).waitFor()
      await page.getByText('Hashes and engine').click()
    },
  },
  {
    ...{ name: 'run-without-totals', route: 'run', picture: 'screen' },
    path: (page) => runPath(page, 'kz-goals', 2012),
    open: (page) => page.getByText('not given in the data').first().waitFor(),
  },
  {
    ...{ name: 'run-nobody-found', route: 'run' },
    path: (page) => runPath(page, 'kz-unified-rating', 2025),
    async open(page) {
      await page.getByRole('searchbox').fill('nobody at all')
      await page.getByText('No body fits what was asked for.').waitFor()
    },
  },
  {
    ...{ name: 'run-unknown', route: 'run', path: '/runs/none' },
    open: (page) => page.getByText('RUN_UNKNOWN').waitFor(),
  },
  {
    ...{ name: 'body', route: 'body', picture: 'screen and paper' },
    path: async (page) => `${await runPath(page, 'hdi', 2021)}/bodies/KAZ`,
    async open(page) {
      await page.getByRole('heading', { name: 'Explanation' }).waitFor()
      await page.getByRole('img').first().waitFor()
    },
  },
  {
    ...{ name: 'body-at-a-cell', route: 'body' },
    path: async (page) =>
      `${await runPath(page, 'hdi', 2021)}/bodies/KAZ?figure=life_expectancy`,
    open: (page) => page.getByText('bodies[88]').waitFor(),
  },
  {
    ...{ name: 'body-with-exclusion', route: 'body', picture: 'screen' },
    path: async (page) => {
      const run = await runPath(page, 'kz-unified-rating', 2025)
      return `${run}/bodies/national-bank?figure=orgdev`
    },
    open: (page) =>
      page
        .getByText('id == "national-bank"', { exact: false })
        .first()
        .waitFor(),
  },
  {
    ...{ name: 'body-with-missing-data', route: 'body' },
    path: async (page) =>
      `${await runPath(page, 'kz-goals', 2012)}/bodies/almaty`,
    open: (page) =>
      page.getByRole('heading', { name: 'Explanation' }).waitFor(),
  },
  {
    ...{ name: 'body-unknown', route: 'body' },
    path: async (page) => `${await runPath(page, 'hdi', 2021)}/bodies/nobody`,
    open: (page) => page.getByRole('alert').waitFor(),
  },
]
