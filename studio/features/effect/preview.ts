/**
 * Rankings by columns of floating numbers. What was made ready for the text
 * before is used again where the two texts are alike enough: data are not
 * checked anew where only what is computed from them changed, and nothing but
 * the weights is new where only weights changed.
 */
import {
  blocksTarget,
  columnsOfDataset,
  prepareColumns,
  reweigh,
  scoreColumns,
  type ColumnProgram,
  type ColumnScores,
  type ColumnSource,
  type Methodology,
} from '../../../engine/index.js'
import {
  checkSetting,
  type CheckedData,
  type ReadSetting,
} from './effect-data.js'
import { computedShape, dataShape } from './kept-shapes.js'
import type { Standings } from './ranking-effects.js'
import { columnStandings } from './standings.js'

interface KeptData {
  readonly shape: string
  readonly data: CheckedData
}

interface KeptProgram {
  readonly shape: string
  readonly kept: KeptData
  readonly source: ColumnSource
  readonly program: ColumnProgram
}

/** A figure is needed exactly, which a program of another text cannot give. */
class ExactNeeded extends Error {}

export class Preview {
  readonly #setting: ReadSetting
  #data: KeptData | null = null
  #program: KeptProgram | null = null

  constructor(setting: ReadSetting) {
    this.#setting = setting
  }

  /** @throws NotComputable */
  async standings(methodology: Methodology): Promise<Standings> {
    const kept = await this.#dataFor(methodology)
    const scores =
      this.#reweighed(methodology, kept) ?? this.#prepared(methodology, kept)
    return columnStandings(methodology, scores)
  }

  async #dataFor(methodology: Methodology): Promise<KeptData> {
    const shape = dataShape(methodology)
    if (this.#data?.shape === shape) return this.#data
    const data = await checkSetting(methodology, this.#setting)
    this.#data = { shape, data }
    return this.#data
  }

  /** null where the program of the text before cannot be used for this one. */
  #reweighed(methodology: Methodology, kept: KeptData): ColumnScores | null {
    const known = this.#program
    if (known?.kept !== kept || known.shape !== computedShape(methodology)) {
      return null
    }
    const program = reweigh(known.program, methodology)
    if (!program) return null
    const exact = () => {
      throw new ExactNeeded()
    }
    try {
      return scoreColumns(program, { data: known.source.data, exact })
    } catch (error) {
      if (error instanceof ExactNeeded) return null
      throw error
    }
  }

  #prepared(methodology: Methodology, kept: KeptData): ColumnScores {
    const { dataset, surroundings } = kept.data
    const source = columnsOfDataset(methodology, dataset, surroundings)
    const program = prepareColumns(methodology, source.data, {
      ...{ isCertified: false, hasVaryingWeights: true, target: blocksTarget },
    })
    const shape = computedShape(methodology)
    this.#program = { shape, kept, source, program }
    return scoreColumns(program, source)
  }
}
