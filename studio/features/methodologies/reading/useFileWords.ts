/** Keys and words of the language of files as people call them. */
import { useI18n } from 'vue-i18n'

import { useFormat } from '../../../format/useFormat.js'

export function useFileWords() {
  const i18n = useI18n()
  const { decimal } = useFormat()

  /** What a key of the file is called, at the beginning of a line; names of the author stay as they are. */
  function keyName(key: string): string {
    const name = `methodologies.keys.names.${key}`
    return /^\w+$/.test(key) && i18n.te(name) ? capitalised(i18n.t(name)) : key
  }

  /** A word of the language of files, or a figure, as people read it; null for any other text. */
  function valueWords(key: string, text: string): string | null {
    if (text === 'true') return i18n.t('app.yes')
    if (text === 'false') return i18n.t('app.no')
    const name = `methodologies.keys.values.${key}.${text}`
    if (/^[\w.-]+$/.test(text) && i18n.te(name)) return i18n.t(name)
    const isFigure = /^-?\d+(\.\d+)?$/.test(text) && !UNFIGURED.includes(key)
    return isFigure ? decimal(text) : null
  }

  /** The same inside a sentence. */
  function keyWords(key: string): string {
    const name = `methodologies.keys.names.${key}`
    return /^\w+$/.test(key) && i18n.te(name) ? i18n.t(name) : key
  }

  return { keyName, keyWords, valueWords }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Keys whose digits are a name and no figure. */
const UNFIGURED = ['number', 'paragraph', 'supersedes', 'version', 'year']
