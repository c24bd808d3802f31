/** What a service cannot do because of what it was asked, with a code for programs. */
import type { DataProblem } from '../engine/index.js'
import { Refusal } from './refusal.js'

/** Permanent: never renamed, never used for something else. */
export type ServiceCode =
  | 'CURSOR_UNREADABLE'
  | 'TEXT_UNKNOWN'
  | 'TEXT_DAMAGED'
  | 'METHODOLOGY_UNKNOWN'
  | 'VERSION_UNKNOWN'
  | 'VERSION_CHANGED'
  | 'VERSION_WITHDRAWN'
  | 'VERSION_NOT_IN_FORCE'
  | 'VERSION_UNDECIDED'
  | 'METHODOLOGY_REFUSED'
  | 'REGISTER_UNKNOWN'
  | 'REGISTER_NOT_USED'
  | 'REGISTER_REFUSED'
  | 'DATA_SET_UNKNOWN'
  | 'DATA_SET_SAME'
  | 'DATA_REFUSED'
  | 'RUN_UNKNOWN'
  | 'RUN_NOT_USABLE'
  | 'RUN_DIFFERS'
  | 'BODY_UNKNOWN'
  | 'FIGURE_UNKNOWN'
  | 'EXPORT_UNREADABLE'
  | 'EXPORT_CONTRADICTS'
  | 'RESTRICTED'

export class ServiceRefusal extends Refusal {
  /** @param problems - of data, each with its place */
  constructor(
    readonly code: ServiceCode,
    lines: readonly string[],
    readonly problems: readonly DataProblem[] = [],
  ) {
    super(lines)
  }
}
