/** Order, sums and differences of figures that are decimal text, digit by digit: as floating numbers two of them may fall together. */

export interface ScaledDecimal {
  readonly digits: bigint
  /** How many of the digits stand after the decimal sign. */
  readonly scale: number
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text)
}

export function isZeroDecimal(text: string): boolean {
  return /^-?0+(\.0*)?$/.test(text)
}

/** null where the text is no decimal number. */
export function scaledDecimal(text: string): ScaledDecimal | null {
  const found = DECIMAL.exec(text)
  if (!found) return null
  const [, sign = '', whole = '', fraction = ''] = found
  const digits = BigInt(`${whole}${fraction}`)
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length }
}

/** For `sort`. @param one - as answers have it, `0.85`; so is the other */
export function compareDecimals(one: string, other: string): number {
  const { terms } = termsOf([one, other])
  const [left = 0n, right = 0n] = terms
  return left < right ? -1 : left > right ? 1 : 0
}

/** `0` for none. */
export function sumDecimals(texts: readonly string[]): string {
  const { terms, scale } = termsOf(texts)
  const digits = terms.reduce((sum, term) => sum + term, 0n)
  return scaledText({ digits, scale })
}

export function subtractDecimals(one: string, other: string): string {
  const { terms, scale } = termsOf([one, other])
  const [from = 0n, taken = 0n] = terms
  return scaledText({ digits: from - taken, scale })
}

/** The digits where so many of them stand after the decimal sign. @param scale - not below that of the figure */
export function digitsAt(
  { digits, scale: own }: ScaledDecimal,
  scale: number,
): bigint {
  return digits * 10n ** BigInt(scale - own)
}

/** Decimal text without zeros at its end. */
export function scaledText({ digits, scale }: ScaledDecimal): string {
  const size = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const whole = size.slice(0, size.length - scale)
  const fraction = size.slice(size.length - scale).replace(/0+$/, '')
  const sign = digits < 0n ? '-' : ''
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}

/** With as many digits after the decimal sign as the one that has most. @throws where a text is no decimal number */
function termsOf(texts: readonly string[]) {
  const read = texts.map((text) => {
    const term = scaledDecimal(text)
    if (!term) throw new Error(`"${text}" is no decimal number.`)
    return term
  })
  const scale = Math.max(0, ...read.map((term) => term.scale))
  return { terms: read.map((term) => digitsAt(term, scale)), scale }
}

/** The decimal number that a floating one is written as, without a power of ten. */
export function decimalOfNumber(number: number): string {
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(number))
  if (!found) return String(number)
  const [, sign = '', whole = '', fraction = '', power = '0'] = found
  const digits = BigInt(`${sign}${whole}${fraction}`)
  const scale = fraction.length - Number(power)
  return scale >= 0
    ? scaledText({ digits, scale })
    : scaledText({ digits: digits * 10n ** BigInt(-scale), scale: 0 })
}
