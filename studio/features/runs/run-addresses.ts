/** Where the parts of a run can be pointed at. */

export function bodyAddress(run: string, body: string): string {
  return `/runs/${run}/bodies/${encodeURIComponent(body)}`
}

export function figureAddress(
  run: string,
  body: string,
  figure: string,
): string {
  return `${bodyAddress(run, body)}?figure=${encodeURIComponent(figure)}`
}

export function versionAddress(methodology: string, version: string): string {
  return `/methodologies/${encodeURIComponent(methodology)}/versions/${encodeURIComponent(version)}`
}

/** Of the row of a body in the table of results, for the end of an address. */
export function rowId(body: string): string {
  return `body-${body}`
}
