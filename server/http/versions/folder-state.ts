/**
 * Whether anything of a rules folder has been touched since it was read. Every
 * file and folder is asked for its size, its inode and the two times that any
 * change of it moves, in nanoseconds. The clock that files are stamped with
 * moves in steps: what was changed just before the reading might be changed once
 * more under the same stamp, so such a state is never taken for the same (as git
 * does with its index).
 */
import { readdirSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'

/** Far more than a step of any clock that stamps files, FAT's two seconds included. */
const UNCERTAIN_NANOSECONDS = 3_000_000_000n

export class FolderState {
  private constructor(
    /** Folder of the rules folder, '' for itself -> path -> stamp. */
    private readonly stamps: ReadonlyMap<string, ReadonlyMap<string, Stamp>>,
    /** In nanoseconds since 1970. */
    private readonly takenAt: bigint,
  ) {}

  /**
   * To be taken before the folder is read.
   *
   * @param now - in milliseconds since 1970
   */
  static of(folder: string, now = Date.now()): FolderState {
    const takenAt = BigInt(now) * 1_000_000n
    const stamps = new Map<string, ReadonlyMap<string, Stamp>>()
    const top = entriesOf(folder)
    stamps.set('', stampsOf(folder, top))
    for (const entry of top.filter((each) => each.isDirectory())) {
      const path = join(folder, entry.name)
      stamps.set(entry.name, stampsOf(path, entriesOf(path)))
    }
    return new FolderState(stamps, takenAt)
  }

  /**
   * A name that was added or removed moves the times of its folder.
   *
   * @param folders - of the rules folder, whose own files are always looked at;
   *   default all
   */
  isStillSo(folders: readonly string[] = [...this.stamps.keys()]): boolean {
    const limit = this.takenAt - UNCERTAIN_NANOSECONDS
    for (const folder of new Set(['', ...folders])) {
      for (const [path, stamp] of this.stamps.get(folder) ?? []) {
        if (stamp.changedAt >= limit) return false
        if (stampOf(path).text !== stamp.text) return false
      }
    }
    return true
  }
}

function stampsOf(
  folder: string,
  entries: readonly Dirent[],
): ReadonlyMap<string, Stamp> {
  const files = entries.filter((each) => !each.isDirectory())
  const paths = [folder, ...files.map(({ name }) => join(folder, name))]
  return new Map(paths.map((path) => [path, stampOf(path)]))
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

interface Stamp {
  readonly text: string
  readonly changedAt: bigint
}

const ABSENT: Stamp = { text: 'absent', changedAt: 0n }

function stampOf(path: string): Stamp {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    if (!found) return ABSENT
    const { dev, ino, size, mtimeNs, ctimeNs } = found
    const text = [dev, ino, size, mtimeNs, ctimeNs].join(' ')
    return { text, changedAt: ctimeNs > mtimeNs ? ctimeNs : mtimeNs }
  } catch {
    return ABSENT
  }
}
