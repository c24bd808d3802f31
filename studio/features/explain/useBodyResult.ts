/** What the screen of a body shows before anything is chosen. */
import type { Ref } from 'vue'

import type { BodyResult, ScoreAnswer, StoredRun } from '../../api/answers.js'
import { answerOf, useApi } from '../../api/client.js'
import { loadRegisterNames } from '../../bodies/load-register-names.js'
import type { RegisterNames } from '../../bodies/register-names.js'
import type { FileTitle } from '../../language/title-text.js'
import { useLoad } from '../../loading/useLoad.js'
import type { Figure } from './figures.js'
import type { Explained } from './useBodyExplanation.js'

export interface BodyOfRun {
  readonly run: StoredRun
  readonly answer: ScoreAnswer
  readonly body: BodyResult
  /** The explanation of the score. */
  readonly explained: Explained
  readonly total: Figure
  /** Of the methodology; null where this server no longer lists it. */
  readonly title: FileTitle
  /** null where the rules name no register. */
  readonly names: RegisterNames | null
}

export function useBodyResult(
  run: Readonly<Ref<string>>,
  body: Readonly<Ref<string>>,
  explained: (of: string | null) => Promise<Explained>,
) {
  const api = useApi()

  return useLoad<BodyOfRun>(async (signal) => {
    const [wanted, params] = [body.value, { path: { id: run.value } }]
    const [stored, answer, whole] = await Promise.all([
      answerOf(api.GET('/v1/runs/{id}', { params, signal })),
      answerOf(api.GET('/v1/runs/{id}/result', { params, signal })),
      explained(null),
    ])
    const found = answer.results.find(({ id }) => id === wanted)
    const total = whole.figures.get(whole.explanation.of)
    if (!found || !total) throw new Error(`${wanted} is not in the result`)
    const { register, year } = answer
    const [title, names] = await Promise.all([
      titleOf(stored),
      loadRegisterNames(api, register, year),
    ])
    return {
      ...{ run: stored, answer, body: found, explained: whole },
      ...{ total, title, names },
    }
  })

  /** A title is no reason to show nothing. */
  async function titleOf({
    methodology,
    version,
  }: StoredRun): Promise<FileTitle> {
    const params = { path: { methodology } }
    return answerOf(
      api.GET('/v1/methodologies/{methodology}', { params }),
    ).then(
      ({ versions }) =>
        versions.find((each) => each.version === version)?.title ?? null,
      () => null,
    )
  }
}
