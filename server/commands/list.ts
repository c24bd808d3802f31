/** `olshem list`: the methodologies and versions that are there. */
import { Command } from 'commander'

import {
  actText,
  firstYear,
  replaces,
  yearsText,
  type Act,
  type Methodology,
  type Title,
  type Years,
} from '../../engine/index.js'
import { openCatalogue, type Catalogue } from '../catalogue/catalogue.js'
import { findInForce } from '../catalogue/find-version.js'
import { loadEntry, type Entry } from '../catalogue/load-entry.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import type { Io } from '../io.js'
import { problemLine } from '../output/problem-line.js'
import { textTable } from '../output/text-table.js'
import { titleText } from '../output/title-text.js'
import { yearOption } from '../scoring/year-option.js'
import type { ProgramOptions, Setting } from './setting.js'

interface Options extends ProgramOptions {
  readonly year?: number
  readonly json?: boolean
}

/** A version as `--json` prints it. */
interface ListedVersion {
  readonly id: string
  readonly version: string
  readonly title: Title
  readonly years: Years
  readonly edition: string | null
  readonly act: Act
  readonly status: Methodology['status']
  readonly locked: boolean
  /** The version that ended it, where it names no last year itself. */
  readonly supersededBy: string | null
  readonly sha256: string | null
  readonly file: string
}

/** A methodology without a version in force for the year. */
interface ListedGap {
  readonly id: string
  readonly version: null
  readonly reason: string
  /** The nearest first; empty where files with mistakes are in the way. */
  readonly nearest: readonly {
    readonly version: string
    readonly years: Years
  }[]
}

type Listed = ListedVersion | ListedGap

interface Listing {
  readonly listed: readonly Listed[]
  /** For stderr. */
  readonly remarks: readonly string[]
}

export function listCommand({ io, exitWith }: Setting): Command {
  return new Command('list')
    .description('list methodologies, versions, years, acts and hashes')
    .addOption(yearOption('only the versions in force for a year'))
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (_: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const { listed, remarks } = await listVersions(options, io)
      for (const line of remarks) await io.err.write(`${line}\n`)
      const text = options.json
        ? `${JSON.stringify(listed, null, 2)}\n`
        : tableOf(listed)
      await io.out.write(text)
      if (!listed.some(({ version }) => version !== null)) exitWith(1)
    })
}

const EXAMPLES = `
Examples:
  olshem list
  olshem list --year 2021 --json`

async function listVersions(options: Options, io: Io): Promise<Listing> {
  const catalogue = await openCatalogue(findRulesFolder(options.rules, io))
  const entries: Entry[] = []
  for (const place of catalogue.files) {
    entries.push(await loadEntry(catalogue, place.file, place))
  }
  const { year } = options
  if (year !== undefined) return listInForce(catalogue, entries, year)
  const problems = [
    ...catalogue.problems,
    ...entries.flatMap((entry) => entry.problems),
  ]
  const listed = entries.flatMap((entry) =>
    entry.problems.length === 0 ? listedVersion(entry, entries) : [],
  )
  return { listed, remarks: problems.map(problemLine) }
}

function listInForce(
  catalogue: Catalogue,
  entries: readonly Entry[],
  year: number,
): Listing {
  const remarks: string[] = []
  const ids = new Set(catalogue.files.map(({ methodology }) => methodology))
  const listed = [...ids].flatMap((id): readonly Listed[] => {
    const own = entries.filter(({ place }) => place?.methodology === id)
    const inForce = findInForce(catalogue, id, own, year)
    if (inForce.kind === 'found')
      return listedVersion(inForce.version.entry, own)
    if (inForce.kind === 'undecided') {
      remarks.push(...inForce.lines)
      const reason = inForce.lines.join('\n')
      return [{ id, version: null, reason, nearest: [] }]
    }
    remarks.push(inForce.message)
    const nearest = inForce.nearest.map(({ version, years }) => ({
      version,
      years,
    }))
    return [{ id, version: null, reason: inForce.message, nearest }]
  })
  return { listed, remarks }
}

function listedVersion(
  entry: Entry,
  others: readonly Entry[],
): readonly ListedVersion[] {
  const methodology = entry.loaded?.methodology
  if (!methodology) return []
  const { id, version, title, years, edition, act, status } = methodology
  const { isLocked: locked, sha256, file } = entry
  const [later] = others
    .flatMap((other) => other.loaded?.methodology ?? [])
    .filter((other) => replaces(other, methodology))
    .sort((a, b) => firstYear(a.years) - firstYear(b.years))
  const supersededBy = later?.version ?? null
  const known = { id, version, title, years, edition, act, status }
  return [{ ...known, locked, supersededBy, sha256, file }]
}

function tableOf(listed: readonly Listed[]): string {
  const column = (
    head: string,
    ofVersion: (version: ListedVersion) => string,
    ofGap: (gap: ListedGap) => string = () => '',
  ) => ({
    head,
    align: 'left' as const,
    cells: listed.map((each) =>
      each.version === null ? ofGap(each) : ofVersion(each),
    ),
    most: 40,
  })
  const lines = textTable([
    column(
      'version',
      ({ id, version }) => `${id}@${version}`,
      ({ id }) => id,
    ),
    column('years', ({ years }) => yearsText(years)),
    column(
      'status',
      ({ status, locked, supersededBy }) =>
        [
          status,
          ...(locked ? ['locked'] : []),
          ...(supersededBy === null ? [] : [`superseded by ${supersededBy}`]),
        ].join(', '),
      gapText,
    ),
    column('sha256', ({ sha256 }) => sha256?.slice(0, 12) ?? ''),
    column('act', ({ act }) => actText(act)),
    column('title', ({ title }) => titleText(title)),
  ])
  return `${lines.join('\n')}\n`
}

function gapText({ nearest: [nearest] }: ListedGap): string {
  if (!nearest) return 'none in force'
  const { version, years } = nearest
  return `none; the nearest is ${version} (${yearsText(years)})`
}
