/** Who the methodology is: ids, titles, act and reporting years. */
import { isDate } from '../date.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Methodology } from './methodology.js'
import type { Act, ActReference, Years } from './legal-basis.js'
import { show } from './structure.js'

/** What a version says of itself: plain data. */
export type Identity = Pick<
  Methodology,
  | 'id'
  | 'version'
  | 'title'
  | 'description'
  | 'status'
  | 'act'
  | 'years'
  | 'edition'
  | 'supersedes'
>

export function buildIdentity(draft: Draft): Identity {
  const { root } = draft
  const act = readAct(draft, root.entry('act'))
  draft.act = act
  return {
    id: root.text('methodology') ?? '',
    version: root.text('version') ?? '',
    title: root.title('title'),
    description: root.title('description'),
    status: root.text('status') === 'published' ? 'published' : 'draft',
    act,
    years: readYears(draft, root),
    edition: root.text('edition'),
    supersedes: root.text('supersedes'),
  }
}

function readAct(draft: Draft, entry: Entry): Act {
  const act = readActReference(draft, entry)
  if (entry.keys().length > 0 && act.number === null && act.title === null) {
    draft.report('MISSING_KEY', entry.at, {
      key: 'title',
      why: 'An act has a number or a title; citations are shown with it.',
    })
  }
  return {
    ...act,
    amendedBy: entry
      .items('amendedBy')
      .map((item) => readActReference(draft, item)),
    repealedBy: entry.has('repealedBy')
      ? readActReference(draft, entry.entry('repealedBy'))
      : null,
  }
}

function readActReference(draft: Draft, entry: Entry): ActReference {
  const date = entry.text('date')
  if (date !== null && !isDate(date)) {
    draft.report('WRONG_TYPE', entry.path('date'), {
      received: show(date),
      expected: 'a date as YYYY-MM-DD',
    })
  }
  return {
    number: entry.text('number'),
    date,
    issuer: entry.text('issuer'),
    title: entry.text('title'),
    url: entry.text('url'),
  }
}

function readYears(draft: Draft, root: Entry): Years {
  const list = root.items('years')
  if (list.length > 0) {
    const years = list.flatMap((item) => Number(item.ownText()) || [])
    return { kind: 'list', years: [...new Set(years)].sort((a, b) => a - b) }
  }
  const entry = root.entry('years')
  const from = entry.whole('from') ?? 0
  const to = entry.whole('to')
  if (to !== null && to < from) {
    draft.report('YEARS_REVERSED', entry.at, {
      from: String(from),
      to: String(to),
    })
  }
  return { kind: 'range', from, to }
}
