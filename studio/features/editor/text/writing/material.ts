/** What is put into a map or a list: something new, or something taken from another place. */
import type { Written } from '../written.js'
import { shiftLines } from '../layout/lines.js'
import {
  fitsOneLine,
  flowPair,
  flowText,
  itemLines,
  pairLines,
} from './lay-out.js'
import { quoteKey } from './quote-text.js'

export interface Material {
  /** null for an item of a list. */
  readonly key: string | null
  /** A map or a list, so that it is laid out as its neighbours are. */
  readonly isCollection: boolean
  /** It can do with one line where nothing speaks against that. */
  readonly isShort: boolean
  /** null where it has comments, which would be lost. */
  readonly flow: string | null
  /** @param isFlow - how maps and lists beside it are written; null where they do not tell */
  lines(isFlow: boolean | null): readonly string[]
}

export function newPair(key: string, value: Written, step: number): Material {
  return {
    key,
    isCollection: typeof value === 'object',
    isShort: fitsOneLine(value),
    flow: flowPair(key, value),
    lines: (isFlow) => pairLines(key, value, step, isFlow ?? undefined),
  }
}

export function newItem(value: Written, step: number): Material {
  return {
    key: null,
    isCollection: typeof value === 'object',
    isShort: fitsOneLine(value),
    flow: flowText(value),
    lines: (isFlow) => itemLines(value, step, isFlow ?? undefined),
  }
}

/** Items of one list, each in one line unless the others have lines of their own. */
export function newRows(rows: readonly Written[], step: number): Material {
  return {
    key: null,
    isCollection: true,
    isShort: false,
    flow: rows.map(flowText).join(', '),
    lines: (isFlow) =>
      rows.flatMap((row) => itemLines(row, step, isFlow ?? true)),
  }
}

/** A key with a map or list of its own, of which the material is all there is. */
export function wrapped(
  key: string,
  material: Material,
  step: number,
): Material {
  const { flow } = material
  const inner = flow === null ? null : inBraces(material, flow)
  return {
    key,
    isCollection: true,
    isShort: material.isShort,
    flow: inner === null ? null : `${quoteKey(key, 'flow')}: ${inner}`,
    lines: (isFlow) => {
      const name = `${quoteKey(key, 'block')}:`
      return (isFlow ?? material.isShort) && inner !== null
        ? [`${name} ${inner}`]
        : [name, ...shiftLines(material.lines(null), step)]
    },
  }
}

export function inBraces({ key }: Material, flow: string): string {
  return key === null ? `[${flow}]` : `{ ${flow} }`
}
