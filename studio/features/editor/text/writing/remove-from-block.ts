/** Takes the lines of something out of a block. */
import { blankAfter, blankBefore, regionOf } from '../layout/region.js'
import { lineEnd } from '../layout/lines.js'
import type { CollectionSpot } from '../outline/outline.js'
import type { TextChange } from '../text-change.js'

/**
 * Of the blank lines on both sides, those on one side go too.
 *
 * @param spot - with another entry beside the one that goes
 */
export function removeFromBlock(
  text: string,
  spot: CollectionSpot,
  index: number,
): readonly TextChange[] {
  const region = regionOf(text, spot, index)
  if (region.isInline) {
    const next = regionOf(text, spot, index + 1)
    const start = next.from + text.slice(next.from).search(/\S/)
    return [{ from: region.from, to: start, insert: '' }]
  }
  let { from, to } = region
  const above = blankBefore(text, from)
  const below = blankAfter(text, to)
  const isLast = index === spot.entries.length - 1
  if (index === 0) to = below
  else if (above < from && (below > to || (isLast && below === text.length))) {
    from = above
  }
  // A text that ends without a line break goes on doing so.
  const isUnended = to === text.length && !text.endsWith('\n')
  if (isUnended && from > 0)
    from = lineEnd(text, text.lastIndexOf('\n', from - 1) - 1)
  return [{ from, to, insert: '' }]
}
