/** What has happened in a grid, in words. */
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'

import { useFormat } from '../../../format/useFormat.js'
import type { RowGrid } from './useRowGrid.js'

export function useGridNews({ news }: RowGrid): ComputedRef<string> {
  const { t } = useI18n()
  const { count } = useFormat()
  return computed(() => {
    const { value: said } = news
    switch (said?.kind) {
      case undefined:
        return ''
      case 'pasted':
        return t('editor.rows.pasted', {
          cells: count(said.cells),
          rows: count(said.rows),
        })
      case 'too wide':
        return t('editor.rows.tooWide', {
          wide: count(said.wide),
          room: count(said.room),
        })
      case 'moved':
        return t('editor.rows.moved', {
          place: count(said.place),
          all: count(said.all),
        })
      case 'removed':
        return t('editor.rows.removed', { place: count(said.place) })
    }
  })
}
