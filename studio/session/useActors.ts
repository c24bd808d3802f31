/** Names of whoever loaded data, made a run, and so on, in the language of the reader. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

import { actorOf } from './actor.js'
import { useSession } from './useSession.js'

export function useActors(): (
  actor: string,
  names: Readonly<Record<string, string>>,
) => string {
  const { t } = useI18n()
  const { session } = useSession()
  // What was made a moment ago is not among what was loaded before.
  const own = computed((): Readonly<Record<string, string>> => {
    const { kind, id, name } = session.value ?? {}
    return kind && id && name ? { [`${kind}:${id}`]: name } : {}
  })

  return (text, names) => {
    const actor = actorOf(text, { ...own.value, ...names })
    switch (actor.kind) {
      case 'server':
        return t('data.byServer')
      case 'local':
        return t('data.byLocal')
      case 'named':
        return actor.name
    }
  }
}
