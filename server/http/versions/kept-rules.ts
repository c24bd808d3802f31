/**
 * The rules that requests are answered with, kept for as long as neither the
 * rules folder nor the rules of the database have changed, which each request
 * looks at.
 */
import { LoadedTexts } from '../../catalogue/loaded-texts.js'
import { openCatalogue, placeName } from '../../catalogue/catalogue.js'
import type { Database } from '../../database/tables.js'
import { FolderState } from './folder-state.js'
import { ServedRules } from './served-rules.js'
import { SharedLook } from './shared-look.js'
import {
  NOTHING_STORED,
  readStoredRules,
  stateOfStored,
  type StoredRules,
} from './stored-rules.js'

interface Kept {
  readonly rules: ServedRules
  readonly folder: FolderState
  readonly state: string
}

/** One look at the database, and at the rules folder as far as those who share it need it. */
interface Look {
  readonly state: string
  /** Methodology, undefined for all -> the state of the folder that was found unchanged. */
  readonly unchanged: Map<string | undefined, FolderState>
}

const REGISTERS = 'registers'

export class KeptRules {
  private kept: Kept | null = null
  private readonly texts = new LoadedTexts()
  private readonly looks: SharedLook<Look>
  private readonly reading = new SharedLook(() => this.read())

  /** @param database - null for a server that keeps nothing */
  constructor(
    private readonly folder: string,
    private readonly database: Database | null,
  ) {
    const stored = database ? stateOfStored(database) : nothingStored
    this.looks = new SharedLook(async () => ({
      state: await stored(),
      unchanged: new Map<string | undefined, FolderState>(),
    }))
  }

  /** @param methodology - the one that matters; default all */
  async current(methodology?: string): Promise<ServedRules> {
    const look = await this.looks.take()
    const { kept } = this
    if (kept?.state === look.state && isUnchanged(kept, look, methodology)) {
      return kept.rules
    }
    return this.reading.take()
  }

  private async read(): Promise<ServedRules> {
    const folder = FolderState.of(this.folder)
    const { state } = await this.looks.take()
    const stored = await this.readStored()
    const rules = await ServedRules.open(this.folder, this.texts, stored)
    this.kept = { rules, folder, state }
    return rules
  }

  private async readStored(): Promise<StoredRules> {
    if (!this.database) return NOTHING_STORED
    const { files } = await openCatalogue(this.folder, this.texts)
    return readStoredRules(this.database, new Set(files.map(placeName)))
  }
}

function nothingStored(): Promise<string> {
  return Promise.resolve('')
}

/** The files are asked once in a look, which begins after all who share it have asked. */
function isUnchanged(
  { folder }: Kept,
  { unchanged }: Look,
  methodology?: string,
): boolean {
  if (unchanged.get(methodology) === folder) return true
  const folders =
    methodology === undefined ? undefined : [methodology, REGISTERS]
  if (!folder.isStillSo(folders)) return false
  unchanged.set(methodology, folder)
  return true
}
