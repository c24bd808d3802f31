/** Runs of other years or methodologies, as a test needs them. */
import type { KnownBody, KnownRun } from '../../engine/index.js'
import { figureOfText, missingThen } from '../../engine/history/known-run.js'
import type { Value } from '../../engine/value.js'

/** Body -> output -> decimal text, a level, null for missing, `not-applicable`. */
export interface Figures {
  readonly [body: string]: { readonly [output: string]: string | null }
}

export function knownRun(
  year: number,
  figures: Figures,
  methodology = 'test',
  version = 'old',
): KnownRun {
  const reference = { methodology, version, year, sha256: 'ab'.repeat(32) }
  const valueOf = (text: string | null): Value => {
    if (text === null) return missingThen(reference, ['x not given'])
    if (text === 'not-applicable') {
      const exclusion = { rule: 'small', criterion: null, citation: 'p. 3' }
      return { kind: 'not-applicable', exclusion }
    }
    return figureOfText(text) ?? { kind: 'word', word: text }
  }
  const bodies = Object.entries(figures).map(([id, outputs]) => {
    const values = Object.entries(outputs).map(
      ([name, text]) => [name, valueOf(text)] as const,
    )
    const body: KnownBody = { id, figures: new Map(values) }
    return [id, body] as const
  })
  return { ...reference, bodies: new Map(bodies) }
}
