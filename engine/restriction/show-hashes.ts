/**
 * Hashes over restricted values are withheld with them: where all else is known, a
 * value of few possibilities is found by trying each until the hash fits.
 */
import type { Methodology } from '../methodology/methodology.js'
import type { ScoreResult } from '../result/score-result.js'
import { restrictionOf } from './restriction.js'
import type { ShownResult } from './shown-result.js'

type Hashed = Pick<
  ShownResult,
  'data' | 'register' | 'history' | 'from' | 'sha256'
>

const WITHHELD = { sha256: null } as const

export function showHashes(
  { data, register, history, from }: ScoreResult,
  methodology: Methodology,
): Hashed {
  const { previous, earlier } = data
  return {
    data: {
      ...WITHHELD,
      ...(previous ? { previous: { ...previous, ...WITHHELD } } : {}),
      ...(earlier
        ? { earlier: earlier.map((each) => ({ ...each, ...WITHHELD })) }
        : {}),
    },
    ...(register
      ? {
          register: isRegisterRestricted(methodology)
            ? { ...register, ...WITHHELD }
            : register,
        }
      : {}),
    ...(history
      ? { history: history.map((each) => ({ ...each, ...WITHHELD })) }
      : {}),
    ...(from ? { from: from.map((each) => ({ ...each, ...WITHHELD })) } : {}),
    ...WITHHELD,
  }
}

/** The members of a result that have no hash then. */
export function withheldHashes(
  { data, register, history, from }: ScoreResult,
  methodology: Methodology,
): readonly string[] {
  return [
    'data.sha256',
    ...(data.previous ? ['data.previous.sha256'] : []),
    ...(data.earlier ? ['data.earlier.sha256'] : []),
    ...(register && isRegisterRestricted(methodology)
      ? ['register.sha256']
      : []),
    ...(history ? ['history.sha256'] : []),
    ...(from ? ['from.sha256'] : []),
    'sha256',
  ]
}

function isRegisterRestricted(methodology: Methodology): boolean {
  return restrictionOf(methodology).inputs.some(
    ({ fromRegister }) => fromRegister,
  )
}
