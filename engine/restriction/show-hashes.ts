/**
 * Hashes over restricted values are withheld with them: where all else is known, a
 * value of few possibilities is found by trying each until the hash fits.
 */
import type { Methodology } from '../methodology/methodology.js'
import type { ResultHead } from '../result/result-head.js'
import type { ScoreResult } from '../result/score-result.js'
import { withheldNames } from './withheld-names.js'
import { isRestricted, restrictionOf, type Sight } from './restriction.js'
import type {
  RestrictedResult,
  ShownData,
  ShownReference,
  ShownResult,
} from './shown-result.js'

const WITHHELD = { sha256: null } as const

type Hashes = Pick<ScoreResult, 'data' | 'register' | 'history' | 'from'>

export function showHashes(
  { data, register, history, from }: Hashes,
  methodology: Methodology,
): Pick<
  ShownResult,
  'data' | 'register' | 'history' | 'from' | 'sha256' | 'restricted'
> {
  const isRegisterHidden = isRegisterRestricted(methodology)
  return {
    data: { ...WITHHELD, ...showEarlier(data) },
    ...(register
      ? { register: isRegisterHidden ? { ...register, ...WITHHELD } : register }
      : {}),
    ...showReferences({ history, from }),
    ...WITHHELD,
    restricted: {
      ...withheldNames(methodology),
      hashes: [
        'data.sha256',
        ...hashesBeside({ data, history, from }),
        ...(register && isRegisterHidden ? ['register.sha256'] : []),
        'sha256',
      ],
    },
  }
}

/** The first line of a stream as it is shown. */
export interface ShownHead extends Omit<
  ResultHead,
  'data' | 'history' | 'from'
> {
  readonly data: Omit<ShownResult['data'], 'sha256'>
  readonly history?: readonly ShownReference[]
  readonly from?: readonly ShownReference[]
  readonly restricted?: RestrictedResult
}

export function showHead(
  head: ResultHead,
  methodology: Methodology,
  sight: Sight,
): ShownHead {
  if (sight === 'everything' || !isRestricted(methodology)) return head
  const { data, history, from } = head
  return {
    ...head,
    data: showEarlier(data),
    ...showReferences({ history, from }),
    restricted: {
      ...withheldNames(methodology),
      hashes: hashesBeside({ data, history, from }),
    },
  }
}

function showEarlier({ previous, earlier }: ResultHead['data']): {
  readonly previous?: ShownData
  readonly earlier?: readonly (ShownData & { readonly year: number })[]
} {
  return {
    ...(previous ? { previous: { ...previous, ...WITHHELD } } : {}),
    ...(earlier
      ? { earlier: earlier.map((each) => ({ ...each, ...WITHHELD })) }
      : {}),
  }
}

type References = {
  readonly [Key in 'history' | 'from']: ScoreResult[Key] | undefined
}

function showReferences({
  history,
  from,
}: References): Pick<ShownResult, 'history' | 'from'> {
  return {
    ...(history
      ? { history: history.map((each) => ({ ...each, ...WITHHELD })) }
      : {}),
    ...(from ? { from: from.map((each) => ({ ...each, ...WITHHELD })) } : {}),
  }
}

/** The members that have no hash then. */
function hashesBeside({
  data: { previous, earlier },
  history,
  from,
}: References & Pick<ResultHead, 'data'>): readonly string[] {
  return [
    ...(previous ? ['data.previous.sha256'] : []),
    ...(earlier ? ['data.earlier.sha256'] : []),
    ...(history ? ['history.sha256'] : []),
    ...(from ? ['from.sha256'] : []),
  ]
}

function isRegisterRestricted(methodology: Methodology): boolean {
  return restrictionOf(methodology).inputs.some(
    ({ fromRegister }) => fromRegister,
  )
}
