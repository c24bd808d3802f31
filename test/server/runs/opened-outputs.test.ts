/** Figures that one methodology withholds, read by another. */
import { expect, it, onTestFinished } from 'vitest'

import { refuseOpenedOutputs } from '../../../server/runs/opened-outputs.js'
import { DATABASES } from '../../helpers/databases.js'
import { methodology } from '../../helpers/methodology.js'
import { plantedServer } from '../../helpers/planted-server.js'

function reading(output: string, more = ''): ReturnType<typeof methodology> {
  return methodology(`
    methodology: reader
    total: next
    outputs: [next]
    inputs:
      theirs: { type: number, from: { methodology: test, output: ${output} }${more} }
    computed:
      next: { formula: theirs + 1 }
  `)
}

it.each(DATABASES)(
  'are refused unless its input is restricted too, on $kind',
  async (kind) => {
    const planted = await plantedServer(kind)
    onTestFinished(() => planted.close())
    const { database } = planted.server
    const from = [planted.ids.first]
    await expect(
      refuseOpenedOutputs(database, reading('total'), from),
    ).rejects.toMatchObject({ code: 'RUN_NOT_USABLE' })
    const restricted = reading('total', ', restricted: true')
    await refuseOpenedOutputs(database, restricted, from)
    await refuseOpenedOutputs(database, reading('plain'), from)
  },
  60_000,
)
