/** The methodology files of this repository. */
import { readdirSync } from 'node:fs'

export const RULE_FILES: readonly string[] = readdirSync('rules', {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `rules/${name.replaceAll('\\', '/')}`)
  .sort()
