/** Who the methodology is: ids, titles, act and reporting years. */
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Methodology } from './methodology.js'
import type { Act, ActReference, Years } from './legal-basis.js'

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
  const act = readActReference(entry)
  if (entry.keys().length > 0 && act.number === null && act.title === null) {
    draft.report('MISSING_KEY', entry.at, {
      key: 'title',
      why: 'An act has a number or a title; citations are shown with it.',
    })
  }
  return {
    ...act,
    amendedBy: entry.items('amendedBy').map(readActReference),
    repealedBy: entry.has('repealedBy')
      ? readActReference(entry.entry('repealedBy'))
      : null,
  }
}

function readActReference(entry: Entry): ActReference {
  return {
    number: entry.text('number'),
    date: entry.text('date'),
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
