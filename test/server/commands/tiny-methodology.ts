/** A methodology small enough to calculate in the head: total = a + b. */
import { temporaryData } from '../data/fixtures/temporary-data.js'

export interface Tiny {
  readonly version?: string
  readonly years?: string
  readonly status?: 'draft' | 'published'
  readonly edition?: string
  /** What the example expects of 1 + 2. */
  readonly expected?: number
  /** Further lines of the file. */
  readonly more?: string
}

export function tiny({
  version = '2020',
  years = '{ from: 2020, to: 2022 }',
  status = 'published',
  edition,
  expected = 3,
  more = '',
}: Tiny = {}): string {
  return `format: 1
methodology: tiny
version: "${version}"
title: Tiny index
status: ${status}
act: { title: Act of the tests }
years: ${years}
${edition === undefined ? '' : `edition: ${edition}\n`}total: total
indicators:
  a: { under: total, unit: points, missing: allowed, cite: "1" }
  b: { under: total, unit: points, missing: allowed, cite: "1" }
criteria:
  total: { title: Total, aggregate: sum, cite: "2", mark: given }
rankings:
  total: { title: Places, output: total }
examples:
  - title: One and two are three
    source: hand
    note: invented figures
    calculation: 1 + 2 = 3
    body: { id: x, a: 1, b: 2 }
    expect: { outputs: { total: ${expected} } }
${more}`
}

/** A rules folder of these files; gives its path. */
export function rulesFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  return temporaryData(files)
}

/** A folder with rules/tiny/2020.yaml, and data beside it. */
export async function tinyFolder(
  data: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = { 'tiny/2020.yaml': tiny() },
): Promise<{ readonly rules: string; readonly folder: string }> {
  const rules = Object.entries(files).map(
    ([name, text]) => [`rules/${name}`, text] as const,
  )
  const folder = await temporaryData({ ...Object.fromEntries(rules), ...data })
  return { rules: `${folder}/rules`, folder }
}
