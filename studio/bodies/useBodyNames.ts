/** The names of bodies in the language that is shown, made anew when another is chosen. */
import { computed, type ComputedRef } from 'vue'

import { useLanguage } from '../language/useLanguage.js'
import type { RegisterNames } from './register-names.js'
import { shownName, type NamedBody, type ShownName } from './shown-name.js'

export interface BodyNames {
  /** null where nobody has named the body. */
  readonly shown: (body: NamedBody) => ShownName | null
  /** For sentences; the id where nobody has named the body. */
  readonly text: (body: NamedBody) => string
}

/** @param names - of the year; null where no register is named */
export function useBodyNames(
  names: () => RegisterNames | null,
): ComputedRef<BodyNames> {
  const { language } = useLanguage()
  return computed(() => {
    const [registered, shownIn] = [names(), language.value]
    const shown = (body: NamedBody) => shownName(body, registered, shownIn)
    return { shown, text: (body) => shown(body)?.text ?? body.id }
  })
}
