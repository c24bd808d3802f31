/** Publications, withdrawals and what a text changes, as answers have them. */
import { Type } from 'typebox'

import { SignedHead } from './audit.js'
import { MethodologyId, Person, Reason, VersionId } from './drafts.js'
import { Differences } from './methodologies.js'
import {
  closed,
  named,
  nullable,
  oneOf,
  Sha256,
  tableOf,
  Year,
} from './parts.js'

const text = Type.String()
const textOrNull = nullable(Type.String())

export const PublishedPath = closed({
  methodology: MethodologyId,
  version: VersionId,
})

const Place = nullable(
  closed({
    place: Type.Number(),
    group: Type.Optional(tableOf(text)),
    value: nullable(Type.Number(), 'null where it is withheld'),
  }),
  'null where the body has no place',
)

const Status = nullable(
  oneOf(['scored', 'not-scored', 'not-applicable', 'restricted']),
)

const comparedRun = {
  ...{ run: text, version: text, year: Year },
  dataSet: nullable(Sha256, 'null where it is withheld'),
}

const Effect = Type.Union(
  [
    closed({ kind: Type.Literal('no-run') }),
    closed({
      kind: Type.Literal('not-comparable'),
      ...comparedRun,
      because: Type.Array(
        closed({
          code: text,
          body: textOrNull,
          row: textOrNull,
          column: textOrNull,
        }),
        { description: 'why the data of the run do not fit the text' },
      ),
    }),
    closed({
      kind: Type.Literal('compared'),
      ...comparedRun,
      rankings: Type.Array(
        closed({
          ranking: text,
          bodies: Type.Array(
            closed({ body: text, before: Place, after: Place }),
          ),
        }),
      ),
      notScored: Type.Array(
        closed({ body: text, before: Status, after: Status }),
      ),
    }),
  ],
  {
    description:
      'on the newest stored run of the methodology; a publication keeps it without restricted values, and without rankings that depend on them',
  },
)

const effect = {
  comparedWith: nullable(
    Type.String(),
    'the version that the differences are to; null where there is none',
  ),
  differences: Differences,
  effect: Effect,
}

export const PreviewedEffect = named('PreviewedEffect', {
  sha256: Sha256,
  ...effect,
})

const Head = closed({ number: Type.Integer(), hash: text })

export const Publication = named('Publication', {
  methodology: text,
  version: text,
  sha256: Sha256,
  draft: text,
  publishedAt: text,
  publishedBy: Person,
  authors: Type.Array(Person),
  approval: closed({
    requestedAt: text,
    requestedBy: Person,
    approvedAt: textOrNull,
    approvedBy: nullable(Person),
    comment: textOrNull,
  }),
  runsReplayed: Type.Integer({
    description: 'stored runs of the methodology, each found identical',
  }),
  ...effect,
  audit: Head,
})

/** As `olshem audit verify --head` reads it. */
const KeptHead = nullable(
  SignedHead,
  'to be kept elsewhere: it shows later that the log was cut; null for a server without a key',
)

export const Published = named('Published', {
  publication: Publication,
  auditHead: KeptHead,
})

export const WithdrawalRequest = named('WithdrawalRequest', { reason: Reason })

export const Withdrawn = named('Withdrawn', {
  methodology: text,
  version: text,
  sha256: Sha256,
  status: oneOf(['withdrawn']),
  withdrawnAt: textOrNull,
  withdrawnBecause: textOrNull,
  auditHead: KeptHead,
})
