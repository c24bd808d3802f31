/** The words inside a formula written as mathematics, in the language that is shown. */
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

import type { FormulaWords } from '../../../../engine/index.js'

export function useFormulaWords(): ComputedRef<FormulaWords> {
  const { t } = useI18n()
  return computed(() => ({
    and: t('formula.words.and'),
    or: t('formula.words.or'),
    not: [t('formula.words.notBefore'), t('formula.words.notAfter')],
    if: [t('formula.words.ifBefore'), t('formula.words.ifAfter')],
    otherwise: t('formula.words.otherwise'),
    isMissing: [
      t('formula.words.missingBefore'),
      t('formula.words.missingAfter'),
    ],
    yes: t('formula.words.yes'),
    no: t('formula.words.no'),
  }))
}
