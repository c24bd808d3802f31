/** The bodies of a data set as examples of a draft: scored once by the draft, then each made when it is asked for. */
import {
  calculationLine,
  exampleOfBody,
  explainOutput,
  loadMethodology,
  scoreDataset,
  type BodyExample,
  type Run,
} from '../../../../../engine/index.js'
import type { ObstacleKind } from '../../../effect/effect-answer.js'
import {
  checkSetting,
  NotComputable,
  readSetting,
} from '../../../effect/effect-data.js'
import type { EffectSetting } from '../../../effect/effect-setting.js'
import { checkText, type Mistake } from '../../mistakes/check-text.js'

export interface MakerBody {
  readonly id: string
  readonly name: string | null
}

export type Opened =
  | { readonly kind: 'opened'; readonly bodies: readonly MakerBody[] }
  | {
      readonly kind: 'not-computable'
      readonly why: ObstacleKind | 'draft-has-mistakes'
      /** In the words of the engine, in English. */
      readonly details: readonly string[]
    }

export type OfferedExample =
  | (Extract<BodyExample, { kind: 'made' }> & {
      /** How each output came about; those that are merely given have none. */
      readonly calculations: Readonly<Record<string, string>>
    })
  | Extract<BodyExample, { kind: 'refused' }>

export interface Tried {
  readonly hasPassed: boolean
  readonly mistakes: readonly Mistake[]
}

export class ExampleMaker {
  #run: Run | null = null

  async open(text: string, setting: EffectSetting): Promise<Opened> {
    this.#run = null
    const { methodology, problems } = loadMethodology('draft', text)
    if (!methodology) {
      const details = problems.map(({ message }) => message)
      return { kind: 'not-computable', why: 'draft-has-mistakes', details }
    }
    try {
      const read = await readSetting(setting)
      const { checked, surroundings } = await checkSetting(methodology, read)
      const { year, leaveOutBroken } = read
      const { run, problems: ofData } = await scoreDataset(
        methodology,
        checked,
        surroundings,
        { year, leaveOutBroken },
      )
      if (!run) {
        const details = ofData.map(({ message }) => message)
        throw new NotComputable('data-do-not-fit', details)
      }
      this.#run = run
      return { kind: 'opened', bodies: bodiesOf(run) }
    } catch (error) {
      if (!(error instanceof NotComputable)) throw error
      return { kind: 'not-computable', ...error.obstacle }
    }
  }

  /** null where the data set has no such body. */
  async example(
    body: string,
    withOthers: boolean,
  ): Promise<OfferedExample | null> {
    const run = this.#run
    const made = run && exampleOfBody(run, body, withOthers)
    if (!run || !made) return null
    if (made.kind === 'refused') return made
    const calculations: [string, string][] = []
    for (const { kind, name } of made.figures) {
      if (kind !== 'outputs') continue
      const explained = await explainOutput(run, body, name, 'public')
      const line = explained && calculationLine(explained)
      if (line) calculations.push([name, line])
    }
    return { ...made, calculations: Object.fromEntries(calculations) }
  }
}

/** Whether the last example of a text passes, which was added to it. */
export async function tryLastExample(text: string): Promise<Tried> {
  const { examples, mistakes } = await checkText(text)
  const last = examples.at(-1)
  return {
    hasPassed: last?.state === 'passed',
    mistakes: [...(last?.mistakes ?? []), ...mistakes],
  }
}

function bodiesOf({ bodies }: Run): readonly MakerBody[] {
  return bodies.flatMap(({ given }) =>
    given === null || given.id === null
      ? []
      : [{ id: given.id, name: given.name }],
  )
}
