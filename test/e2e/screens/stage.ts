/** A server with two people, and a page for each: one prepares, the other approves, and nobody has signed in on the third. */
import { openBrowser } from '../helpers/browser.js'
import { signInAs } from '../helpers/studio-drafts.js'
import { openPage, type StudioPage } from '../helpers/studio-page.js'
import { startStudio } from '../helpers/studio-server.js'
import type { Answer, Person, Screen } from './screen.js'

const NAMES = { administrator: 'Aigul', approver: 'Berik' } as const

export interface Stage {
  /** The page with the screen, in English, light and 1280 pixels wide. */
  readonly show: (screen: Screen) => Promise<StudioPage>
  readonly close: () => Promise<void>
}

export async function openStage(): Promise<Stage> {
  const server = await startStudio([
    { name: NAMES.administrator, role: 'admin' },
    { name: NAMES.approver, role: 'approver' },
  ])
  const browser = await openBrowser()
  const pages = new Map<Person, StudioPage>()

  async function pageOf(person: Person): Promise<StudioPage> {
    const open = pages.get(person)
    if (open) return open
    const studio = await openPage(browser, server.address)
    if (person !== 'nobody') await signInAs(studio.page, NAMES[person])
    pages.set(person, studio)
    return studio
  }

  return {
    async show({ person = 'administrator', path, answers = {}, open }) {
      const studio = await pageOf(person)
      const { page } = studio
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await page.setViewportSize({ width: 1280, height: 900 })
      const address = typeof path === 'string' ? path : await path(page)
      for (const [pattern, answer] of Object.entries(answers)) {
        await page.route(pattern, (route) => fulfil(route, answer))
      }
      await page.goto(address)
      await open(page)
      return studio
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

type Route = Parameters<Parameters<StudioPage['page']['route']>[1]>[0]

function fulfil(route: Route, answer: Answer): Promise<void> | undefined {
  if (answer === 'slow') return undefined
  const isRead = answer === 'only read' && route.request().method() === 'GET'
  if (isRead || answer === 'as it is') return route.continue()
  if (typeof answer === 'string') return route.abort()
  const { status = 200, json } = answer
  const kind = status < 400 ? 'json' : 'problem+json'
  return route.fulfill({ status, contentType: `application/${kind}`, json })
}
