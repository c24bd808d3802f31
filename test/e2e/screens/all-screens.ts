/** The catalogue: every screen of the studio in every state that people meet, by the test that looks at it. */
import { DATA_SCREENS } from './data.js'
import { DRAFT_SCREENS } from './drafts.js'
import { EVENT_SCREENS } from './events.js'
import { FAILURE_SCREENS } from './failures.js'
import { PEOPLE_SCREENS } from './people.js'
import { REGISTER_SCREENS } from './registers.js'
import { REPLAY_SCREENS } from './replays.js'
import { RESULT_SCREENS } from './results.js'
import { RULE_SCREENS } from './rules.js'
import type { Screen } from './screen.js'

/** Each is gone through on a server of its own, in its order: later screens show what earlier ones have made. */
export const PARTS = {
  results: [...RESULT_SCREENS, ...REPLAY_SCREENS],
  rules: [
    ...RULE_SCREENS,
    ...DATA_SCREENS,
    ...REGISTER_SCREENS,
    ...PEOPLE_SCREENS,
  ],
  drafts: [...DRAFT_SCREENS, ...EVENT_SCREENS, ...FAILURE_SCREENS],
} as const satisfies Readonly<Record<string, readonly Screen[]>>

export const ALL_SCREENS: readonly Screen[] = Object.values(PARTS).flat()
