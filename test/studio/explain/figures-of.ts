/** Explanations of invented files, as the server answers them. */
import type { BodyResult } from '../../../studio/api/answers.js'
import { explainOutput } from '../../../engine/index.js'
import {
  figuresOf,
  type Figures,
} from '../../../studio/features/explain/figures.js'
import { methodology } from '../../helpers/methodology.js'
import { score, type Body } from '../../helpers/score.js'

export interface ExplainedBody {
  readonly of: string
  readonly figures: Figures
  readonly body: BodyResult
}

export async function explainedBody(
  rules: string,
  body: Body,
): Promise<ExplainedBody> {
  const scored = await score(methodology(rules), [body])
  const found = await explainOutput(scored.run, body.id, null)
  if (!found) throw new Error('The total is not explained')
  const explanation = JSON.parse(JSON.stringify(found)) as Parameters<
    typeof figuresOf
  >[0]
  const result = JSON.parse(JSON.stringify(scored.of(body.id))) as BodyResult
  return { of: found.of, figures: figuresOf(explanation), body: result }
}
