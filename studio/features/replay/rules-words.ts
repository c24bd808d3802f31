/** What rankings and inputs of two versions are called, read from their files by the engine. */
import type { StoredRun } from '../../api/answers.js'
import type { Api } from '../../api/client.js'
import type { FileTitle } from '../../language/title-text.js'
import { loadRules } from '../../methodology/load-rules.js'

export interface RulesWords {
  readonly rankings: ReadonlyMap<string, RankingWords>
  readonly inputs: ReadonlyMap<string, FileTitle>
}

export interface RankingWords {
  readonly title: FileTitle
  /** The figure that is compared. */
  readonly output: string
}

/** Empty where the file cannot be read any more: keys are shown then. */
export async function readRulesWords(
  api: Api,
  { methodology, version }: StoredRun,
): Promise<RulesWords> {
  const [read, { describeColumns }] = await Promise.all([
    loadRules(api, { methodology, version }),
    import('../../../engine/index.js'),
  ])
  const columns = read
    ? describeColumns(read).flatMap((table) => table.columns)
    : []
  return {
    rankings: new Map(
      read?.rankings.map(({ ranking, title, output }) => [
        ranking,
        { title, output: output.name },
      ]),
    ),
    inputs: new Map(columns.map(({ name, title }) => [name, title])),
  }
}
