/** Keys and values of the format as people read them; those without words stand as they are. */
import { useI18n } from 'vue-i18n'

export function useKeyLabels() {
  const i18n = useI18n()
  const words = (path: string, otherwise: string) =>
    i18n.te(path) ? i18n.t(path) : otherwise
  return {
    keyLabel: (key: string) => words(`editor.keys.${key}`, key),
    valueLabel: (value: string) => words(`editor.values.${value}`, value),
  }
}
