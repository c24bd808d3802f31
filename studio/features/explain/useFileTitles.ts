/**
 * What the rankings and rules of a version are called. Files may write many of
 * them as one, so the engine reads the file; it is loaded for that when the screen stands.
 */
import { shallowRef, watchEffect, type Ref } from 'vue'

import type { StoredRun } from '../../api/answers.js'
import { useApi, type Api } from '../../api/client.js'
import type { FileTitle } from '../../language/title-text.js'
import { loadRules } from '../../methodology/load-rules.js'

export interface FileTitles {
  readonly rankings: ReadonlyMap<string, FileTitle>
  readonly rules: ReadonlyMap<string, FileTitle>
}

const NONE: FileTitles = { rankings: new Map(), rules: new Map() }

const read = new Map<string, Promise<FileTitles>>()

/** Empty until they are known, and where the file cannot be had: keys stand for them then. */
export function useFileTitles(run: () => StoredRun): Readonly<Ref<FileTitles>> {
  const api = useApi()
  const titles = shallowRef(NONE)
  watchEffect(() => {
    const { methodology, version, methodologySha256 } = run()
    const known =
      read.get(methodologySha256) ?? readTitles(api, methodology, version)
    read.set(methodologySha256, known)
    known.then(
      (found) => (titles.value = found),
      () => read.delete(methodologySha256),
    )
  })
  return titles
}

async function readTitles(
  api: Api,
  methodology: string,
  version: string,
): Promise<FileTitles> {
  const loaded = await loadRules(api, { methodology, version })
  return {
    rankings: new Map(
      loaded?.rankings.map(({ ranking, title }) => [ranking, title]) ?? [],
    ),
    rules: new Map(loaded?.rules.map(({ rule, title }) => [rule, title]) ?? []),
  }
}
