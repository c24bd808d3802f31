/** A run on demand gives what the whole run gives, for generated methodologies and data. */
import fc from 'fast-check'
import { describe, it } from 'vitest'

import { withData } from '../../../helpers/generated/data.js'
import { generatedMethodology } from '../../../helpers/generated/methodology.js'
import { patience, runs } from '../../../helpers/generated/runs.js'
import { scoreGenerated } from '../../../helpers/generated/score-generated.js'
import { expectSameLazily } from '../../../helpers/lazily.js'

const RUNS = 40

describe('for any methodology and data', () => {
  it(
    'every value asked for in a random order is that of the whole run',
    async () => {
      await fc.assert(
        fc.asyncProperty(withData(generatedMethodology), async (generated) => {
          const scored = await scoreGenerated(generated)
          if (scored) expectSameLazily(scored.run, 2)
        }),
        runs(RUNS),
      )
    },
    patience(RUNS),
  )
})
