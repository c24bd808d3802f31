/** What methodologies are called in the language that is shown; their ids where nobody has named them. */
import type { ListedMethodology } from '../api/answers.js'
import { compareNames } from '../format/alphabet.js'
import type { Language } from '../language/languages.js'
import { titleText, type FileTitle } from '../language/title-text.js'

export interface MethodologyNames {
  /** Of the version, or else of the one listed last; null where the list lacks the methodology. */
  readonly title: (id: string, version?: string) => FileTitle
  /** For sentences; the id where the list lacks the methodology. */
  readonly text: (id: string, version?: string) => string
  /**
   * In the order of what is shown.
   *
   * @param asked - is offered also where the list lacks it; '' for none
   */
  readonly choices: (asked?: string) => readonly MethodologyChoice[]
}

export interface MethodologyChoice {
  readonly id: string
  /** With the id behind it where another methodology is called the same. */
  readonly text: string
  /** Of the text; null where it is an id. */
  readonly language: Language | null
}

export function methodologyNames(
  listed: readonly ListedMethodology[],
  language: Language,
): MethodologyNames {
  const known = new Map(listed.map(({ id, versions }) => [id, versions]))

  function title(id: string, version?: string): FileTitle {
    const versions = known.get(id) ?? []
    const meant = versions.find((each) => each.version === version)
    return (meant ?? versions.at(-1))?.title ?? null
  }

  function text(id: string, version?: string): string {
    return titleText(title(id, version), language)?.text ?? id
  }

  function choices(asked = ''): readonly MethodologyChoice[] {
    const ids = new Set([...known.keys(), ...(asked === '' ? [] : [asked])])
    const texts = [...ids].map((id) => text(id))
    const isShared = (name: string) =>
      texts.indexOf(name) !== texts.lastIndexOf(name)
    return [...ids]
      .map((id) => {
        const name = text(id)
        return {
          id,
          text: isShared(name) ? `${name} (${id})` : name,
          language: titleText(title(id), language)?.language ?? null,
        }
      })
      .sort((one, other) => compareNames(one.text, other.text))
  }

  return { title, text, choices }
}
