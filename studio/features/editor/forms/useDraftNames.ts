/** What the bodies of the register that a draft names are called in its first year. */
import { computed, type ComputedRef } from 'vue'

import { useApi } from '../../../api/client.js'
import { loadNewestNames } from '../../../bodies/load-register-names.js'
import { useBodyNames, type BodyNames } from '../../../bodies/useBodyNames.js'
import { useLoad } from '../../../loading/useLoad.js'
import { listAt, textAt, type FilePart } from '../file/file-part.js'

/** Ids stand for the names until they are known. */
export function useDraftNames(
  root: ComputedRef<FilePart>,
): ComputedRef<BodyNames> {
  const api = useApi()
  const register = computed(() => registerOf(root.value))
  const year = computed(() => firstYear(root.value))
  const { load } = useLoad(() =>
    loadNewestNames(api, register.value, year.value),
  )
  return useBodyNames(() =>
    load.value.kind === 'ready' ? load.value.value : null,
  )
}

function registerOf(root: FilePart): string | null {
  return textAt(root, ['register']) ?? textAt(root, ['register', 'id'])
}

/** `from` and a list are the two ways to write years. */
function firstYear(root: FilePart): number {
  const [listed] = listAt(root, ['years'])
  return Number(textAt(root, ['years', 'from']) ?? listed ?? NaN)
}
