/** Starts the studio in the page that the server sends. */
import { createApp } from 'vue'

import App from './App.vue'
import { API } from './api/client.js'
import { openI18n } from './language/i18n.js'
import { keptLanguage, LANGUAGE, openLanguage } from './language/useLanguage.js'
import { openRouter } from './router.js'
import { openSession, SESSION } from './session/useSession.js'
import { applyTheme } from './theme/useTheme.js'
import './styles/index.css'

async function start(): Promise<void> {
  applyTheme()
  const i18n = await openI18n(keptLanguage())
  const language = openLanguage(i18n)
  const { state, api } = openSession()
  await state.load().catch(() => undefined)
  createApp(App)
    .provide(LANGUAGE, language)
    .provide(SESSION, state)
    .provide(API, api)
    .use(i18n)
    .use(openRouter(i18n, state))
    .mount('#studio')
}

void start()
