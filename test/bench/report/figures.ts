/** Figures as they are printed: three digits, thousands apart. */
import type { Spread } from '../measure/statistics.js'

export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (value >= 100) {
    const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2)
    const whole = Math.round(value / unit) * unit
    return String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  }
  if (Number.isInteger(value)) return String(value)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** As `3.20 (3.10-3.40)`. */
export function spreadText({ median, least, most }: Spread): string {
  return `${rounded(median)} (${rounded(least)}-${rounded(most)})`
}

export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${Math.round(Math.max(0, bytes))} B`
  return bytes < 1e6
    ? `${rounded(bytes / 1e3)} kB`
    : `${rounded(bytes / 1e6)} MB`
}
