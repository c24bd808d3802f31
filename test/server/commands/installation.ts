/** Commands about an installation of one test, with a folder of its own. */
import { temporaryData } from '../data/fixtures/temporary-data.js'
import { run, type Ran, type Surroundings } from './run-in-memory.js'

export interface TestInstallation {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly olshem: (
    args: readonly string[],
    surroundings?: Surroundings,
  ) => Promise<Ran>
}

export async function newInstallation(
  files: Readonly<Record<string, string>> = {},
): Promise<TestInstallation> {
  const folder = await temporaryData(files)
  const environment = { OLSHEM_DATA: `${folder}/data` }
  return {
    folder,
    environment,
    olshem: (args, surroundings) => run(args, { environment, ...surroundings }),
  }
}
