/** Which runs are shown, as the address of the page has it. */
export interface RunFilter {
  readonly methodology?: string
  readonly year?: string
}

/** What is no filter, as a year of letters, shows all runs. */
export function runFilter(query: Readonly<Record<string, unknown>>): RunFilter {
  const { methodology, year } = query
  return {
    ...(typeof methodology === 'string' && methodology !== ''
      ? { methodology }
      : {}),
    ...(typeof year === 'string' && /^\d{4}$/.test(year) ? { year } : {}),
  }
}
