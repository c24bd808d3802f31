/**
 * Methodology texts that have been loaded, by their hash: the same engine finds
 * the same in the same text. A server keeps them from one request to the next;
 * the file itself is read and hashed at each use.
 */
import type { LineRange, Loaded } from '../../engine/index.js'

/** Beyond so many the one that was not used for longest is forgotten. */
const MOST_TEXTS = 100

export interface NamedText {
  /** As mistakes name it. */
  readonly file: string
  readonly sha256: string
  /** Lines that are passed over. */
  readonly unread: LineRange | null
}

export class LoadedTexts {
  /** In the order of their last use. */
  private readonly texts = new Map<string, Loaded>()

  /** @param load - loads the text where it has not been loaded; handed in, so that lists of versions do without the loader */
  load({ file, sha256, unread }: NamedText, load: () => Loaded): Loaded {
    const key = JSON.stringify([file, sha256, unread])
    const loaded = this.texts.get(key) ?? load()
    this.texts.delete(key)
    this.texts.set(key, loaded)
    const [oldest] = this.texts.keys()
    if (this.texts.size > MOST_TEXTS && oldest !== undefined) {
      this.texts.delete(oldest)
    }
    return loaded
  }
}
