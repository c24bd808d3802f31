/** What the threads of a stream have in common: the rules by their text, everything else by its files. */
import { isDeepStrictEqual } from 'node:util'

import {
  loadMethodology,
  resultHead,
  type Methodology,
  type ResultHead,
} from '../../engine/index.js'
import { readSurroundings } from '../scoring/read-surroundings.js'
import { sightOf, type ScoreRequest } from '../scoring/score-request.js'
import type { BlockReading } from './read-block.js'
import type { BlockScoring } from './score-block.js'

/** Plain data that one thread hands to another. */
export interface ScoringSetup {
  /** The methodology file, by name and text. */
  readonly rules: { readonly file: string; readonly text: string }
  readonly request: Pick<
    ScoreRequest,
    'year' | 'previous' | 'history' | 'from' | 'decimalComma' | 'public'
  >
  readonly reading: BlockReading
  /** What the first thread found: another one that reads other texts must not go on. */
  readonly head: ResultHead
}

/** @throws Error where the files are not those that the stream began with */
export async function beginScoring({
  rules,
  request,
  reading,
  head,
}: ScoringSetup): Promise<BlockScoring> {
  const methodology = load(rules)
  const { year } = request
  const { surroundings } = await readSurroundings(methodology, null, {
    ...request,
    leaveOutBroken: true,
  })
  const own = await resultHead(methodology, year, surroundings)
  if (!isDeepStrictEqual(own, head)) {
    throw new Error(
      'a file given with --previous, --history or --from changed while it was read',
    )
  }
  return { ...reading, methodology, surroundings, sight: sightOf(request) }
}

function load({ file, text }: ScoringSetup['rules']): Methodology {
  const { methodology, problems } = loadMethodology(file, text)
  if (methodology) return methodology
  throw new Error(problems[0]?.message ?? `${file} cannot be read`)
}
