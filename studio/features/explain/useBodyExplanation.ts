/** The explanations of one body in one run: each is asked for once, when it is first looked at. */
import { computed, type Ref } from 'vue'

import { answerOf, useApi } from '../../api/client.js'
import { useLoad } from '../../loading/useLoad.js'
import {
  figuresOf,
  type Explanation,
  type Figure,
  type Figures,
} from './figures.js'
import { useFigureLink } from './useFigureLink.js'

export interface Explained {
  /** The output that was asked for; null for the score. */
  readonly asked: string | null
  readonly explanation: Explanation
  readonly figures: Figures
}

export interface ChosenFigure extends Explained {
  /** null where the explanation has no such figure. */
  readonly figure: Figure | null
}

export function useBodyExplanation(
  run: Readonly<Ref<string>>,
  body: Readonly<Ref<string>>,
) {
  const api = useApi()
  const { chosen, output } = useFigureLink()
  const known = new Map<string, Promise<Explained>>()

  /** @param of - a figure of the body; null for the score */
  function explained(of: string | null): Promise<Explained> {
    const key = JSON.stringify([run.value, body.value, of])
    const before = known.get(key)
    if (before) return before
    const asked = ask(run.value, body.value, of)
    known.set(key, asked)
    // What failed is asked for anew the next time.
    asked.catch(() => known.delete(key))
    return asked
  }

  async function ask(
    id: string,
    ofBody: string,
    of: string | null,
  ): Promise<Explained> {
    const explanation = await answerOf(
      api.GET('/v1/runs/{id}/explanations/{body}', {
        params: {
          path: { id, body: ofBody },
          query: of === null ? {} : { output: of },
        },
      }),
    )
    return { asked: of, explanation, figures: figuresOf(explanation) }
  }

  /** The figure of the address, the score where it names none. */
  const { load, again } = useLoad(() => find(chosen.value, output.value))

  async function find(
    key: string | null,
    of: string | null,
  ): Promise<ChosenFigure> {
    const whole = await explained(of)
    const figure = whole.figures.get(key ?? whole.explanation.of) ?? null
    if (figure || of !== null || key === null) return { ...whole, figure }
    // Figures of the body that the score is not made from have explanations of their own.
    const own = await explained(key)
    return { ...own, figure: own.figures.get(own.explanation.of) ?? null }
  }

  return {
    explained,
    chosen: { load, again },
    isChosen: computed(() => chosen.value !== null || output.value !== null),
  }
}
