/** `olshem list`: the methodologies and versions that are there. */
import { Command } from 'commander'

import { actText, yearsText, type Years } from '../../engine/index.js'
import { openCatalogue, type Catalogue } from '../catalogue/catalogue.js'
import { findInForce } from '../catalogue/in-force.js'
import {
  listedVersion,
  type ListedVersion,
} from '../catalogue/listed-version.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { standingOf, type Standing } from '../catalogue/standing.js'
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
  const standings: Standing[] = []
  for (const place of catalogue.files) {
    standings.push(await standingOf(catalogue, place))
  }
  const { year } = options
  if (year !== undefined) return listInForce(catalogue, standings, year)
  const problems = [
    ...catalogue.problems,
    ...standings.flatMap((each) => each.problems),
  ]
  const listed = standings.flatMap((each) =>
    each.problems.length === 0 ? listedVersion(each, standings) : [],
  )
  return { listed, remarks: problems.map(problemLine) }
}

async function listInForce(
  catalogue: Catalogue,
  standings: readonly Standing[],
  year: number,
): Promise<Listing> {
  const remarks: string[] = []
  const ids = new Set(catalogue.files.map(({ methodology }) => methodology))
  const listed: Listed[] = []
  for (const id of ids) {
    const own = standings.filter(({ place }) => place?.methodology === id)
    const inForce = await findInForce(catalogue, id, own, year)
    if (inForce.kind === 'found') {
      listed.push(...listedVersion(inForce.standing, own))
    } else if (inForce.kind === 'undecided') {
      remarks.push(...inForce.lines)
      const reason = inForce.lines.join('\n')
      listed.push({ id, version: null, reason, nearest: [] })
    } else {
      remarks.push(inForce.message)
      const nearest = inForce.nearest.map(({ version, years }) => ({
        version,
        years,
      }))
      listed.push({ id, version: null, reason: inForce.message, nearest })
    }
  }
  return { listed, remarks }
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
