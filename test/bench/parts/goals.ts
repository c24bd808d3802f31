/** The goals that evaluators are held to, and what they came to in this run. */
import { ratios, spreadOf, type Spread } from '../measure/statistics.js'
import { rounded, spreadText } from '../report/figures.js'
import type { Goal } from '../report/report.js'
import type { Measured } from './side-by-side.js'

/** Sizes on which evaluators over columns are held against hand-written ones. */
const SIZES = [1000, 100_000]

/** Of the speed of hand-written columns. */
const LEAST_SPEED = 0.8
const LEAST_SPEED_CERTIFIED = 0.4

const TIMES_FASTER_THAN_PEERS = 30
const TIMES_FASTER_THAN_BIG_NUMBERS = 5

export function goalsOfTheRun(measured: readonly Measured[]): readonly Goal[] {
  return [
    ...measured.flatMap(againstHandWritten),
    ...measured.flatMap((each) => againstColumns(each, measured)),
    ...measured.flatMap((each) => againstBigNumbers(each, measured)),
  ]
}

function againstHandWritten({ contender, size, slower }: Measured): Goal[] {
  const isOurs = contender.origin === 'olshem' && contender.reads === 'columns'
  if (!isOurs || contender.isShownOnly || !SIZES.includes(size)) return []
  const least = contender.exact ? LEAST_SPEED_CERTIFIED : LEAST_SPEED
  const speed = {
    median: 1 / slower.median,
    least: 1 / slower.most,
    most: 1 / slower.least,
  }
  return [
    {
      words: `${contender.name}: at least ${least.toFixed(2)} of the speed of hand-written columns on ${rounded(size)} bodies`,
      figure: spreadText(speed),
      holds: speed.median >= least,
    },
  ]
}

/** The fastest evaluator over columns against everybody who computes the whole methodology. */
function againstColumns(peer: Measured, measured: readonly Measured[]): Goal[] {
  if (peer.contender.origin !== 'peer') return []
  if (peer.contender.computes === 'rules') return []
  const [columns] = measured
    .filter(
      ({ contender, size }) =>
        contender.origin === 'olshem' &&
        contender.reads === 'columns' &&
        size === peer.size,
    )
    .sort((a, b) => spreadOf(a.perBody).median - spreadOf(b.perBody).median)
  if (!columns || !SIZES.includes(peer.size)) return []
  return [
    atLeast(
      `${columns.contender.name}: at least ${TIMES_FASTER_THAN_PEERS} times as fast as ${peer.contender.name} on ${rounded(peer.size)} bodies`,
      spreadOf(ratios(peer.perBody, columns.perBody)),
      TIMES_FASTER_THAN_PEERS,
    ),
  ]
}

/** The exact evaluator over rows against decimals of 64 digits. */
function againstBigNumbers(
  ours: Measured,
  measured: readonly Measured[],
): Goal[] {
  const { origin, reads, exact } = ours.contender
  if (origin !== 'olshem' || reads !== 'json' || !exact) return []
  const peer = measured.find(
    ({ contender, size }) =>
      contender.name.includes('BigNumber') && size === ours.size,
  )
  if (!peer) return []
  return [
    atLeast(
      `${ours.contender.name}: at least ${TIMES_FASTER_THAN_BIG_NUMBERS} times as fast as ${peer.contender.name} on ${rounded(ours.size)} bodies`,
      spreadOf(ratios(peer.perBody, ours.perBody)),
      TIMES_FASTER_THAN_BIG_NUMBERS,
    ),
  ]
}

function atLeast(words: string, times: Spread, least: number): Goal {
  return {
    words,
    figure: `${spreadText(times)} times`,
    holds: times.median >= least,
  }
}
