/** Words of a file inside LaTeX: upright, and with nothing in them that LaTeX would act on. */

const SPECIAL: { readonly [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
}

/** What KaTeX has letters for: Latin, Cyrillic with the Kazakh letters, plain signs. */
const DRAWABLE = /^[ -~\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0400-\u052f]*$/

/** Longer names would make a formula wider than any screen. */
const LONGEST_TITLE = 32

export function latexText(text: string): string {
  const safe = text.replace(/[\\^~{}$&#_%]/g, (each) => SPECIAL[each] ?? each)
  return `\\text{${safe}}`
}

/** True for a title that can stand in a formula for its name. */
export function isShortTitle(title: string): boolean {
  return (
    title.length > 0 && title.length <= LONGEST_TITLE && DRAWABLE.test(title)
  )
}

/** Level names may be of any alphabet; what cannot be drawn is shown as a question mark. */
export function drawable(text: string): string {
  return [...text].map((each) => (DRAWABLE.test(each) ? each : '?')).join('')
}
