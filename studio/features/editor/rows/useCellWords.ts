/** What a cell says; nothing, an empty text and an empty list are three things, and zero is none of them. */
import { useI18n } from 'vue-i18n'

import { useKeyLabels } from '../forms/useKeyLabels.js'
import { isList, isLiteral } from '../text/written.js'
import { cellText } from './cell-value.js'
import { isMissing, type Cell, type TableColumn } from './keyed-table.js'

export interface CellWords {
  readonly text: string
  /** Nothing stands in the cell; the text says which nothing it is. */
  readonly isAbsence: boolean
}

export function useCellWords(): (cell: Cell, column: TableColumn) => CellWords {
  const { t } = useI18n()
  const { valueLabel } = useKeyLabels()
  return (cell, { type }) => {
    if (cell === undefined || isMissing(cell)) {
      return { text: t('terms.states.missing'), isAbsence: true }
    }
    if (cell === '') {
      return { text: t('terms.states.emptyText'), isAbsence: true }
    }
    if (typeof cell !== 'string' && isList(cell) && cell.length === 0) {
      return { text: t('terms.states.emptyList'), isAbsence: true }
    }
    const text = cellText(cell)
    const isTruth =
      type === 'boolean' && typeof cell !== 'string' && isLiteral(cell)
    return {
      text: isTruth ? valueLabel(text.toLowerCase()) : text,
      isAbsence: false,
    }
  }
}
