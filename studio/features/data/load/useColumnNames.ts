/** The columns of the methodology that data are loaded for, and which of them each column of a file is. */
import { computed, shallowRef, watch, type Ref } from 'vue'

import type { ListedMethodology } from '../../../api/answers.js'
import { useApi } from '../../../api/client.js'
import { useLoad } from '../../../loading/useLoad.js'
import { versionOfYear } from '../data-sets.js'
import {
  columnsAsked,
  describeVersion,
  type DescribedTable,
} from '../described-columns.js'
import { tableOfFile, type ChosenFile } from './chosen-files.js'
import {
  choiceKey,
  inputsOf,
  namingOf,
  renameColumns,
  renameSheetColumns,
  type ColumnChoices,
  type Input,
} from './column-names.js'
import { keepChoices, keptChoices } from './kept-choices.js'
import type { DataDescription } from './useNewData.js'

export type ColumnNames = ReturnType<typeof useColumnNames>

export function useColumnNames(
  about: DataDescription,
  files: Readonly<Ref<readonly ChosenFile[]>>,
  methodologies: Readonly<Ref<readonly ListedMethodology[]>>,
) {
  const api = useApi()
  const version = computed(() => versionOfData(about, methodologies.value))
  const { load } = useLoad(
    async (signal): Promise<readonly DescribedTable[]> => {
      const { methodology } = about
      if (methodology === '' || version.value === null) return []
      const asked = [methodology, version.value] as const
      return (await describeVersion(api, ...asked, signal)).tables
    },
  )
  const tables = computed(() =>
    load.value.kind === 'ready' ? load.value.value : [],
  )

  const choices = shallowRef<ColumnChoices>({})
  watch(
    () => about.methodology,
    (methodology) => (choices.value = keptChoices(methodology)),
    { immediate: true },
  )

  const inputs = (table: string): readonly Input[] =>
    inputsOf(table, columnsAsked(tables.value, table))

  return {
    ...{ tables, choices, inputs },
    choose(table: string, column: string, input: string): void {
      choices.value = { ...choices.value, [choiceKey(table, column)]: input }
      keepChoices(about.methodology, choices.value)
    },
    /** Without a description of the columns a file stays as it is. */
    asSent(file: ChosenFile): ChosenFile {
      if (tables.value.length === 0) return file
      const naming = (table: string) =>
        namingOf(table, inputs(table), choices.value)
      switch (file.kind) {
        case 'csv': {
          const table = tableOfFile(files.value, file)
          return { ...file, csv: renameColumns(file.csv, naming(table)) }
        }
        case 'workbook': {
          const workbook = file.workbook.sheets.reduce(
            (named, sheet) =>
              renameSheetColumns(named, sheet, naming(sheet.table)),
            file.workbook,
          )
          return { ...file, workbook }
        }
        case 'json':
        case 'closed':
          return file
      }
    },
  }
}

/** The version that was chosen, or the one that assesses the year; null before there is a methodology. */
export function versionOfData(
  { methodology, version, year }: DataDescription,
  methodologies: readonly ListedMethodology[],
): string | null {
  if (version !== '') return version
  const versions =
    methodologies.find(({ id }) => id === methodology)?.versions ?? []
  return versionOfYear(versions, Number(year))?.version ?? null
}
