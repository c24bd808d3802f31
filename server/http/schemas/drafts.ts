/** Drafts and their approval as addresses take and answer them. */
import { Type } from 'typebox'

import { pageOf, PageQuery } from './pages.js'
import { FileMistake } from './methodologies.js'
import { closed, named, Name, nullable, oneOf, Sha256 } from './parts.js'

const text = Type.String()
const textOrNull = nullable(Type.String())

/** Characters that either database keeps. */
const KEPT = '^[^\\u0000\\ud800-\\udfff]*$'

/** Also part of the names of files. */
export const MethodologyId = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,99}$',
})
export const VersionId = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$',
})

export const Person = named('Person', {
  actor: Type.String({ description: 'as user:ID' }),
  name: nullable(Type.String(), 'null for what is no user'),
})

export const DraftPath = closed({
  id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
})

export const DraftTextPath = closed({
  id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
  sha256: Sha256,
})

export const DraftList = closed({
  methodology: Type.Optional(Name),
  ...PageQuery,
})

export const NewDraft = named(
  'NewDraft',
  {
    from: Type.Optional(
      closed({
        methodology: MethodologyId,
        version: VersionId,
        as: Type.Optional(
          Type.String({
            pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$',
            description:
              'the id of the new version; its text then says so, "status: draft", and what it supersedes',
          }),
        ),
      }),
    ),
    text: Type.Optional(
      Type.String({ description: 'any text, also with mistakes' }),
    ),
  },
  'one of "from" and "text"',
)

const draft = {
  id: text,
  status: oneOf(['draft', 'requested', 'approved', 'rejected', 'published']),
  methodology: nullable(Type.String(), 'as the text says'),
  version: nullable(Type.String(), 'as the text says'),
  sha256: Sha256,
  from: nullable(
    closed({ methodology: text, version: text }),
    'the version that it was made from',
  ),
  createdAt: text,
  createdBy: Person,
  changedAt: text,
  changedBy: Person,
  publishedAt: textOrNull,
}

export const ListedDraft = named('ListedDraft', draft)

export const DraftPage = pageOf('DraftPage', ListedDraft)

export const MadeDraft = named('MadeDraft', {
  draft: ListedDraft,
  isAdapted: Type.Boolean({
    description:
      'false: version, status and "supersedes" have to be written by hand',
  }),
})

const Approval = named('Approval', {
  number: Type.Integer({ minimum: 1 }),
  sha256: Sha256,
  state: oneOf(
    ['requested', 'approved', 'rejected', 'void', 'used'],
    'void: the text was changed after it; used: the text was published',
  ),
  requestedAt: text,
  requestedBy: Person,
  decidedAt: textOrNull,
  decidedBy: nullable(Person),
  comment: textOrNull,
  endedAt: textOrNull,
  endedBy: nullable(Person),
})

export const DraftState = named('DraftState', {
  ...draft,
  authors: Type.Array(Person, {
    description: 'everybody who wrote a text of it: none of them may approve',
  }),
  mistakes: Type.Array(FileMistake, {
    description: 'of the text; examples are run at the address "examples"',
  }),
  warnings: Type.Array(FileMistake, {
    description: 'what people should know of the text all the same',
  }),
  approvals: Type.Array(Approval, { description: 'oldest first' }),
})

export const DraftTexts = Type.Array(
  named('DraftText', { sha256: Sha256, writtenAt: text, writtenBy: Person }),
  { description: 'every text that the draft had, oldest first' },
)

export const MeantText = named('MeantText', { sha256: Sha256 })

export const GivenApproval = named('GivenApproval', {
  sha256: Sha256,
  comment: Type.Optional(Type.String({ maxLength: 10_000, pattern: KEPT })),
})

export const Reason = Type.String({
  minLength: 1,
  maxLength: 10_000,
  pattern: KEPT,
})

export const GivenRejection = named('GivenRejection', {
  sha256: Sha256,
  reason: Reason,
})

export const RunExamples = named('RunExamples', {
  sha256: Sha256,
  passed: Type.Integer(),
  failed: Type.Integer(),
  examples: Type.Array(
    closed({
      title: text,
      passed: Type.Boolean(),
      problems: Type.Array(FileMistake, {
        description: 'the values that differ, and what else is wrong',
      }),
    }),
  ),
  mistakes: Type.Array(FileMistake, {
    description: 'that examples show, and that stand elsewhere in the text',
  }),
})
