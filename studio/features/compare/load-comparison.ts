/** Two versions of a methodology and what differs between them. */
import type { ListedVersion } from '../../api/answers.js'
import { answerOf, type Api } from '../../api/client.js'
import type { FileTitle } from '../../language/title-text.js'
import { firstYear } from '../../methodology/reporting-years.js'
import { chosenVersions } from './chosen-versions.js'
import type { ComparedText } from './compared-text.js'
import type { Difference } from './subject.js'

export interface Comparison {
  readonly versions: readonly ListedVersion[]
  readonly title: FileTitle
  /** null where the methodology has one version alone. */
  readonly compared: {
    readonly was: ComparedText
    readonly is: ComparedText
    readonly differences: readonly Difference[]
  } | null
}

export interface AskedVersions {
  readonly from: string | null
  readonly to: string | null
}

export async function loadComparison(
  api: Api,
  methodology: string,
  asked: AskedVersions,
  signal: AbortSignal,
): Promise<Comparison> {
  const path = { methodology }
  const answer = await answerOf(
    api.GET('/v1/methodologies/{methodology}', { params: { path }, signal }),
  )
  const versions = [...answer.versions].sort(
    (one, other) => firstYear(one.years) - firstYear(other.years),
  )
  const title = versions.at(-1)?.title ?? null
  const chosen = chosenVersions(
    versions.map(({ version }) => version),
    asked,
  )
  if (!chosen) return { versions, title, compared: null }
  const [differences, was, is] = await Promise.all([
    answerOf(
      api.GET('/v1/methodologies/{methodology}/diff', {
        ...{ params: { path, query: chosen }, signal },
      }),
    ),
    textOf(chosen.from),
    textOf(chosen.to),
  ])
  return { versions, title, compared: { was, is, differences } }

  async function textOf(version: string): Promise<ComparedText> {
    const address = '/v1/methodologies/{methodology}/versions/{version}'
    const params = { path: { methodology, version } }
    const file: unknown = await answerOf(api.GET(address, { params, signal }))
    const listed = versions.find((each) => each.version === version)
    return { label: version, sha256: listed?.sha256 ?? null, file }
  }
}
