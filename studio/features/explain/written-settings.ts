/** A setting of another reading, which the engine gives as JSON, as the figures and words in it and the keys that lead there. */
export interface WrittenSetting {
  /** None where the setting is a single word. */
  readonly keys: readonly string[]
  readonly text: string
}

/** @returns the text itself where it is no JSON */
export function writtenSettings(setting: string): readonly WrittenSetting[] {
  try {
    return settingsIn(JSON.parse(setting), [])
  } catch {
    return [{ keys: [], text: setting }]
  }
}

function settingsIn(
  value: unknown,
  keys: readonly string[],
): readonly WrittenSetting[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const areWords = items.every((each) => typeof each !== 'object')
    return areWords
      ? [{ keys, text: items.map(String).join(', ') }]
      : items.flatMap((each) => settingsIn(each, keys))
  }
  if (typeof value !== 'object' || value === null) {
    return [{ keys, text: String(value) }]
  }
  return Object.entries(value).flatMap(([key, each]) =>
    settingsIn(each, [...keys, key]),
  )
}
