/** Versions as the list of methodologies has them. */
import type {
  Version,
  Years,
} from '../../../studio/features/years/versions-of-year.js'

export const since = (from: number): Years => ({
  ...{ kind: 'range', from, to: null },
})

export function inventedVersion(
  version: string,
  years: Years,
  part: Partial<Version> = {},
): Version {
  const reference = { number: null, date: null, issuer: null, title: null }
  return {
    ...{ id: 'm', version, title: {}, years, edition: null },
    act: { ...reference, url: null, amendedBy: [], repealedBy: null },
    ...{ status: 'published', locked: true, withdrawn: null },
    ...{ supersededBy: null, sha256: null, file: `m/${version}.yaml` },
    ...part,
  }
}
