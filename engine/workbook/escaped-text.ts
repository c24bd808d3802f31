/**
 * Signs that XML cannot hold stand in workbooks as `_x000D_`, and what only
 * looks so as `_x005F_x000D_` (ECMA-376, part 1, 22.9.2.19).
 */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** Carriage returns too, which XML would read as line feeds. */
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
}

/** The text as the content of an element. */
export function escaped(text: string): string {
  return text
    .replace(ESCAPED, (whole) => `_x005F${whole}`)
    .replace(
      UNWRITABLE,
      (sign) =>
        `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

export function attributeText(text: string): string {
  return escaped(text).replaceAll('"', '&quot;')
}
