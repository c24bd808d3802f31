/** Which methodologies cannot be scored body by body, and what in them stands in the way. */
import {
  looksAcrossBodies,
  type LookAcross,
  type Methodology,
} from '../../engine/index.js'
import { Refusal } from '../refusal.js'

const MOST_NAMED = 10

const WORDS: Readonly<Record<LookAcross['kind'], string>> = {
  distribution: 'the figures of all bodies',
  aggregate: 'an aggregate over the bodies',
  rank: 'a rank among all bodies',
  place: 'a place that other figures or flags read',
  population: 'a population',
  ranking: 'a ranking',
}

/** @throws Refusal that names the lines of the file */
export function refuseMethodology(methodology: Methodology): void {
  const { id, version, register, source } = methodology
  const name = `${id}@${version}`
  if (register) {
    throw new Refusal([
      `${name} takes its bodies from the register "${register.id}": who is missing, and who is joined to whom, can only be told with all bodies at hand. Score it without --ndjson.`,
    ])
  }
  const { figures } = looksAcrossBodies(methodology)
  if (figures.length === 0) return
  const named = figures
    .slice(0, MOST_NAMED)
    .map(
      ({ kind, name: node, at, line }) =>
        `${source.file}:${line} ${at}: ${node} is ${WORDS[kind]}`,
    )
  const more = figures.length - named.length
  throw new Refusal([
    `${name} cannot be scored body by body: figures of a body depend on the other bodies. Score it without --ndjson.`,
    ...named,
    ...(more > 0 ? [`and ${more} more`] : []),
  ])
}
