/** Entries of the audit log as the screen shows them. */
import type { components } from '../../api/openapi.js'

export type AuditPage = components['schemas']['AuditPage']

/** The log holds ids alone; who is called how stands beside it. */
export function nameOf(actor: string, names: AuditPage['names']): string {
  return names[actor] ?? actor
}

/** On one line: `name: value, name: value`. */
export function detailsText(
  details: AuditPage['items'][number]['details'],
): string {
  return Object.entries(details)
    .map(
      ([name, value]) =>
        `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join(', ')
}
