/** A screen in another language and other colours, changed as its users change them, without being loaded again. */
import type { Page } from 'playwright-core'

import { LANGUAGES, type Language } from '../../../studio/language/languages.js'

export interface Wearing {
  readonly language: Language
  readonly theme: 'light' | 'dark'
}

export const WEARINGS: readonly Wearing[] = (
  ['light', 'dark'] as const
).flatMap((theme) => LANGUAGES.map((language) => ({ language, theme })))

/** By scripts, which an open dialog does not keep from the choices below it. */
export async function wear(page: Page, wearing: Wearing): Promise<void> {
  await page.evaluate(({ language, theme }) => {
    const choice = document.querySelector<HTMLSelectElement>('.theme select')
    if (!choice) throw new Error('There is no choice of colours')
    choice.value = theme
    choice.dispatchEvent(new Event('change'))
    document
      .querySelector<HTMLElement>(`.languages [lang=${language}]`)
      ?.click()
  }, wearing)
  await page.waitForFunction(({ language, theme }) => {
    const { lang, classList } = document.documentElement
    return (
      lang === language && classList.contains('dark') === (theme === 'dark')
    )
  }, wearing)
  await settled(page)
}

/** Nothing is being drawn or moved any more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
    await frame()
    await frame()
    await Promise.allSettled(
      document.getAnimations().map((each) => each.finished),
    )
  })
}
