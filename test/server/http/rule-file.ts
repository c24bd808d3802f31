/** The text of a methodology file that ships. */
import { readFile } from 'node:fs/promises'

export function ruleFile(path: string): Promise<string> {
  return readFile(new URL(`../../../rules/${path}`, import.meta.url), 'utf8')
}
