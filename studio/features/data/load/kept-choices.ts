/** The columns that somebody has matched with inputs, kept in this browser for each methodology. */
import { keepText, keptText, quietly } from '../../../kept/browser-storage.js'
import type { ColumnChoices } from './column-names.js'

const KEPT_AS = 'olshem.columns.'

export function keptChoices(methodology: string): ColumnChoices {
  const kept = keptText(`${KEPT_AS}${methodology}`) ?? ''
  const read = quietly(() => JSON.parse(kept) as unknown)
  if (typeof read !== 'object' || read === null) return {}
  return Object.fromEntries(
    Object.entries(read).filter(([, input]) => typeof input === 'string'),
  )
}

export function keepChoices(methodology: string, choices: ColumnChoices): void {
  keepText(`${KEPT_AS}${methodology}`, JSON.stringify(choices))
}
