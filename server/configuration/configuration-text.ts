/** A configuration as people read it, without secrets. */
import { textTable } from '../output/text-table.js'
import type { Configuration } from './configuration.js'
import { SETTINGS } from './settings.js'

/** Lines of a table: name, value, meaning. */
export function configurationText(configuration: Configuration): string {
  const keys = Object.keys(SETTINGS) as (keyof Configuration)[]
  const column = (head: string, cells: readonly string[]) => ({
    head,
    align: 'left' as const,
    cells,
  })
  const lines = textTable([
    column(
      'name',
      keys.map((key) => SETTINGS[key].name),
    ),
    column(
      'value',
      keys.map((key) => shown(configuration, key)),
    ),
    column(
      'meaning',
      keys.map((key) => SETTINGS[key].means),
    ),
  ])
  return `${lines.join('\n')}\n`
}

/** The setting of a key shows the value of the same key, which the compiler cannot see. */
function shown(configuration: Configuration, key: keyof Configuration): string {
  const show = SETTINGS[key].shown as (value: unknown) => string
  return show(configuration[key])
}
