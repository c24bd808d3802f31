/** Chromium as the machine has it. Without one these tests are skipped, but never where CI runs them. */
import { existsSync } from 'node:fs'

import { chromium, type Browser } from 'playwright-core'

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const FOUND = PLACES.find((place) => place !== '' && existsSync(place))

/** For `describe.skipIf`. */
export const NO_BROWSER = FOUND === undefined && process.env['CI'] !== 'true'

export async function openBrowser(): Promise<Browser> {
  if (FOUND === undefined) {
    throw new Error(
      'There is no browser: install Chromium, or name one in CHROMIUM.',
    )
  }
  return chromium.launch({
    executablePath: FOUND,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
