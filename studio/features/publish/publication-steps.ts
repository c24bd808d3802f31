/** The way of a draft to its publication, as its check list shows it. */
import type { DraftState } from '../../api/answers.js'
import type { components } from '../../api/openapi.js'

type Person = components['schemas']['Person']

/** What one can do now, and why not where one cannot. */
export type Possible =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no'; readonly because: Hindrance }

export type Hindrance =
  | 'mistakes'
  | 'alreadyRequested'
  | 'alreadyApproved'
  | 'notRequested'
  | 'notApproved'
  | 'published'
  | 'ownWork'
  | 'secondPerson'
  | 'notAllowed'

/** Who asks, as far as the way to a publication depends on it. */
export interface Who {
  /** `local`: the one user of a server without users. */
  readonly kind: 'local' | 'user' | 'key' | 'nobody'
  readonly id: string | null
  readonly may: (permission: 'draft' | 'approve' | 'publish') => boolean
}

export interface Steps {
  readonly request: Possible
  readonly decide: Possible
  readonly publish: Possible
}

/** The server decides; this says beforehand what it would say. */
export function stepsOf(draft: DraftState, who: Who): Steps {
  return {
    request: firstHindrance([
      [draft.status === 'published', 'published'],
      [!who.may('draft'), 'notAllowed'],
      [draft.mistakes.length > 0, 'mistakes'],
      [draft.status === 'requested', 'alreadyRequested'],
      [draft.status === 'approved', 'alreadyApproved'],
    ]),
    decide: firstHindrance([
      [draft.status === 'published', 'published'],
      [who.kind === 'local', 'secondPerson'],
      [!who.may('approve'), 'notAllowed'],
      [isAuthor(draft.authors, who), 'ownWork'],
      [draft.status === 'approved', 'alreadyApproved'],
      [draft.status !== 'requested', 'notRequested'],
    ]),
    publish: firstHindrance([
      [draft.status === 'published', 'published'],
      [!who.may('publish'), 'notAllowed'],
      [draft.status !== 'approved', 'notApproved'],
    ]),
  }
}

function isAuthor(authors: readonly Person[], { id }: Who): boolean {
  return id !== null && authors.some(({ actor }) => actor === `user:${id}`)
}

function firstHindrance(
  hindrances: readonly (readonly [boolean, Hindrance])[],
): Possible {
  const found = hindrances.find(([holds]) => holds)
  return found ? { kind: 'no', because: found[1] } : { kind: 'yes' }
}
