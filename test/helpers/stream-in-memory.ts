/** Bodies of a test through the stream form, block by block, without threads. */
import {
  NO_SURROUNDINGS,
  resultHead,
  type Methodology,
  type Sight,
} from '../../engine/index.js'
import { lineBlocks } from '../../server/streams/line-blocks.js'
import { scoreBlock } from '../../server/streams/score-block.js'
import { StreamWriter } from '../../server/streams/write-stream.js'
import { memorySink } from '../server/commands/run-in-memory.js'

export interface StreamedLines {
  readonly head: unknown
  /** One for each body, as text. */
  readonly bodies: readonly string[]
  readonly places: readonly string[]
  readonly end: Readonly<Record<string, unknown>>
}

/** @param text - NDJSON */
export async function stream(
  methodology: Methodology,
  text: string,
  {
    year = 2020,
    blockBytes = 1,
    sight = 'everything',
  }: {
    readonly year?: number
    readonly blockBytes?: number
    readonly sight?: Sight
  } = {},
): Promise<StreamedLines> {
  const out = memorySink()
  const none = () => Promise.resolve()
  const output = { ...out, finish: none, discard: none }
  const writer = new StreamWriter(methodology, 'stdin', output, sight)
  await writer.head(await resultHead(methodology, year, NO_SURROUNDINGS))
  const scoring = {
    methodology,
    surroundings: NO_SURROUNDINGS,
    year,
    file: 'stdin',
    format: { kind: 'ndjson' },
    sight,
  } as const
  const options = { delimiter: null, blockBytes }
  for await (const block of lineBlocks(bytesOf(text), options)) {
    await writer.block(await scoreBlock(block, scoring))
  }
  await writer.places(new AbortController().signal)
  await writer.end({})
  return linesOf(out.text())
}

/** The parts of the output of a stream. */
export function linesOf(text: string): StreamedLines {
  const lines = text.trimEnd().split('\n')
  const end = JSON.parse(lines.at(-1) ?? '') as StreamedLines['end']
  const bodies = Number(end['bodies'])
  return {
    head: JSON.parse(lines[0] ?? ''),
    bodies: lines.slice(1, 1 + bodies),
    places: lines.slice(1 + bodies, -1),
    end,
  }
}

/** In pieces of a few lines each, as a pipe brings them. */
async function* bytesOf(text: string) {
  for (const part of text.split(/(?<=\n)/)) {
    yield await Promise.resolve(Buffer.from(part))
  }
}
