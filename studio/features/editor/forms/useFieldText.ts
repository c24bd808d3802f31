/** The text of one field: what the file has, or what is typed and cannot be written yet. */
import { computed, shallowRef, type ComputedRef, type Ref } from 'vue'

export interface FieldText {
  readonly shown: ComputedRef<string>
  /** What is typed is nothing that the file could hold. */
  readonly isFaulty: Readonly<Ref<boolean>>
  readonly type: (event: Event) => void
  /** The field is left: what could not be written is gone. */
  readonly leave: () => void
}

/**
 * @param write - false for what cannot be written; the empty text takes the key
 *   away, and is only written when the field is left
 */
export function useFieldText(
  own: () => string,
  write: (text: string) => boolean,
): FieldText {
  const typed = shallowRef<string | null>(null)
  const isFaulty = shallowRef(false)
  return {
    shown: computed(() => typed.value ?? own()),
    isFaulty,
    type(event) {
      const { value } = event.target as HTMLInputElement | HTMLTextAreaElement
      typed.value = value
      isFaulty.value = value !== '' && !write(value)
    },
    leave() {
      if (typed.value === '' && own() !== '') write('')
      typed.value = null
      isFaulty.value = false
    },
  }
}
