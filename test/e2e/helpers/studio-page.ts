/** A page of the studio that notes whatever must never happen on one. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

import type { Language } from '../../../studio/language/languages.js'

export interface PageSetting {
  readonly language?: Language
  readonly theme?: 'light' | 'dark'
  /** Of the window, in pixels. */
  readonly width?: number
}

export interface StudioPage {
  readonly page: Page
  /** Fails on what axe finds on the page as it stands, with every rule switched on. */
  readonly expectAccessible: () => Promise<void>
  /** Fails on violations of the content security policy, errors of scripts and warnings of Vue since it was last asked. */
  readonly expectQuiet: () => void
  readonly close: () => Promise<void>
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export async function openPage(
  browser: Browser,
  address: string,
  { language = 'en', theme = 'light', width = 1280 }: PageSetting = {},
): Promise<StudioPage> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: 900 },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('console', (message) => {
    const type = message.type()
    if (type === 'warning' || /policy/i.test(message.text())) {
      noise.push(message.text())
    }
  })
  await page.addInitScript(
    (kept) => {
      for (const [key, value] of kept) localStorage.setItem(key, value)
    },
    [
      ['olshem.language', language],
      ['olshem.theme', theme],
    ] as const,
  )
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      // eslint-disable-next-line no-console -- of the page, whose warnings are noted
      console.warn(
        `Content security policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      )
    })
  })
  return {
    page,
    expectAccessible: () => expectAccessible(page),
    expectQuiet: () => expect(noise.splice(0)).toEqual([]),
    close: () => context.close(),
  }
}

async function expectAccessible(page: Page): Promise<void> {
  // A colour on its way from one to another is neither.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((each) => each.finished)),
  )
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(await readFile(AXE, 'utf8'))
  }
  const { violations, passes } = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: RunOptions) => Promise<AxeResults> }
    }
    return axe.run({ resultTypes: ['violations'] })
  })
  expect(passes.length).toBeGreaterThan(5)
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  )
  const worn = await page.evaluate(() => {
    const { lang, className } = document.documentElement
    return `${lang} ${className} ${innerWidth}`
  })
  expect(found, worn).toEqual([])
}
