/** One state of the rules: the folder and what the database has, and what was worked out from both. */
import type { Methodology, Register } from '../../../engine/index.js'
import { openCatalogue, type Catalogue } from '../../catalogue/catalogue.js'
import type { Use } from '../../catalogue/load-entry.js'
import type { LoadedTexts } from '../../catalogue/loaded-texts.js'
import {
  chooseVersion,
  type AskedVersion,
  type ChosenVersion,
} from './choose-version.js'
import { NOTHING_STORED, type StoredRules } from './stored-rules.js'
import { usableRegister } from './usable-register.js'

/** Whoever asks for more different things than these is answered without memory. */
const MOST_KEPT = 1000

export class ServedRules {
  private readonly chosen = new Map<string, ChosenVersion>()
  private readonly registers = new Map<Methodology, Register | null>()

  private constructor(
    readonly catalogue: Catalogue,
    readonly stored: StoredRules,
  ) {}

  static async open(
    folder: string,
    texts: LoadedTexts,
    stored: StoredRules = NOTHING_STORED,
  ): Promise<ServedRules> {
    const catalogue = await openCatalogue(folder, texts, stored.versions)
    return new ServedRules(catalogue, stored)
  }

  /** @throws HttpProblem where no version, or none that can be used, is meant */
  async choose(asked: AskedVersion, use: Use): Promise<ChosenVersion> {
    const { methodology, version, edition, year } = asked
    const key = JSON.stringify([methodology, version, edition, year, use])
    const known = this.chosen.get(key)
    if (known) return known
    const chosen = await chooseVersion(this.catalogue, asked, use)
    if (this.chosen.size < MOST_KEPT) this.chosen.set(key, chosen)
    return chosen
  }

  /**
   * @returns null where the methodology names no register
   * @throws HttpProblem REGISTER_FAULTY with every mistake of it
   */
  async registerOf(methodology: Methodology): Promise<Register | null> {
    if (!methodology.register) return null
    const known = this.registers.get(methodology)
    if (known !== undefined) return known
    const { folder } = this.catalogue
    const { registers } = this.stored
    const register = await usableRegister(methodology, folder, registers)
    this.registers.set(methodology, register)
    return register
  }
}
