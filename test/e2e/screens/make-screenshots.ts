/**
 * `npm run screenshots`: pictures of the main screens for the eyes, and prints of
 * what is meant for paper, in the folder `screenshots` or the one that SCREENSHOTS
 * names. `npm run screenshots -- -t publication` makes those of some screens alone.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'

import { LANGUAGES } from '../../../studio/language/languages.js'
import { ALL_SCREENS } from './all-screens.js'
import { openStage, type Stage } from './stage.js'
import { settled, wear, type Wearing } from './wearing.js'

const FOLDER = process.env['SCREENSHOTS'] ?? 'screenshots'
const PICTURED = ALL_SCREENS.filter(({ picture }) => picture !== undefined)
const WIDTHS = [1280, 390] as const

let stage: Stage

describe('pictures', () => {
  beforeAll(async () => {
    await mkdir(FOLDER, { recursive: true })
    stage = await openStage()
  }, 240_000)

  afterAll(() => stage.close())

  it.each(PICTURED.map((screen) => [screen.name, screen] as const))(
    '%s',
    async (_, screen) => {
      const { page } = await stage.show(screen)
      await draw(page, screen.name, { language: 'en', theme: 'dark' }, 1280)
      for (const width of WIDTHS) {
        for (const language of LANGUAGES) {
          await draw(page, screen.name, { language, theme: 'light' }, width)
        }
      }
      if (screen.picture === 'screen and paper') await print(page, screen.name)
    },
    120_000,
  )
})

/** The whole page, however long it is; of a dialog what its window shows. */
async function draw(
  page: Page,
  name: string,
  wearing: Wearing,
  width: number,
): Promise<void> {
  await page.setViewportSize({ width, height: 900 })
  await wear(page, wearing)
  await settled(page)
  const { language, theme } = wearing
  const file = `${name}-${language}-${theme}-${width}.png`
  const fullPage = (await page.locator('dialog[open]').count()) === 0
  await page.screenshot({ path: join(FOLDER, file), fullPage })
}

/** As a browser prints it, on the paper that the style sheet names. */
async function print(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 })
  for (const language of LANGUAGES) {
    await wear(page, { language, theme: 'light' })
    const path = join(FOLDER, `${name}-${language}.pdf`)
    await page.pdf({ path, preferCSSPageSize: true })
  }
}
