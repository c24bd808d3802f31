/** The title of the entry that a difference is about, in every language that the file has it in. */
import type { FileTitle } from '../../language/title-text.js'
import type { Subject } from './subject.js'

type JsonTable = { readonly [key: string]: unknown }

/**
 * @param file - the version as JSON, as the server answers it
 * @returns null where the entry or its title is not in the file
 */
export function entryTitle(
  file: unknown,
  { section, name }: Subject,
): FileTitle {
  if (name === null) return null
  const found = find(at(file, section), section, name, [section])
  if (!found) return null
  const title = at(found.entry, 'title')
  const path = [...found.path, 'title'].join('.')
  const later = (language: string) =>
    text(at(at(at(file, 'texts'), language), path))
  if (typeof title !== 'string' && !isTable(title)) return null
  const own = (language: 'en' | 'kk' | 'ru') =>
    typeof title === 'string'
      ? language === 'en'
        ? title
        : undefined
      : text(title[language])
  return {
    en: later('en') ?? own('en'),
    kk: later('kk') ?? own('kk'),
    ru: later('ru') ?? own('ru'),
  }
}

interface Found {
  readonly entry: unknown
  readonly path: readonly string[]
}

function find(
  value: unknown,
  section: string,
  name: string,
  path: readonly string[],
): Found | null {
  if (!isTable(value)) return null
  if (section === 'inputs') {
    const steps = name.split('.')
    const entry = steps.reduce<unknown>(at, value)
    return isTable(entry) ? { entry, path: [...path, ...steps] } : null
  }
  if (Object.hasOwn(value, name)) {
    return { entry: value[name], path: [...path, name] }
  }
  if (section !== 'criteria') return null
  for (const [key, entry] of Object.entries(value)) {
    const inside = [...path, key, 'children']
    const found = find(at(entry, 'children'), section, name, inside)
    if (found) return found
  }
  return null
}

function at(value: unknown, key: string): unknown {
  return isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isTable(value: unknown): value is JsonTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
