/** Names that people give to users and keys. */
import { ServiceRefusal } from '../service-refusal.js'

const MOST_LETTERS = 100
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** @returns the name in NFC, without space around it; @throws ServiceRefusal NAME_REFUSED */
export function checkedName(written: string): string {
  const name = written.normalize('NFC').trim()
  const { length } = [...name]
  if (length >= 1 && length <= MOST_LETTERS && !UNSEEN.test(name)) return name
  throw new ServiceRefusal('NAME_REFUSED', [
    `A name has 1 to ${MOST_LETTERS} letters, and nothing that cannot be seen.`,
  ])
}
