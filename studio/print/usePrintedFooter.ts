/** What stands at the foot of every printed page while a screen is shown: where the print is from. */
import { onScopeDispose, watchEffect } from 'vue'

/** @param lines - of the left corner, one below the other; none while nothing is loaded */
export function usePrintedFooter(lines: () => readonly string[]): void {
  const sheet = new CSSStyleSheet()
  watchEffect(() => {
    const content = lines().map(quoted).join(" '\\a' ")
    const left = `content: ${content}; font: 7pt monospace; white-space: pre; text-align: start;`
    sheet.replaceSync(content && `@page { @bottom-left { ${left} } }`)
  })
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  onScopeDispose(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (each) => each !== sheet,
    )
  })
}

/** As a text of CSS. */
function quoted(text: string): string {
  const escaped = text.replace(
    /['"\\<>\n\r]/g,
    (sign) => `\\${sign.charCodeAt(0).toString(16)} `,
  )
  return `'${escaped}'`
}
