/** What every command is given. */
import type { Io } from '../io.js'

export interface Setting {
  readonly io: Io
  /** 0 by default; 1 where `check` or `test` found something. */
  readonly exitWith: (status: 0 | 1) => void
}

/** Options of the program, which every command takes. */
export interface ProgramOptions {
  /** Folder of the methodology files. */
  readonly rules?: string
}
