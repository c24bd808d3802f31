/** A title in the first of the languages that it has: the command line speaks English. */
import type { Title } from '../../engine/index.js'

export function titleText({ en, ru, kk }: Title): string {
  return en ?? ru ?? kk ?? ''
}
