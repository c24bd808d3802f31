/**
 * The built command line scores by the shipped files without reading their
 * examples: all else must be what it is with them.
 */
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../engine/index.js'
import { soundVersion } from '../../sound-versions.plugin.js'
import { RULE_FILES } from '../helpers/rule-files.js'

describe.each(RULE_FILES)('%s', (file) => {
  it('is the same methodology without its examples', async () => {
    const text = await readFile(file, 'utf8')
    const known = await soundVersion(file)
    const whole = loadMethodology(file, text)
    const lean = loadMethodology(file, text, known?.[1].examples)
    expect(whole.methodology?.root.has('examples')).toBe(true)
    expect(lean.methodology?.root.has('examples')).toBe(false)
    expect(lean.problems).toEqual([])
    expect(lean.source.text).toBe(text)
    const tree = whole.source.tree as Readonly<Record<string, unknown>>
    const examples = tree['examples']
    expect({ ...(lean.source.tree as object), examples }).toEqual(tree)
    const places = (loaded: typeof whole) =>
      loaded.methodology?.nodes.map(({ name, at }) => [
        name,
        loaded.source.position(at),
      ])
    expect(places(lean)).toEqual(places(whole))
  })
})
