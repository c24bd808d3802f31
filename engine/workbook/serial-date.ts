/**
 * Days as spreadsheets count them, in the two systems of dates.
 *
 * 1900: day 1 is 1900-01-01, and day 60 is a 29 February 1900 that never was
 * (ECMA-376, part 1, 18.17.4.1), so that later days count from 1899-12-30.
 * 1904: day 0 is 1904-01-01. A day has no time zone.
 */
export type DateSystem = '1900' | '1904'

const DAY = 86_400_000
const LEAP_FAULT = 60

/** 9999-12-31. */
const LAST_DAY: Readonly<Record<DateSystem, number>> = {
  '1900': 2_958_465,
  '1904': 2_957_003,
}

/** @returns YYYY-MM-DD; null where the day is none of the system */
export function dateOfSerial(
  serial: number,
  system: DateSystem,
): string | null {
  if (!Number.isInteger(serial) || serial > LAST_DAY[system]) return null
  if (system === '1904') {
    return serial < 0 ? null : dateAfter(Date.UTC(1904, 0, 1), serial)
  }
  if (serial < 1 || serial === LEAP_FAULT) return null
  return serial < LEAP_FAULT
    ? dateAfter(Date.UTC(1899, 11, 31), serial)
    : dateAfter(Date.UTC(1899, 11, 30), serial)
}

/**
 * The day in the system of 1900; null before March 1900, where programs do not
 * agree on it, and for what is no date.
 */
export function serialOfDate(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time)) return null
  const serial = (time - Date.UTC(1899, 11, 30)) / DAY
  // A date such as 30 February is read as one of March.
  const isSame = dateAfter(Date.UTC(1899, 11, 30), serial) === date
  return isSame && serial > LEAP_FAULT ? serial : null
}

function dateAfter(start: number, days: number): string {
  return new Date(start + days * DAY).toISOString().slice(0, 10)
}
