/** Versions as the list of methodologies has them. */
import type { ListedVersion } from '../../../studio/api/answers.js'
import type { ReportingYears } from '../../../studio/methodology/reporting-years.js'

export const since = (from: number): ReportingYears => ({
  ...{ kind: 'range', from, to: null },
})

export function inventedVersion(
  version: string,
  years: ReportingYears,
  part: Partial<ListedVersion> = {},
): ListedVersion {
  const reference = { number: null, date: null, issuer: null, title: null }
  return {
    ...{ id: 'm', version, title: {}, years, edition: null },
    act: { ...reference, url: null, amendedBy: [], repealedBy: null },
    ...{ status: 'published', locked: true, withdrawn: null },
    ...{ supersededBy: null, sha256: null, file: `m/${version}.yaml` },
    ...part,
  }
}
