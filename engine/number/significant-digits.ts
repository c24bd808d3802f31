/** The digits of a number as it is written. */

/** How many significant digits a decimal text has, zeros at either end left out. */
export function significantDigits(text: string): number {
  const [mantissa = ''] = text.split(/[eE]/)
  const digits = mantissa.replace(/[^\d]/g, '')
  return digits.replace(/^0+/, '').replace(/0+$/, '').length
}
