/** The result of a run as JSON text. */
import type { ShownResult } from '../../engine/index.js'

/**
 * @param layout - `lines` to read, `compact` to send: the same JSON
 * @param more - further members
 */
export function scoreJson(
  result: ShownResult,
  layout: 'lines' | 'compact',
  more: Readonly<Record<string, unknown>> = {},
): string {
  const whole = { ...result, ...more }
  return `${JSON.stringify(whole, null, layout === 'lines' ? 2 : 0)}\n`
}
