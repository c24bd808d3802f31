/** `olshem template`: the empty form for the data of a version. */
import { Command, Option } from 'commander'

import {
  assessedBodies,
  describeColumns,
  type AssessedBody,
  type DescribedTable,
} from '../../engine/index.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { getOneVersion } from '../catalogue/one-version.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { printable } from '../output/printable.js'
import { getRegister } from '../registers/get-register.js'
import { yearOption } from '../scoring/year-option.js'
import { columnList } from '../template/column-list.js'
import { csvForm, jsonForm, type FormFile } from '../template/data-form.js'
import { writeForm } from '../template/write-form.js'
import { xlsxForm } from '../template/xlsx-form.js'
import type { ProgramOptions, Setting } from './setting.js'

interface Options extends ProgramOptions {
  readonly format: 'csv' | 'json' | 'xlsx'
  readonly year?: number
  readonly register?: string
  readonly output: string
}

export function templateCommand({ io }: Setting): Command {
  return new Command('template')
    .description('write the empty form for data, with a list of its columns')
    .argument('<methodology>', 'hdi@2014, hdi with --year, or a path to a file')
    .addOption(
      new Option(
        '--format <format>',
        'csv: a file for each table. json: one file. xlsx: a workbook with a sheet for each table',
      )
        .choices(['csv', 'json', 'xlsx'])
        .default('csv'),
    )
    .addOption(yearOption('the reporting year'))
    .option(
      '--register <file>',
      'the CSV file of the register of bodies; default rules/registers/ID.csv',
    )
    .requiredOption(
      '--output <folder>',
      'where to write; nothing is overwritten',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (argument: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>()
      const { format, year, output } = options
      const folder = findRulesFolder(options.rules, io)
      const catalogue = await openCatalogue(folder)
      const { methodology } = await getOneVersion(catalogue, argument, year)
      const tables = describeColumns(methodology)
      // Who is assessed depends on the year.
      const register =
        year === undefined
          ? null
          : await getRegister(methodology, folder, options.register)
      const bodies =
        register && year !== undefined
          ? assessedBodies(methodology, register, year)
          : []
      const form = formOf(format, tables, bodies, year ?? null)
      const files = [...form, columnList(methodology, tables)]
      const paths = await writeForm(output, files)
      await io.out.write(paths.map((path) => `${printable(path)}\n`).join(''))
    })
}

function formOf(
  format: Options['format'],
  tables: readonly DescribedTable[],
  bodies: readonly AssessedBody[],
  year: number | null,
): readonly FormFile[] {
  switch (format) {
    case 'csv':
      return csvForm(tables, bodies)
    case 'json':
      return jsonForm(tables, bodies, year)
    case 'xlsx':
      return xlsxForm(tables, bodies)
  }
}

const EXAMPLES = `
The form is read by score as it is: --data FOLDER for csv, --data FOLDER/data.json for
json, --data FOLDER/data.xlsx for xlsx. With --year and a register the bodies of the year stand in it. inputs.md says what each column may hold. Examples:
  olshem template kz-goals@2012 --output my-data
  olshem template hdi --year 2021 --format json --output my-data`
