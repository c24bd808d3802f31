/**
 * Makes names from files safe to print: a control character could move the
 * cursor of a terminal or rewrite what stands there, and a bidirectional
 * override could show a line in another order than it has.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (sign) =>
      `\\u{${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`,
  )
}
