#!/usr/bin/env node
/** The command `olshem`: gives the process's streams to the command line. */
import * as nodeModule from 'node:module'

import type { Io, Sink } from './io.js'
import { InterruptedError } from './interrupted.js'
import { faultText, runCommand } from './run-command.js'

const environment = process.env
if (environment['OLSHEM_DEBUG']) process.setSourceMapsEnabled(true)

// Newer than Node 20: what is compiled for the commands is kept between runs.
const { enableCompileCache } = nodeModule as {
  readonly enableCompileCache?: () => unknown
}
enableCompileCache?.()

const io: Io = {
  out: sinkOf(process.stdout),
  err: sinkOf(process.stderr),
  environment,
  input: () => process.stdin,
  interruption,
  ending,
  programs: new URL('.', import.meta.url),
}

process.on('uncaughtException', (error) => {
  process.exitCode = 70
  void io.err.write(faultText(error, environment))
})

process.exitCode = await runCommand(process.argv.slice(2), io)

/** A reader that has gone away, as `head` does, is no mistake: the rest is for nobody. */
function sinkOf(stream: NodeJS.WriteStream): Sink {
  let isClosed = false
  stream.on('error', () => {
    isClosed = true
  })
  return {
    isTerminal: stream.isTTY,
    isClosed: () => isClosed,
    write: (text) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          resolve()
          return
        }
        stream.write(text, (error) => {
          if (error && !isBrokenPipe(error)) reject(error)
          else resolve()
        })
      }),
  }
}

function interruption(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort(new InterruptedError()))
  return controller.signal
}

function ending(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => controller.abort(new InterruptedError()))
  }
  return controller.signal
}

function isBrokenPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}
