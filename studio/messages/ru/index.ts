import { administration } from './administration.js'
import { app } from './app.js'
import { compare } from './compare.js'
import { conditions } from './conditions.js'
import { data } from './data.js'
import { editor } from './editor.js'
import { effect } from './effect.js'
import { events } from './events.js'
import { explain } from './explain.js'
import { formula } from './formula.js'
import { home } from './home.js'
import { methodologies } from './methodologies.js'
import { publish } from './publish.js'
import { replay } from './replay.js'
import { runs } from './runs.js'
import { signIn } from './sign-in.js'
import { titles } from './titles.js'
import { terms } from './terms.js'
import { whatIf } from './what-if.js'
import { years } from './years.js'
import type { Messages } from '../en/index.js'

export const ru: Messages = {
  administration,
  app,
  compare,
  conditions,
  data,
  editor,
  effect,
  events,
  explain,
  formula,
  home,
  methodologies,
  publish,
  replay,
  runs,
  signIn,
  titles,
  terms,
  whatIf,
  years,
}
