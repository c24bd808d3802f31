/** Light, dark, or as the system has it; kept for the next visit. */
import { readonly, shallowRef, watch } from 'vue'

import { keepText, keptText } from '../kept/browser-storage.js'

export const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const KEPT_AS = 'olshem.theme'
const DARK = matchMedia('(prefers-color-scheme: dark)')

const theme = shallowRef<Theme>(keptTheme())

/** Is called once, before the first screen is drawn. */
export function applyTheme(): void {
  watch(theme, draw, { immediate: true })
  DARK.addEventListener('change', draw)
}

export function useTheme() {
  return {
    theme: readonly(theme),
    choose: (chosen: Theme): void => {
      theme.value = chosen
      keepText(KEPT_AS, chosen)
    },
  }
}

function draw(): void {
  const isDark =
    theme.value === 'dark' || (theme.value === 'system' && DARK.matches)
  document.documentElement.classList.toggle('dark', isDark)
}

function keptTheme(): Theme {
  const kept = keptText(KEPT_AS)
  return THEMES.find((each) => each === kept) ?? 'system'
}
