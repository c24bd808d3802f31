/** What a new entry of a section says at first: the least that the format asks for. */
import { tableAt, type FilePart } from '../file/file-part.js'
import { flatTree, type TreeNode } from '../tree/criteria-tree.js'
import type { Place } from '../text/place.js'
import type { Written, WrittenMap } from '../text/written.js'

export interface NewEntryPlan {
  readonly map: Place
  readonly value: Written
}

/** Sections that take new entries by a name; items of lists have none. */
const NAMED_SECTIONS = [
  'criteria',
  'indicators',
  'inputs',
  'parameters',
  'computed',
  'rules',
  'deductions',
  'normalisers',
  'rankings',
  'scales',
  'populations',
  'checks',
] as const

export type NamedSection = (typeof NAMED_SECTIONS)[number]

export function isNamedSection(text: unknown): text is NamedSection {
  return NAMED_SECTIONS.some((each) => each === text)
}

/**
 * @param under - the criterion that a node of the tree is to hang below
 * @param event - of a rule, with the settings that it begins with
 */
export function planEntry(
  section: NamedSection,
  title: string,
  under: TreeNode | null,
  event: WrittenMap = {},
): NewEntryPlan {
  const named: Written = title === '' ? {} : { title }
  const weight: Written = under?.sum ? { weight: { literal: '0' } } : {}
  switch (section) {
    case 'criteria': {
      const map = under ? [...under.path, 'children'] : ['criteria']
      return { map, value: { ...named, aggregate: 'arithmetic', ...weight } }
    }
    case 'indicators': {
      const below: Written = under ? { under: under.key } : {}
      return { map: [section], value: { ...below, ...weight, ...named } }
    }
    case 'inputs':
      return { map: [section], value: { type: 'number', ...named } }
    case 'parameters':
      return { map: [section], value: { value: { literal: '0' }, ...named } }
    case 'computed':
      return { map: [section], value: { ...named, formula: { literal: '0' } } }
    case 'rules':
      return {
        map: [section],
        value: { ...named, when: { literal: 'false' }, ...event },
      }
    case 'normalisers':
      return { map: [section], value: { kind: 'min-max', ...named } }
    case 'rankings':
      return { map: [section], value: { ...named, output: under?.key ?? '' } }
    case 'scales':
      return {
        map: [section],
        value: { ...named, order: 'worst-first', levels: ['low', 'high'] },
      }
    case 'checks':
      return {
        map: [section],
        value: { formula: { literal: 'true' }, says: title },
      }
    case 'deductions':
    case 'populations':
      return { map: [section], value: named }
  }
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/
/** Columns on tables have points, and names of repeated entries have columns. */
const LOOSE_NAME = /^[A-Za-z_$][A-Za-z0-9_.${}-]*$/

const LOOSE: ReadonlySet<string> = new Set(['computed', 'rules', 'rankings'])

export type NameFault = 'shape' | 'taken'

/** Why a name cannot be given; null where it can. */
export function nameFault(
  root: FilePart,
  section: NamedSection,
  name: string,
  tree: readonly TreeNode[],
): NameFault | null {
  const inTree = section === 'criteria' || section === 'indicators'
  const others = inTree
    ? flatTree(tree).map(({ key }) => key)
    : Object.keys(tableAt(root, [section]))
  return faultOf(name, LOOSE.has(section) ? LOOSE_NAME : NAME, others)
}

/** The same for a name that is not of a section. */
export function wordFault(
  name: string,
  others: readonly string[],
): NameFault | null {
  return faultOf(name, NAME, others)
}

function faultOf(
  name: string,
  shape: RegExp,
  others: readonly string[],
): NameFault | null {
  if (!shape.test(name)) return 'shape'
  return others.includes(name) ? 'taken' : null
}
