/** The names of methodologies in the language that is shown, made anew when another is chosen. */
import { computed, type ComputedRef } from 'vue'

import type { ListedMethodology } from '../api/answers.js'
import { useLanguage } from '../language/useLanguage.js'
import { methodologyNames, type MethodologyNames } from './methodology-names.js'

/** @param listed - none while they are not known: then ids stand */
export function useMethodologyNames(
  listed: () => readonly ListedMethodology[],
): ComputedRef<MethodologyNames> {
  const { language } = useLanguage()
  return computed(() => methodologyNames(listed(), language.value))
}
