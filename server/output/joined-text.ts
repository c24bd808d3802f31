/** The bodies that ended in the year and are assessed within another. */
import type { ShownBody } from '../../engine/index.js'

/** As `with old-ministry Old ministry, which ended on 2023-03-12 (Decree, 53)`. */
export function joinedTexts({ joined = [] }: ShownBody): readonly string[] {
  return joined.map(({ id, name, ended, citation }) => {
    const who = name === null ? id : `${id} ${name}`
    return `with ${who}, which ended on ${ended} (${citation})`
  })
}
