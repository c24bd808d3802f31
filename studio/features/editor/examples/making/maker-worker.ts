/** The worker in which examples are made and tried, so that the dialog never waits. */
import type { EffectSetting } from '../../../effect/effect-setting.js'
import {
  ExampleMaker,
  tryLastExample,
  type OfferedExample,
  type Opened,
  type Tried,
} from './example-maker.js'

export type MakerRequest =
  | {
      readonly kind: 'open'
      readonly text: string
      readonly setting: EffectSetting
    }
  | {
      readonly kind: 'example'
      readonly body: string
      readonly withOthers: boolean
    }
  | { readonly kind: 'try'; readonly text: string }

export interface MakerResults {
  readonly open: Opened
  readonly example: OfferedExample | null
  readonly try: Tried
}

export type MakerAnswer =
  | {
      readonly kind: 'done'
      readonly result: MakerResults[MakerRequest['kind']]
    }
  | { readonly kind: 'failed'; readonly message: string }

const maker = new ExampleMaker()

addEventListener('message', ({ data, ports }: MessageEvent<MakerRequest>) => {
  const tell = (answer: MakerAnswer) => ports[0]?.postMessage(answer)
  answerTo(data).then(
    (result) => tell({ kind: 'done', result }),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      tell({ kind: 'failed', message })
    },
  )
})

function answerTo(
  request: MakerRequest,
): Promise<MakerResults[MakerRequest['kind']]> {
  switch (request.kind) {
    case 'open':
      return maker.open(request.text, request.setting)
    case 'example':
      return maker.example(request.body, request.withOthers)
    case 'try':
      return tryLastExample(request.text)
  }
}
