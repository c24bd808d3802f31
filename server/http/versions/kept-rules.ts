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

const REGISTERS = 'registers'

export class KeptRules {
  private kept: Kept | null = null
  private readonly texts = new LoadedTexts()
  private readonly state: SharedLook<string>
  private readonly reading = new SharedLook(() => this.read())

  /** @param database - null for a server that keeps nothing */
  constructor(
    private readonly folder: string,
    private readonly database: Database | null,
  ) {
    this.state = new SharedLook(() =>
      database ? stateOfStored(database) : Promise.resolve(''),
    )
  }

  /** @param methodology - the one that matters; default all */
  async current(methodology?: string): Promise<ServedRules> {
    const state = this.database ? await this.state.take() : ''
    const folders =
      methodology === undefined ? undefined : [methodology, REGISTERS]
    const { kept } = this
    if (kept?.state === state && kept.folder.isStillSo(folders)) {
      return kept.rules
    }
    return this.reading.take()
  }

  private async read(): Promise<ServedRules> {
    const folder = FolderState.of(this.folder)
    const state = await this.state.take()
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
