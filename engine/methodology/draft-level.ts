/** A level of a methodology under construction: its tables, and columns by name. */
import type { Mutable } from './draft.js'
import type { Column, Level } from './methodology.js'

export interface DraftLevel extends Mutable<Level> {
  readonly tables: Map<string, DraftLevel>
  readonly columns: Map<string, Column>
}

export function newLevel(name: string, parent: DraftLevel | null): DraftLevel {
  return {
    name,
    parent,
    tables: new Map(),
    columns: new Map(),
    slots: 0,
    exclusions: [],
  }
}

export function described(column: Column): string {
  switch (column.kind) {
    case 'input':
      return 'an input'
    case 'indicator':
      return 'an indicator'
    case 'computed':
      return 'a computed column'
    case 'criterion':
      return 'a criterion'
    case 'deduction':
      return 'a deduction'
    case 'standing':
      return 'a place'
    case 'step':
    case 'screening':
      return 'a step'
  }
}
