/** What every command is given. */
import type { Io } from '../io.js'

/** 0 done, 1 files or data have errors, 2 wrong usage, 70 an error of the program, 130 interrupted. */
export type ExitStatus = 0 | 1 | 2 | 70 | 130

export interface Setting {
  readonly io: Io
  /** 0 unless it is called; 1 where a command has found something. */
  readonly exitWith: (status: 0 | 1) => void
  /** Runs another command. */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitStatus>
}

/** Options of the program, which every command takes. */
export interface ProgramOptions {
  /** Folder of the methodology files. */
  readonly rules?: string
}
