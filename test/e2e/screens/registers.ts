/** Registers of bodies: loaded, corrected and compared with the state before. */
import type { Page } from 'playwright-core'

import type { Screen } from './screen.js'

const HEADER = 'id,valid_from,valid_to,successor,name_en\n'
/** A day is missing. */
const FAULTY = `${HEADER}o1,2012-01-19,,,Finance\no2,2012,,,Health\n`
const SOUND = `${HEADER}o1,2012-01-19,,,Finance\n`

const named = { route: 'new-register', path: '/data/registers/new' }

async function check(page: Page, register: string, text: string) {
  await page.getByLabel('Choose a file').setInputFiles({
    ...{ name: 'bodies.csv', mimeType: 'text/csv', buffer: Buffer.from(text) },
  })
  await page.getByRole('combobox', { name: 'Register' }).fill(register)
  await page.getByRole('button', { name: 'Check' }).click()
}

export const REGISTER_SCREENS: readonly Screen[] = [
  {
    ...{ name: 'new-register', ...named },
    open: (page) =>
      page.getByRole('heading', { name: 'Load a register' }).waitFor(),
  },
  {
    ...{ name: 'new-register-bad-places', ...named, picture: 'screen' },
    async open(page) {
      await check(page, 'offices', FAULTY)
      await page.getByText('There is one place to correct.').waitFor()
    },
  },
  {
    ...{ name: 'new-register-compared', ...named, picture: 'screen' },
    async open(page) {
      await check(page, 'kz-bodies', SOUND)
      await page.getByText(/^Bodies that come: 1\./).waitFor()
    },
  },
]
