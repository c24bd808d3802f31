/** The option `--year`. */
import { InvalidArgumentError, Option } from 'commander'

export function yearOption(description: string): Option {
  return new Option('--year <year>', description).argParser(parseYear)
}

function parseYear(text: string): number {
  const year = Number(text)
  if (/^\d{1,4}$/.test(text) && year >= 1) return year
  throw new InvalidArgumentError('A year is a whole number such as 2021.')
}
