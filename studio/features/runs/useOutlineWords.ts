/** Names of figures, rankings and flags in the language that is shown; a key where the file has no title. */
import { useI18n } from 'vue-i18n'

import type { BodyResult } from '../../api/answers.js'
import {
  titleText,
  type FileTitle,
  type TitleText,
} from '../../language/title-text.js'
import { useLanguage } from '../../language/useLanguage.js'
import type { RunOutline } from './run-outline.js'

export interface OutlineWords {
  readonly figureTitle: (figure: string) => FileTitle
  readonly figureName: (figure: string) => string
  readonly rankingTitle: (ranking: string) => FileTitle
  readonly ruleName: (rule: string) => string
  /** Without a language of its own where it is a key. */
  readonly flagWords: (flag: BodyResult['flags'][number]) => {
    readonly text: string
    readonly language: string | undefined
  }
}

export function useOutlineWords(outline: RunOutline | null): OutlineWords {
  const { t } = useI18n()
  const { language } = useLanguage()
  const inWords = (title: FileTitle | undefined): TitleText | null =>
    titleText(title ?? null, language.value)
  const figureTitle = (figure: string) => outline?.titles.get(figure) ?? null
  const rankingTitle = (ranking: string) =>
    outline?.rankings.get(ranking)?.title ?? null
  return {
    figureTitle,
    rankingTitle,
    figureName: (figure) => inWords(figureTitle(figure))?.text ?? figure,
    ruleName: (rule) => inWords(outline?.rules.get(rule))?.text ?? rule,
    flagWords({ flag, rule, about, undecided }) {
      const title = inWords(outline?.rules.get(rule))
      const named = title?.text ?? flag
      const of = about === null ? null : inWords(rankingTitle(about))
      const whole =
        about === null
          ? named
          : t('runs.flagAbout', { flag: named, about: of?.text ?? about })
      return {
        text: undecided ? t('runs.undecided', { flag: whole }) : whole,
        language: title?.isFallback ? title.language : undefined,
      }
    },
  }
}
