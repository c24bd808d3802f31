/** The list `released`: what is shown to everybody although restricted inputs stand behind it. */
import { restrictionOf } from '../restriction/restriction.js'
import { findFigure } from './build-rankings.js'
import type { Draft } from './draft.js'
import type { Methodology, Node } from './methodology.js'
import { reportUnknown } from './unknown.js'

/** Read after all nodes are there; the rules of one entry with `each` have its name. */
export function readReleased(draft: Draft): readonly Node[] {
  return draft.root.items('released').flatMap((item) => {
    if (draft.isRefused(item.at)) return []
    const name = item.ownText() ?? ''
    const found = namedNodes(draft, name)
    if (found.some(isInput)) {
      draft.report('SETTING_NOT_USED', item.at, {
        key: 'released',
        why: `"${name}" is an input; take \`restricted\` away from it where everybody may see it`,
      })
      return []
    }
    if (found.length > 0) return found
    const what = 'a figure, `ranking NAME`, `population NAME` or `rule NAME`'
    reportUnknown(draft, item.at, name, what, knownNames(draft))
    return []
  })
}

function namedNodes(draft: Draft, name: string): readonly Node[] {
  const figure = findFigure(draft, name)
  if (figure) return [figure]
  return draft.nodes.filter(
    (node) =>
      node.name === name ||
      (node.kind === 'rule' && `rule ${node.template ?? ''}` === name),
  )
}

function isInput({ kind }: Node): boolean {
  return kind === 'input' || kind === 'indicator'
}

function knownNames({ nodes }: Draft): readonly string[] {
  return nodes.filter((node) => !isInput(node)).map(({ name }) => name)
}

/** A release that shows nothing more is a mistake: somebody believes that something is withheld. */
export function checkReleased(draft: Draft, methodology: Methodology): void {
  const { touches } = restrictionOf(methodology)
  for (const item of draft.root.items('released')) {
    const name = item.ownText() ?? ''
    const nodes = namedNodes(draft, name)
    if (nodes.length === 0 || nodes.some(touches)) continue
    draft.report('SETTING_NOT_USED', item.at, {
      key: 'released',
      why: `no restricted input stands behind "${name}", so it is shown anyway`,
    })
  }
}
