/** Each screen in three languages, two colour schemes and two widths, with every rule of axe. */
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ROUTES } from '../../../studio/router.js'
import { NO_BROWSER } from '../helpers/browser.js'
import type { StudioPage } from '../helpers/studio-page.js'
import type { Screen } from './screen.js'
import { openStage, type Stage } from './stage.js'
import { WEARINGS, settled, wear } from './wearing.js'

const ROUTER = createRouter({
  history: createMemoryHistory(),
  routes: [...ROUTES],
})

export function lookAtScreens(part: string, screens: readonly Screen[]): void {
  let stage: Stage

  describe.skipIf(NO_BROWSER)(`every screen of the ${part}`, () => {
    beforeAll(async () => {
      stage = await openStage()
    }, 240_000)

    afterAll(() => stage.close())

    it.each(screens.map((screen) => [screen.name, screen] as const))(
      '%s',
      async (_, screen) => {
        const studio = await stage.show(screen)
        expect(routeOf(studio)).toBe(screen.route)
        for (const wearing of WEARINGS) {
          await wear(studio.page, wearing)
          await studio.expectAccessible()
        }
        await studio.page.setViewportSize({ width: 390, height: 844 })
        await settled(studio.page)
        await studio.expectAccessible()
        expect(await overflow(studio)).toBe(0)
        studio.expectQuiet()
      },
      90_000,
    )
  })
}

function routeOf({ page }: StudioPage): unknown {
  return ROUTER.resolve(new URL(page.url()).pathname).name
}

/** How far the page is wider than its window. */
function overflow({ page }: StudioPage): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}
