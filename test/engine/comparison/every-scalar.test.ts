/** Nothing that a file says can be changed without the comparison saying so. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { compareForms } from '../../../engine/comparison/compare-forms.js'
import { readForm } from '../../../engine/comparison/read-form.js'
import { parseYaml } from '../../../engine/source/parse-yaml.js'
import { pathKey, pathText, type Path } from '../../../engine/source/path.js'
import type { Source, Tree } from '../../../engine/source/source.js'
import { RULE_FILES } from '../../helpers/rule-files.js'

/** The heading of a comparison says them; `defaults` counts where it is written out. */
const WITHOUT_MEANING = ['format', 'methodology', 'version', 'defaults']

/** Of so many values one is changed, of examples one of more, so that it takes seconds. */
const STRIDE = 9
const STRIDE_OF_EXAMPLES = 60

const NO_RENAMES = new Map()

describe.each(RULE_FILES)('%s', (file) => {
  const { source } = parseYaml(file, readFileSync(file, 'utf8'))
  const form = readForm(source, NO_RENAMES)
  const scalars = scalarsOf(source.tree, []).filter(
    (path) => !WITHOUT_MEANING.includes(String(path[0])),
  )
  const chosen = scalars.filter(
    (path, index) =>
      index % (path[0] === 'examples' ? STRIDE_OF_EXAMPLES : STRIDE) === 0 ||
      path.length === 1,
  )

  it('says the same as itself', () => {
    expect(compareForms(form, readForm(source, NO_RENAMES))).toEqual([])
  })

  it('differs once, and there, for one changed value', () => {
    const wrong = chosen.flatMap((path) => {
      const found = compareForms(
        form,
        readForm(changed(source, path), NO_RENAMES),
      )
      const [only, second] = found
      return only && !second ? [] : [`${pathText(path)}: ${found.length}`]
    })
    expect(wrong).toEqual([])
    expect(chosen.length).toBeGreaterThan(10)
  }, 60_000)

  it('says nothing of its ids, which stand in the heading', () => {
    const other = changed(source, ['version'])
    expect(compareForms(form, readForm(other, NO_RENAMES))).toEqual([])
  })
})

function scalarsOf(tree: Tree, path: Path): readonly Path[] {
  if (tree === null || typeof tree !== 'object') return [path]
  const isList = Array.isArray(tree)
  return Object.entries(tree).flatMap(([key, value]) =>
    scalarsOf(value, [...path, isList ? Number(key) : key]),
  )
}

/** The file with another value at one place, whether or not it can be loaded. */
function changed(source: Source, path: Path): Source {
  const before = source.scalarText(path) ?? ''
  const { tree, text } = another(valueAt(source.tree, path), before)
  return {
    ...source,
    tree: replaced(source.tree, path, tree),
    scalarText: (at) =>
      pathKey(at) === pathKey(path) ? text : source.scalarText(at),
  }
}

function another(value: Tree, text: string): { tree: Tree; text: string } {
  if (typeof value === 'number') {
    return { tree: value + 1, text: String(value + 1) }
  }
  if (typeof value === 'boolean') return { tree: !value, text: String(!value) }
  if (value === null) return { tree: 7, text: '7' }
  const isNumber = /^[\d./]+$/.test(text)
  const other = isNumber ? `${text}7` : `${text} + other`
  return { tree: other, text: other }
}

function valueAt(tree: Tree, [step, ...rest]: Path): Tree {
  if (step === undefined) return tree
  return valueAt((tree as Record<string | number, Tree>)[step] ?? null, rest)
}

function replaced(tree: Tree, [step, ...rest]: Path, value: Tree): Tree {
  if (step === undefined) return value
  if (Array.isArray(tree)) {
    const list = tree as readonly Tree[]
    const index = Number(step)
    return list.with(index, replaced(list[index] ?? null, rest, value))
  }
  const table = tree as { readonly [key: string]: Tree }
  return { ...table, [step]: replaced(table[step] ?? null, rest, value) }
}
