/** The first screen: newest year first, then the most bodies, then by the titles that are shown. */
import { describe, expect, it } from 'vitest'

import type { StoredRun } from '../../../studio/api/answers.js'
import { listAssessments } from '../../../studio/features/home/list-assessments.js'
import type { Language } from '../../../studio/language/languages.js'
import { methodologyNames } from '../../../studio/methodology/methodology-names.js'
import { inventedVersion, since } from '../years/invented-versions.js'

const run = (methodology: string, year: number) =>
  ({
    ...{ id: `${methodology}-${year}`, methodology, year },
    ...{ version: '1', dataSet: null },
  }) as StoredRun

const RUNS = [run('a', 2020), run('b', 2020), run('a', 2021)]

const METHODOLOGIES = [
  { id: 'a', title: { kk: 'Өңір', en: 'Region' } },
  { id: 'b', title: { kk: 'Қызмет', en: 'Staff' } },
].map(({ id, title }) => ({
  id,
  versions: [inventedVersion('1', since(2019), { id, title })],
}))

function shown(language: Language): readonly string[] {
  const titles = methodologyNames(METHODOLOGIES, language)
  return listAssessments(titles, RUNS, []).map(({ run: id }) => id)
}

describe('the runs of a server', () => {
  it('of one year stand in the order of the titles in the language that is shown', () => {
    expect(shown('en')).toEqual(['a-2021', 'a-2020', 'b-2020'])
    expect(shown('kk')).toEqual(['a-2021', 'b-2020', 'a-2020'])
  })
})
