/** The screen on which weights are tried, in a real browser: from a key to the new ranking in the page. */
import { existsSync } from 'node:fs'

import { chromium, type Browser, type Page } from 'playwright-core'

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** null where the machine has none. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = PLACES.find(
    (place) => place !== '' && existsSync(place),
  )
  if (executablePath === undefined) return null
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run']
  return chromium.launch({ executablePath, args })
}

/** Milliseconds from the input event. */
export interface Edit {
  /** Until the ranking by floating numbers is in the page. */
  readonly preview: number
  /** Until the exact one is. */
  readonly exact: number
}

/**
 * @param texts - makes of the rules as they are the one after each edit
 * @param path - of the version, `hdi/versions/2014`
 */
export async function timeEdits(
  browser: Browser,
  address: URL,
  path: string,
  texts: (rules: string) => readonly string[],
): Promise<readonly Edit[]> {
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  await page.addInitScript(`localStorage.setItem('olshem.language', 'en')`)
  await page.goto(new URL(`/methodologies/${path}/what-if`, address).href)
  await page.locator('.progress.exact').waitFor()
  const rules = await page.locator('textarea').inputValue()
  const edits: Edit[] = []
  for (const text of texts(rules)) {
    edits.push(await timeEdit(page, text))
    // As long as a quick typist needs for the next key.
    await page.waitForTimeout(150)
  }
  await page.close()
  return edits
}

async function timeEdit(page: Page, text: string): Promise<Edit> {
  return page.evaluate<Edit>(`(${IN_PAGE})(${JSON.stringify(text)})`)
}

/** As text: the bench is a program of Node, to which nothing of a page is known. */
const IN_PAGE = `(typed) => new Promise((resolve, reject) => {
  const panel = document.querySelector('section.effect')
  const field = document.querySelector('textarea')
  let preview = null
  let start = 0
  const observer = new MutationObserver(() => {
    const now = performance.now() - start
    const state = panel.querySelector('.progress').classList
    if (state.contains('stale')) end(() => reject(new Error('Mistakes')))
    if (state.contains('preview')) preview ??= now
    if (state.contains('exact') && preview !== null) {
      end(() => resolve({ preview, exact: now }))
    }
  })
  const end = (settle) => {
    observer.disconnect()
    settle()
  }
  const all = { subtree: true, childList: true, attributes: true }
  observer.observe(panel, { ...all, characterData: true })
  setTimeout(() => end(() => reject(new Error('No effect'))), 20_000)
  field.value = typed
  start = performance.now()
  field.dispatchEvent(new Event('input', { bubbles: true }))
})`
