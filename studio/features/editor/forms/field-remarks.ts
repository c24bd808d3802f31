/** What is wrong with the fields of a form, each at its place: mistakes of the file, and why the last edit was not written. */
import {
  computed,
  inject,
  provide,
  type ComputedRef,
  type InjectionKey,
} from 'vue'

import type { Mistake } from '../mistakes/check-text.js'
import { offsetOf } from '../mistakes/line-offset.js'
import type { Checks } from '../mistakes/useChecks.js'
import type { RefusalCode } from '../text/edit-refused.js'
import { isWithin, type Place } from '../text/place.js'
import type { Editor } from '../useEditor.js'

export interface FieldRemarks {
  readonly mistakes: readonly Mistake[]
  readonly refusal: RefusalCode | null
}

export interface PlacedMistake {
  readonly mistake: Mistake
  readonly place: Place
}

const NONE: FieldRemarks = { mistakes: [], refusal: null }

const REMARKS: InjectionKey<(path: Place) => FieldRemarks> = Symbol('remarks')

const PLACED: InjectionKey<ComputedRef<readonly PlacedMistake[]>> =
  Symbol('placed mistakes')

export function provideFieldRemarks(editor: Editor, checks: Checks): void {
  const placed = computed(() => {
    const { checked, isCurrent } = checks
    const isReadable = editor.syntax.value.length === 0
    if (!isCurrent.value || !isReadable) return []
    return (checked.value?.mistakes ?? []).map((mistake) => {
      const { line, column } = mistake
      const offset = offsetOf(editor.text.value, line, column)
      return { mistake, place: editor.file.value.placeAt(offset) }
    })
  })
  provide(PLACED, placed)
  provide(REMARKS, (path) => ({
    mistakes: placed.value.flatMap(({ mistake, place }) =>
      isWithin(place, path) ? [mistake] : [],
    ),
    refusal: refusalAt(editor, path),
  }))
}

export function useFieldRemarks(): (path: Place) => FieldRemarks {
  return inject(REMARKS, () => () => NONE, true)
}

/** All of them, for a form that has many places. */
export function usePlacedMistakes(): ComputedRef<readonly PlacedMistake[]> {
  return inject(PLACED, () => computed(() => []), true)
}

/** What is wrong with a part that none of its fields says. */
export function remarksBeside(
  remarksAt: (path: Place) => FieldRemarks,
  path: Place,
  fields: readonly Place[],
): FieldRemarks {
  const { mistakes, refusal } = remarksAt(path)
  const told = fields.map(remarksAt)
  return {
    mistakes: mistakes.filter((each) =>
      told.every((field) => !field.mistakes.includes(each)),
    ),
    refusal: told.some((field) => field.refusal !== null) ? null : refusal,
  }
}

/** True where a field of the form that is open says it. */
export function isAtField(place: Place, selected: Place): boolean {
  return isWithin(place, selected) && place.length > selected.length
}

function refusalAt({ refusal }: Editor, path: Place): RefusalCode | null {
  const { value: found } = refusal
  return found && isWithin(found.place, path) ? found.code : null
}
