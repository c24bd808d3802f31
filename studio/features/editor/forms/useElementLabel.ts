/** An element as a list of choices shows it: its title in the language of the screen, and the name that the file uses. */
import { titleText } from '../../../language/title-text.js'
import { useLanguage } from '../../../language/useLanguage.js'
import type { NamedElement } from './element-names.js'

export function useElementLabel(): (element: NamedElement) => string {
  const { language } = useLanguage()
  return ({ name, title }) => {
    const words = titleText(title, language.value)?.text
    return words === undefined ? name : `${words} (${name})`
  }
}
