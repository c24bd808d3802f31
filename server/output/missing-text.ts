/** Why a figure is missing, in one sentence. */
import type { BodyResult } from '../../engine/index.js'

export function missingText(missing: BodyResult['missing'][number]): string {
  const { output, input, row, reason } = missing
  const place = row === null ? input : `${row}.${input}`
  return place === output
    ? `${output} is missing: ${reason}`
    : `${output} is missing: ${place}: ${reason}`
}
