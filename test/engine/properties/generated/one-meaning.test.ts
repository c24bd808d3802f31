/** What holds for every methodology and all data, held against generated ones. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  explainableFigures,
  explainableFlags,
  explainOutput,
  explanationText,
  fullText,
  type ScoreResult,
} from '../../../../engine/index.js'
import { withData } from '../../../helpers/generated/data.js'
import {
  generatedMethodology,
  methodologyOfEachBody,
} from '../../../helpers/generated/methodology.js'
import { patience, runs } from '../../../helpers/generated/runs.js'
import {
  loadGenerated,
  scoreBodies,
  scoreGenerated,
} from '../../../helpers/generated/score-generated.js'

const RUNS = 30
const TIME = patience(RUNS)

const ANY = withData(generatedMethodology)

/** Without the lines of the file that a reason names. */
function figures({
  results,
  rankings,
  leftOutOfRankings,
  populations,
}: ScoreResult): unknown {
  const text = JSON.stringify({
    results,
    rankings,
    leftOutOfRankings,
    populations,
  })
  return JSON.parse(
    text.replaceAll(/line \d+ of the methodology/g, 'line'),
  ) as unknown
}

describe('for any methodology and data', () => {
  it(
    'the order in which bodies are given changes nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(ANY, async (generated) => {
          const scored = await scoreGenerated(generated)
          if (!scored) return
          const { methodology, surroundings, result } = scored
          const { year, bodies } = generated.data
          const turned = bodies.toReversed()
          const again = await scoreBodies(
            methodology,
            turned,
            year,
            surroundings,
          )
          expect(again?.result.sha256).toBe(result.sha256)
          expect(again?.result).toEqual(result)
        }),
        runs(RUNS),
      )
    },
    TIME,
  )

  it(
    'the full form of the file means what the file means',
    async () => {
      await fc.assert(
        fc.asyncProperty(ANY, async (generated) => {
          const methodology = loadGenerated(generated.text)
          const full = fullText(methodology)
          const meant = loadGenerated(full)
          const scored = await scoreGenerated(generated, methodology)
          const again = await scoreGenerated(generated, meant)
          expect(again === null).toBe(scored === null)
          if (!scored || !again) return
          expect(figures(again.result)).toEqual(figures(scored.result))
        }),
        runs(10),
      )
    },
    patience(10),
  )

  it(
    'every figure of every body is explained, as the result has it',
    async () => {
      await fc.assert(
        fc.asyncProperty(ANY, async (generated) => {
          const scored = await scoreGenerated(generated)
          if (!scored) return
          const { run, result } = scored
          const names = [...explainableFigures(run), ...explainableFlags(run)]
          for (const { id, status, exact } of result.results) {
            for (const name of names) {
              const explained = await explainOutput(run, id, name)
              if (!explained)
                throw new Error(`No explanation of ${name} of ${id}`)
              expect(explanationText(explained)).not.toBe('')
              if (!(name in exact) || status === 'not-applicable') continue
              expect(explained.figures[0]?.value.text).toBe(exact[name])
            }
          }
        }),
        runs(RUNS),
      )
    },
    TIME,
  )
})

describe('where no body looks at another', () => {
  it(
    'a body scores alone as it does among others',
    async () => {
      await fc.assert(
        fc.asyncProperty(withData(methodologyOfEachBody), async (generated) => {
          const scored = await scoreGenerated(generated)
          if (!scored) return
          const { methodology, surroundings, result } = scored
          for (const body of generated.data.bodies) {
            const { year } = generated.data
            const alone = await scoreBodies(
              methodology,
              [body],
              year,
              surroundings,
            )
            const among = result.results.filter(({ id }) => id === body.id)
            expect(alone?.result.results ?? []).toEqual(among)
          }
        }),
        runs(RUNS),
      )
    },
    TIME,
  )
})
