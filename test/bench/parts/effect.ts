/** The effect of an edit on the ranking, in a real browser: from the key to the new ranking in the page. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { openBrowser, timeEdits, type Edit } from '../effect/what-if-page.js'
import {
  WIDE_BODIES,
  WIDE_DATA,
  WIDE_INPUTS,
  WIDE_RULES,
  WIDE_YEAR,
} from '../effect/wide-rules.js'
import { startServer } from '../http/server-process.js'
import { rounded } from '../report/figures.js'
import type { Part } from '../report/report.js'

/** Milliseconds. */
const MOST = 100

const EDITS = 30
/** The first edits run code that was never run before. */
const WARM_UP = 5

const SUBJECTS: readonly Subject[] = [
  {
    name: 'kz-unified-rating, 49 bodies x 3 inputs, a weight',
    path: 'kz-unified-rating/versions/2025',
    texts: (rules) =>
      numbers().map((edit) =>
        withWeights(rules, /(goals|interaction): \{.*?weight: /g, edit),
      ),
  },
  {
    name: 'hdi, 195 bodies x 4 inputs, a goalpost',
    path: 'hdi/versions/2014',
    texts: (rules) =>
      numbers().map((edit) =>
        rules.replace('to: 75000', `to: ${75_100 + edit * 100}`),
      ),
  },
  {
    name: `invented, ${WIDE_BODIES} bodies x ${WIDE_INPUTS} inputs, a weight`,
    path: 'wide/versions/1',
    texts: (rules) =>
      numbers().map((edit) =>
        withWeights(rules, /^ {6}g[01]: .*?weight: /gm, edit),
      ),
  },
  {
    name: `invented, ${WIDE_BODIES} bodies x ${WIDE_INPUTS} inputs, an aggregation`,
    path: 'wide/versions/1',
    texts: (rules) =>
      numbers().map((edit) => {
        const kind = edit % 2 === 0 ? 'harmonic' : 'geometric'
        return rules.replace(
          'g0: { aggregate: arithmetic',
          `g0: { aggregate: ${kind}`,
        )
      }),
  },
]

interface Subject {
  readonly name: string
  readonly path: string
  readonly texts: (rules: string) => readonly string[]
}

/** @param root - folder of the package, built before */
export async function effect(root: string): Promise<Part> {
  const browser = await openBrowser()
  if (!browser) return NO_BROWSER
  const folder = mkdtempSync(join(tmpdir(), 'olshem-bench-'))
  const rules = join(folder, 'rules')
  cpSync(join(root, 'rules'), rules, { recursive: true })
  mkdirSync(join(rules, 'wide'))
  writeFileSync(join(rules, 'wide', '1.yaml'), WIDE_RULES)
  const program = join(root, 'dist/olshem.js')
  execFileSync(process.execPath, [program, 'lock', '--rules', rules])
  const server = await startServer([program, 'serve'], {
    OLSHEM_DATA: join(folder, 'data'),
    OLSHEM_LOG_LEVEL: 'silent',
    OLSHEM_RATE_LIMIT: '1000000',
    OLSHEM_RULES: rules,
    PORT: '0',
  })
  try {
    await demonstrated(server.address)
    await loadWideData(server.address)
    const rows: (readonly [string, readonly Edit[]])[] = []
    for (const { name, path, texts } of SUBJECTS) {
      const edits = await timeEdits(browser, server.address, path, texts)
      rows.push([name, edits.slice(WARM_UP)])
    }
    return partOf(rows)
  } finally {
    await server.stop()
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

const TITLE = 'Effect of an edit'

const NO_BROWSER: Part = {
  tables: [
    {
      title: TITLE,
      says: 'Not measured: this machine has no Chromium.',
      head: [],
      rows: [],
    },
  ],
  goals: [],
}

function partOf(rows: readonly (readonly [string, readonly Edit[]])[]): Part {
  return {
    tables: [
      {
        title: TITLE,
        says: `From an input event to the new ranking in the page, in Chromium with the server of this machine: milliseconds by the clock, median and 95th percentile of ${EDITS} edits after ${WARM_UP} to warm up. The preview is by floating numbers; the exact ranking takes its place.`,
        head: ['', 'preview', '95th percentile', 'exact', '95th percentile'],
        rows: rows.map(([name, edits]) => [
          name,
          ...figures(edits.map(({ preview }) => preview)),
          ...figures(edits.map(({ exact }) => exact)),
        ]),
      },
    ],
    goals: rows.map(([name, edits]) => {
      const median = percentile(
        edits.map(({ preview }) => preview),
        50,
      )
      return {
        words: `effect of an edit, ${name}: below ${MOST} milliseconds from the key to the new ranking`,
        figure: rounded(median),
        holds: median < MOST,
      }
    }),
  }
}

function figures(times: readonly number[]): readonly string[] {
  return [percentile(times, 50), percentile(times, 95)].map(rounded)
}

/** The least time that so many of a hundred do not exceed. */
function percentile(times: readonly number[], hundredths: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.ceil((hundredths * sorted.length) / 100) - 1] ?? NaN
}

function numbers(): readonly number[] {
  return Array.from({ length: EDITS + WARM_UP }, (_, edit) => edit)
}

/** Takes something from the second of two weights, and gives it to the first. */
function withWeights(rules: string, before: RegExp, edit: number): string {
  const [first, second] = [...rules.matchAll(before)]
  if (!first || !second) throw new Error('The rules have no such weights')
  const units = 10_000
  const moved = edit + 1
  const at = [second, first].map((found) => found.index + found[0].length)
  return at.reduce((text, start, index) => {
    const [weight = ''] = /^[\d.]+/.exec(text.slice(start)) ?? []
    const sign = index === 0 ? -1 : 1
    const whole = Math.round(Number(weight) * units) + sign * moved
    const changed = (whole / units).toFixed(4)
    return `${text.slice(0, start)}${changed}${text.slice(start + weight.length)}`
  }, rules)
}

/** A server that starts for the first time scores its demonstrations. */
async function demonstrated(address: URL): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const response = await fetch(new URL('/v1/runs', address))
    const { items } = (await response.json()) as { items: readonly unknown[] }
    if (items.length >= 7) return
    await pause(100)
  }
  throw new Error('The demonstrations were not loaded within a minute')
}

async function loadWideData(address: URL): Promise<void> {
  const url = new URL('/v1/data-sets', address)
  url.search = new URLSearchParams({
    methodology: 'wide',
    year: String(WIDE_YEAR),
    name: 'wide',
    source: 'invented',
  }).toString()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(WIDE_DATA),
  })
  if (!response.ok) throw new Error(await response.text())
}
