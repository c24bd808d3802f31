/** A page with the parts of the draft editor on it, for their tests alone. */
import { createApp } from 'vue'

import { openI18n } from '../../../../studio/language/i18n.js'
import {
  keptLanguage,
  LANGUAGE,
  openLanguage,
} from '../../../../studio/language/useLanguage.js'
import { applyTheme } from '../../../../studio/theme/useTheme.js'
import '../../../../studio/styles/index.css'
import FormulaPage from './FormulaPage.vue'

async function start(): Promise<void> {
  applyTheme()
  const i18n = await openI18n(keptLanguage())
  createApp(FormulaPage)
    .provide(LANGUAGE, openLanguage(i18n))
    .use(i18n)
    .mount('#studio')
}

void start()
