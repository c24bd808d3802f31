/** The elements of the file that a field can name, each with its title. */
import { partAt, tableAt, textAt, type FilePart } from '../file/file-part.js'
import { readTitle, type WrittenTitle } from '../file/written-title.js'
import { sectionEntries, type Section } from '../entries/sections.js'
import type { Place } from '../text/place.js'
import { criteriaTree, flatTree } from '../tree/criteria-tree.js'

export interface NamedElement {
  readonly name: string
  readonly title: WrittenTitle
}

export interface ElementNames {
  readonly elements: readonly NamedElement[]
  /** Something else may stand there too: a formula's name of a figure, a `$column`. */
  readonly isFree: boolean
}

/** @returns null for a field that names no element of the file */
export function elementNames(root: FilePart, path: Place): ElementNames | null {
  const found = namedBy(root, path)
  if (!found) return null
  const entry = path.slice(0, 2)
  const isRepeated = partAt(root, [...entry, 'each']) !== undefined
  const isOfTree = path[0] === 'criteria' || path[0] === 'indicators'
  const isOwn = ({ name }: NamedElement) =>
    isOfTree && path.slice(0, -1).includes(name)
  const hasColumns = isRepeated && path.at(-1) !== 'each'
  return {
    elements: [
      ...found.elements.filter((each) => !isOwn(each)),
      ...(hasColumns ? columnsOfEach(root, entry) : []),
    ],
    isFree: found.isFree || isRepeated,
  }
}

/** `$column` of the table that an entry is repeated for. */
function columnsOfEach(root: FilePart, entry: Place): readonly NamedElement[] {
  const each = [...entry, 'each']
  const table = textAt(root, each) ?? textAt(root, [...each, 'table']) ?? ''
  const columns = ['tables', table, 'columns']
  return keysAt(root, columns).map(({ name, title }) => ({
    ...{ name: `$${name}`, title },
  }))
}

function namedBy(root: FilePart, path: Place): ElementNames | null {
  const [key = '', above = ''] = path.toReversed()
  const closed = (elements: readonly NamedElement[]) => ({
    ...{ elements, isFree: false },
  })
  const free = (elements: readonly NamedElement[]) => ({
    ...{ elements, isFree: true },
  })
  switch (key) {
    case 'under':
      return closed(treeOf(root, 'criterion'))
    case 'from':
      return path[0] === 'deductions' ? closed(treeOf(root, 'criterion')) : null
    case 'into':
      return closed(entriesOf(root, 'deductions'))
    case 'normalise':
      return closed(entriesOf(root, 'normalisers'))
    case 'scale':
      return closed(entriesOf(root, 'scales'))
    case 'among':
    case 'population':
      return closed(entriesOf(root, 'populations'))
    case 'about':
    case 'ranking':
      return closed(entriesOf(root, 'rankings'))
    case 'each':
    case 'table':
      return closed(entriesOf(root, 'tables'))
    case 'criterion':
      return closed(treeOf(root))
    case 'of':
      return ofNode(root, above)
    case 'at_most':
      return path[0] === 'deductions'
        ? free(entriesOf(root, 'parameters'))
        : null
    case 'cap':
      return closed(capsBeside(root, path))
    case 'variant':
      return closed(variantsBeside(root, path))
    case 'output':
      return above === 'from' ? null : free(figuresOf(root))
    case 'total':
    case 'outputs':
    case 'released':
    case 'all_of':
      return free(figuresOf(root))
    case 'by':
      return free(above === 'ties' ? figuresOf(root) : attributesOf(root))
    default:
      return null
  }
}

function ofNode(root: FilePart, above: string | number): ElementNames | null {
  if (above === 'limit') return { elements: treeOf(root), isFree: false }
  if (above === 'choose') return { elements: withVariants(root), isFree: false }
  // Of a step: indicators, or a criterion for all below it.
  return typeof above === 'number'
    ? { elements: treeOf(root), isFree: true }
    : null
}

function treeOf(root: FilePart, kind?: 'criterion'): readonly NamedElement[] {
  return flatTree(criteriaTree(root)).flatMap((node) =>
    kind === undefined || node.kind === kind
      ? [{ name: node.key, title: node.title }]
      : [],
  )
}

/** Criteria of which a rule can choose a variant. */
export function withVariants(root: FilePart): readonly NamedElement[] {
  return flatTree(criteriaTree(root)).flatMap(({ key, path, title }) =>
    partAt(root, [...path, 'variants']) === undefined
      ? []
      : [{ name: key, title }],
  )
}

function entriesOf(root: FilePart, section: Section): readonly NamedElement[] {
  return sectionEntries(root, section).map(({ name, title }) => ({
    ...{ name, title },
  }))
}

/** Figures of the body that results can hold. */
function figuresOf(root: FilePart): readonly NamedElement[] {
  return [
    ...treeOf(root),
    ...entriesOf(root, 'deductions'),
    ...entriesOf(root, 'computed').filter(isOfBody),
  ]
}

function attributesOf(root: FilePart): readonly NamedElement[] {
  return [...entriesOf(root, 'inputs'), ...entriesOf(root, 'computed')].filter(
    isOfBody,
  )
}

function isOfBody({ name }: NamedElement): boolean {
  return !name.includes('.')
}

function capsBeside(root: FilePart, path: Place): readonly NamedElement[] {
  const into = textAt(root, [...path.slice(0, -1), 'into'])
  if (into === null) return []
  const place = ['deductions', into, 'caps']
  return keysAt(root, place)
}

function variantsBeside(root: FilePart, path: Place): readonly NamedElement[] {
  const of = textAt(root, [...path.slice(0, -1), 'of'])
  const node = flatTree(criteriaTree(root)).find(({ key }) => key === of)
  return node ? keysAt(root, [...node.path, 'variants']) : []
}

function keysAt(root: FilePart, place: Place): readonly NamedElement[] {
  return Object.keys(tableAt(root, place)).map((name) => ({
    name,
    title: readTitle(root, [...place, name, 'title']),
  }))
}
