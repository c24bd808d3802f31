/** Dates as YYYY-MM-DD. */

/** Whether it is a day of the calendar: 2024-02-29 is, 2023-02-29 is not. */
export function isDate(cell: string | number | boolean): cell is string {
  if (typeof cell !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(cell))
    return false
  const date = new Date(`${cell}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell)
}
