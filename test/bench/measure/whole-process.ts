/** Whole processes of the command: how long they take, and how much memory at most. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { wallTime } from './clocks.js'

export interface WholeProcess {
  /** From its start to its end. */
  readonly milliseconds: number
  /** Resident memory at its peak, all threads included; null where the system does not tell it. */
  readonly peakBytes: number | null
}

/** The peak is read this often, in milliseconds; Linux keeps it, so that only what the end adds is lost. */
const BETWEEN = 20

/**
 * Runs Node with these words.
 *
 * @throws Error with what it wrote to stderr where it fails
 */
export function runWhole(
  words: readonly string[],
  folder: string,
): Promise<WholeProcess> {
  const start = wallTime()
  const child = spawn(process.execPath, [...words], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let peakBytes: number | null = null
  const watch = setInterval(() => {
    peakBytes = peakOf(child.pid) ?? peakBytes
  }, BETWEEN)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise<WholeProcess>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const milliseconds = wallTime() - start
      if (status === 0) resolve({ milliseconds, peakBytes })
      else reject(new Error(`${words.join(' ')} ended with ${status}: ${said}`))
    })
  }).finally(() => {
    clearInterval(watch)
  })
}

/**
 * What the process has ever had in memory; null where there is no such file or
 * it has ended.
 *
 * @source proc_pid_status(5), VmHWM: peak resident set size, in units of 1,024 bytes
 */
function peakOf(id: number | undefined): number | null {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}
