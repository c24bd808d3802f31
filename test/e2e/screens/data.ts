/** Data sets: listed, shown, loaded and refused. */
import type { Page } from 'playwright-core'

import type { Screen } from './screen.js'
import { dataSetPath } from './stored.js'

const NOTHING = { json: { items: [], names: {}, next: null } }

/** Two cells are wrong: letters, and more than 100. */
const FAULTY =
  'id;Органы;goals;Interaction;orgdev\r\nalmaty;"Алматы";abc;50,5;60\r\nastana;Астана;70,25;700;\r\n'
const MENDED = FAULTY.replace('abc', '80,125').replace('700', '70')

async function choose(page: Page, text: string): Promise<void> {
  await page.getByLabel('Methodology').selectOption('kz-unified-rating')
  await page.getByRole('textbox', { name: 'Year' }).fill('2025')
  await page.getByLabel('Name of the data set').fill('Two cities')
  await page.getByLabel('Where the data come from').fill('A letter')
  await page.getByLabel('Choose files').setInputFiles({
    ...{ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
  })
  await page.getByLabel('Органы').selectOption('name')
}

async function send(page: Page, text: string): Promise<void> {
  await choose(page, text)
  await page.getByRole('button', { name: 'Check and load' }).click()
}

export const DATA_SCREENS: readonly Screen[] = [
  {
    ...{ name: 'data', route: 'data', path: '/data', picture: 'screen' },
    async open(page) {
      await page.getByRole('link', { name: /development, 2021/ }).waitFor()
      await page.getByText('kz-bodies.csv').waitFor()
    },
  },
  {
    ...{
      name: 'data-titles-unknown',
      route: 'data',
      path: '/data?year=2025',
      picture: 'screen',
    },
    answers: { '**/v1/methodologies': 'unreachable' },
    open: (page) => page.getByRole('link', { name: /^kz-/ }).first().waitFor(),
  },
  {
    ...{ name: 'data-empty', route: 'data', path: '/data' },
    answers: { '**/v1/data-sets*': NOTHING, '**/v1/registers*': NOTHING },
    async open(page) {
      await page.getByText('There are no data sets yet.').waitFor()
      await page.getByText('There are no registers yet.').waitFor()
    },
  },
  {
    ...{ name: 'data-none-found', route: 'data', path: '/data?year=1999' },
    open: (page) => page.getByText('There is no data set of this').waitFor(),
  },
  {
    ...{ name: 'data-set', route: 'data-set', picture: 'screen' },
    path: (page) => dataSetPath(page, 'kz-unified-rating', 2025),
    async open(page) {
      await page.getByRole('row', { name: /abai-oblast/ }).waitFor()
      await page
        .getByRole('link', { name: /^Unified rating .*, version/ })
        .waitFor()
    },
  },
  {
    ...{ name: 'data-set-of-tables', route: 'data-set' },
    path: async (page) =>
      `${await dataSetPath(page, 'kz-goals', 2012)}?table=indices`,
    open: (page) => page.getByRole('region', { name: 'indices' }).waitFor(),
  },
  {
    ...{ name: 'data-set-unknown', route: 'data-set' },
    path: `/data/${'0'.repeat(64)}`,
    open: (page) => page.getByText('DATA_SET_UNKNOWN').waitFor(),
  },
  {
    ...{ name: 'new-data', route: 'new-data', path: '/data/new' },
    open: (page) => page.getByRole('heading', { name: 'Load data' }).waitFor(),
  },
  {
    ...{ name: 'new-data-columns', route: 'new-data', path: '/data/new' },
    picture: 'screen',
    open: (page) => choose(page, FAULTY),
  },
  {
    ...{ name: 'new-data-bad-places', route: 'new-data', path: '/data/new' },
    picture: 'screen',
    async open(page) {
      await send(page, FAULTY)
      await page.getByText('There are 2 places to correct.').waitFor()
    },
  },
  {
    ...{ name: 'new-data-not-sent', route: 'new-data', path: '/data/new' },
    async open(page) {
      await page.route('**/v1/data-sets?*', (route) => route.abort())
      await send(page, FAULTY)
      await page.getByText('The server does not answer').waitFor()
    },
  },
  {
    ...{ name: 'new-data-loaded', route: 'new-data', path: '/data/new' },
    async open(page) {
      await send(page, MENDED)
      await page.getByRole('link', { name: 'Open Two cities' }).waitFor()
    },
  },
  {
    ...{ name: 'new-data-correction', route: 'new-data' },
    path: async (page) => {
      const set = await dataSetPath(page, 'kz-unified-rating', 2025)
      return `/data/new?replaces=${set.split('/').at(-1) ?? ''}`
    },
    open: (page) => page.getByText('These data will replace').waitFor(),
  },
]
