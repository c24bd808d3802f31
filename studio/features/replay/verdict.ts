/** What came of a run that was computed again, in one form for a single run and for those of a job. */
import type { components } from '../../api/openapi.js'
import type { JobWithResult } from '../../jobs/watched-job.js'

type Replay = components['schemas']['Replay']
export type Finding = JobWithResult['result']['replays'][number]
export type Difference = NonNullable<Finding['difference']>

export type Verdict =
  | { readonly kind: 'identical' }
  | {
      readonly kind: 'different'
      /** null where no single value differs, but the hash of the results. */
      readonly difference: Difference | null
      readonly written: string | null
      readonly computed: string | null
    }
  /** It differs; what, is withheld. */
  | { readonly kind: 'withheld' }
  /** `why` is null where it is withheld. */
  | { readonly kind: 'impossible'; readonly why: readonly string[] | null }

export function verdictOfReplay({
  kind,
  difference = null,
  written,
  computed,
  restricted = [],
}: Replay): Verdict {
  if (kind === 'identical') return { kind }
  if (restricted.length > 0) return { kind: 'withheld' }
  return { kind, difference, written, computed }
}

function verdictOfFinding(finding: Finding): Verdict {
  const { outcome, difference, written, computed, why } = finding
  const isWithheld = (finding.restricted ?? []).length > 0
  switch (outcome) {
    case 'identical':
      return { kind: outcome }
    case 'different':
      return isWithheld
        ? { kind: 'withheld' }
        : { kind: outcome, difference, written, computed }
    case 'impossible':
      return { kind: outcome, why: isWithheld ? null : why }
  }
}

/** Of a job: whatever did not come out as it was written. */
export function differingOf(
  findings: readonly Finding[],
): readonly { readonly run: string; readonly verdict: Verdict }[] {
  return findings
    .filter(({ outcome }) => outcome !== 'identical')
    .map((each) => ({ run: each.run, verdict: verdictOfFinding(each) }))
}

/** Values arrive as JSON: text without its quotation marks, decimals as they were written. */
export function valueText(json: string): string {
  const isText = json.startsWith('"')
  return isText ? (JSON.parse(json) as string) : json
}
