/**
 * Runs over columns are held against exact runs of generated methodologies:
 * certified ones are the same in every absence, rule, place and rounded figure,
 * and plain ones wherever nothing had to be computed a second time.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { TARGETS } from '../../columns/run-code.js'
import {
  differences,
  runColumns,
} from '../../../helpers/generated/compare-columns.js'
import { withData } from '../../../helpers/generated/data.js'
import { generatedMethodology } from '../../../helpers/generated/methodology.js'
import { patience, runs } from '../../../helpers/generated/runs.js'
import { scoreGenerated } from '../../../helpers/generated/score-generated.js'

const RUNS = 120

describe('for any methodology and data', () => {
  it(
    'columns give what the exact run gives, by closures and by generated loops',
    async () => {
      await fc.assert(
        fc.asyncProperty(withData(generatedMethodology), async (generated) => {
          const scored = await scoreGenerated(generated)
          if (!scored) return
          for (const target of TARGETS) {
            const certified = runColumns(scored.run, target, true)
            expect(differences(scored.run, certified), target.name).toEqual([])
            if (certified.secondComputations > 0) continue
            const plain = runColumns(scored.run, target, false)
            expect(differences(scored.run, plain), target.name).toEqual([])
          }
        }),
        runs(RUNS),
      )
    },
    patience(RUNS),
  )
})
