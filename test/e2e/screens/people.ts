/** Who may do what, the log of what was done, and signing in; and an address where nothing is. */
import type { Screen } from './screen.js'

const LOCAL = {
  ...{ kind: 'local', id: null, name: null, csrf: null, role: null },
  permissions: ['read', 'administer', 'audit'],
}

export const PEOPLE_SCREENS: readonly Screen[] = [
  {
    ...{ name: 'users', route: 'users', path: '/administration' },
    picture: 'screen',
    open: (page) => page.getByLabel('Role of Berik').waitFor(),
  },
  {
    ...{ name: 'users-refused', route: 'users', path: '/administration/users' },
    async open(page) {
      await page.getByRole('button', { name: 'Disable Aigul' }).click()
      await page.getByText('LAST_ADMIN').waitFor()
    },
  },
  {
    ...{ name: 'users-none', route: 'users', path: '/administration/users' },
    answers: {
      '**/v1/session': { json: LOCAL },
      '**/v1/users': { json: { items: [] } },
    },
    open: (page) => page.getByText('There are no users yet.').waitFor(),
  },
  {
    ...{ name: 'keys-none', route: 'keys', path: '/administration/keys' },
    answers: { '**/v1/api-keys': { json: { items: [] } } },
    open: (page) => page.getByText('There are no keys yet.').waitFor(),
  },
  {
    ...{ name: 'keys', route: 'keys', path: '/administration/keys' },
    picture: 'screen',
    async open(page) {
      await page.getByLabel('What it is for').fill('portal')
      await page.getByLabel('Valid until').fill('2099-12-31')
      await page.getByRole('button', { name: 'Make', exact: true }).click()
      await page.locator('.token code').waitFor()
      await page
        .getByRole('button', { name: 'Revoke portal' })
        .first()
        .waitFor()
    },
  },
  {
    ...{ name: 'audit', route: 'audit', path: '/administration/audit' },
    picture: 'screen',
    async open(page) {
      await page.getByText('user.added').first().waitFor()
      await page.getByRole('button', { name: 'Check the chain' }).click()
      await page.getByText(/The chain of \d+ entries is whole/).waitFor()
    },
  },
  {
    ...{ name: 'audit-none', route: 'audit' },
    path: '/administration/audit',
    async open(page) {
      await page.getByLabel('About').fill('nobody')
      await page.getByRole('button', { name: 'Show' }).click()
      await page.getByText('There are no entries.').waitFor()
    },
  },
  {
    ...{ name: 'sign-in', route: 'sign-in', path: '/', person: 'nobody' },
    picture: 'screen',
    open: (page) => page.getByRole('heading', { name: 'Sign in' }).waitFor(),
  },
  {
    ...{ name: 'sign-in-refused', route: 'sign-in', person: 'nobody' },
    path: '/sign-in',
    async open(page) {
      await page.getByLabel('Name').fill('Aigul')
      await page.getByLabel('Password').fill('wrong')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('There is no user with this name').waitFor()
    },
  },
  {
    ...{ name: 'not-found', route: 'not-found', path: '/years/2021/nothing' },
    open: (page) => page.getByText('It may have been mistyped').waitFor(),
  },
]
