/** Every screen that loads something, when the server does not answer. */
import type { Screen } from './screen.js'

const PATHS = {
  home: '/',
  users: '/administration/users',
  keys: '/administration/keys',
  audit: '/administration/audit',
  data: '/data',
  'new-data': '/data/new',
  'data-set': `/data/${'0'.repeat(64)}`,
  draft: '/drafts/00000000-0000-4000-8000-000000000000',
  publication: '/drafts/00000000-0000-4000-8000-000000000000/publication',
  methodologies: '/methodologies',
  methodology: '/methodologies/hdi',
  compare: '/methodologies/hdi/compare',
  'methodology-version': '/methodologies/hdi/versions/2014',
  'what-if': '/methodologies/hdi/versions/2014/what-if',
  run: '/runs/none',
  body: '/runs/none/bodies/nobody',
  replay: '/replay',
  years: '/years',
  year: '/years/2021',
} as const

export const FAILURE_SCREENS: readonly Screen[] = Object.entries(PATHS).map(
  ([route, path]) => ({
    ...{ name: `${route}-server-down`, route, path },
    // Who has signed in is known; what is asked for then is not answered.
    answers: { '**/v1/**': 'unreachable', '**/v1/session': 'as it is' },
    open: (page) =>
      page.getByText('The server does not answer').first().waitFor(),
  }),
)
