/** What a service cannot do because of what it was asked, with a code for programs. */
import type { DataProblem, LocatedProblem } from '../engine/index.js'
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
  | 'VERSION_FAULTY'
  | 'REGISTER_UNKNOWN'
  | 'REGISTER_NOT_USED'
  | 'REGISTER_FAULTY'
  | 'DATA_SET_UNKNOWN'
  | 'DATA_SET_SAME'
  | 'DATA_REFUSED'
  | 'RUN_UNKNOWN'
  | 'RUN_NOT_USABLE'
  | 'RUN_DIFFERS'
  | 'BODY_UNKNOWN'
  | 'FIGURE_UNKNOWN'
  | 'FORM_CANNOT_HOLD'
  | 'EXPORT_UNREADABLE'
  | 'EXPORT_CONTRADICTS'
  | 'NAME_REFUSED'
  | 'PASSWORD_REFUSED'
  | 'USER_EXISTS'
  | 'USER_UNKNOWN'
  | 'USER_STATE'
  | 'LAST_ADMIN'
  | 'KEY_UNKNOWN'
  | 'KEY_AMBIGUOUS'
  | 'KEY_REVOKED'
  | 'KEY_EXPIRY_PASSED'
  | 'DRAFT_UNKNOWN'
  | 'DRAFT_TEXT_UNKNOWN'
  | 'DRAFT_CHANGED'
  | 'DRAFT_TOO_LARGE'
  | 'DRAFT_NOT_TEXT'
  | 'DRAFT_FAULTY'
  | 'DRAFT_NOT_FINAL'
  | 'DRAFT_PUBLISHED'
  | 'APPROVAL_NOT_REQUESTED'
  | 'APPROVAL_REQUESTED'
  | 'NOT_APPROVED'
  | 'OWN_WORK'
  | 'SECOND_PERSON_NEEDED'
  | 'VERSION_TAKEN'
  | 'RUNS_DIFFER'
  | 'PUBLISHING_OVERTAKEN'
  | 'PUBLICATION_UNKNOWN'
  | 'JOB_UNKNOWN'
  | 'JOB_OVER'
  | 'RUN_DAMAGED'
  | 'SIGNING_KEY_LACKING'
  | 'RESTRICTED'

export class ServiceRefusal extends Refusal {
  /**
   * @param problems - of data, each with its place
   * @param more - what else an answer says
   */
  constructor(
    readonly code: ServiceCode,
    lines: readonly string[],
    readonly problems: readonly DataProblem[] = [],
    readonly more: RefusalDetails = {},
  ) {
    super(lines)
  }
}

export interface RefusalDetails {
  /** Of a text that was sent or is kept, each with its place. */
  readonly mistakes?: readonly LocatedProblem[]
  /** Runs that stand in the way. */
  readonly runs?: readonly string[]
  readonly conflict?: TextConflict
}

/** Somebody else was faster. */
export interface TextConflict {
  /** The hash that was expected to be stored. */
  readonly expected: string
  readonly stored: { readonly sha256: string; readonly text: string }
  /** null where no text was sent. */
  readonly sent: { readonly sha256: string; readonly text: string } | null
}
