/** A password from the one who sits at the terminal, which does not show it; or from a file. */
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

import { readText } from '../data/read-text.js'
import { InterruptedError } from '../interrupted.js'
import type { Io } from '../io.js'
import { Refusal } from '../refusal.js'

const MOST_BYTES = 4096
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const BACKSPACES = ['\u0008', '\u007f']

/** @param file - what `--password-file` said; @throws Refusal */
export async function getPassword(
  file: string | undefined,
  io: Io,
): Promise<string> {
  if (file !== undefined) return readPasswordFile(file)
  const input = io.input()
  if (!isTerminal(input)) {
    throw new Refusal([
      'A password is asked for at a terminal, and there is none. Give a file that holds it with --password-file.',
    ])
  }
  const password = await ask('Password: ', input, io)
  const again = await ask('Once more: ', input, io)
  if (password === again) return password
  throw new Refusal(['The two passwords differ. Nothing was done.'])
}

/** The line break at its end is no part of it. */
async function readPasswordFile(file: string): Promise<string> {
  const read = await readText(file, MOST_BYTES)
  if (read.kind === 'text') return read.text.replace(/\r?\n$/, '')
  throw new Refusal([read.problem.message])
}

interface Terminal extends Readable {
  readonly setRawMode: (isRaw: boolean) => unknown
}

function isTerminal(input: Readable): input is Terminal {
  return 'isTTY' in input && input.isTTY === true && 'setRawMode' in input
}

/** Raw, so that the terminal echoes nothing; its few keys are then ours to read. */
async function ask(
  question: string,
  input: Terminal,
  { err }: Io,
): Promise<string> {
  await err.write(question)
  input.setRawMode(true)
  try {
    return await readLine(input)
  } finally {
    input.setRawMode(false)
    input.pause()
    await err.write('\n')
  }
}

function readLine(input: Readable): Promise<string> {
  const decoder = new StringDecoder('utf8')
  let typed: readonly string[] = []
  return new Promise((resolve, reject) => {
    const stop = () => {
      input.off('data', onData)
      input.off('end', onEnd)
    }
    const onEnd = () => {
      stop()
      reject(new InterruptedError())
    }
    const onData = (bytes: Buffer) => {
      const signs = [...decoder.write(bytes)]
      for (const [index, sign] of signs.entries()) {
        if (sign === '\r' || sign === '\n') {
          stop()
          // What was typed ahead answers the next question.
          const rest = signs.slice(index + 1).join('')
          input.pause()
          if (rest !== '') input.unshift(Buffer.from(rest))
          resolve(typed.join(''))
          return
        }
        if (sign === CTRL_C || sign === CTRL_D) {
          onEnd()
          return
        }
        typed = BACKSPACES.includes(sign)
          ? typed.slice(0, -1)
          : [...typed, sign]
      }
    }
    input.on('data', onData)
    input.on('end', onEnd)
    input.resume()
  })
}
