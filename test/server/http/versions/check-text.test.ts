/** A text that was sent, beside the versions, data and registers that it names. */
import { describe, expect, it } from 'vitest'

import { LoadedTexts } from '../../../../server/catalogue/loaded-texts.js'
import {
  findMistakes,
  testText,
} from '../../../../server/drafts/check-draft.js'
import { loadDraft } from '../../../../server/drafts/checked-text.js'
import { actingNow } from '../../../../server/http/acting.js'
import { checkText } from '../../../../server/http/versions/check-text.js'
import { ServedRules } from '../../../../server/http/versions/served-rules.js'
import {
  NOTHING_STORED,
  readStoredRules,
} from '../../../../server/http/versions/stored-rules.js'
import { importFolder } from '../../../../server/methodology-store/import-folder.js'
import { DATABASES } from '../../../helpers/databases.js'
import { opened } from '../../../helpers/signing.js'
import { tiny } from '../../commands/tiny-methodology.js'
import { folderOf } from '../../drafts/publishing.js'

/** The example of a data file that says that 1 + 2 is 777. */
const FROM_FILE = `  - title: From a file
    source: published
    cite: "1"
    data: data.csv
    expect_columns: { total: t }
`
const SECRET = 'id,a,b,t\nx,1,2,777\n'

const REGISTER =
  'id,name_en,kind,valid_from,valid_to,successor\nm1,One,central,,,\n'

const WITHOUT_KIND = 'id,name_en,valid_from,valid_to,successor\nm1,One,,,\n'

async function check(
  text: string,
  files: Readonly<Record<string, string>>,
  stored = NOTHING_STORED,
) {
  const folder = await folderOf({ 'rules/.keep': '', ...files })
  const texts = new LoadedTexts()
  const served = await ServedRules.open(`${folder}/rules`, texts, stored)
  return checkText(text, served)
}

const codesOf = (problems: readonly { readonly code: string }[]) =>
  problems.map(({ code }) => code)

describe('a text whose methodology is no plain name', () => {
  const files = {
    'rules/tiny/2020.yaml': tiny(),
    'other/data.csv': SECRET,
    'rules/data.csv': SECRET,
    'rules/tiny/data.csv': SECRET,
  }

  it.each(['../other', '..', '.', 'tiny/../../other', '/other', 'Tiny', ''])(
    'has no data read for its examples: %j',
    async (id) => {
      const text = tiny({ more: FROM_FILE }).replace(
        'methodology: tiny',
        `methodology: ${JSON.stringify(id)}`,
      )
      const found = await check(text, files)
      expect(JSON.stringify(found)).not.toContain('777')
      expect(found.mistakes.length).toBeGreaterThan(0)
      const folder = await folderOf(files)
      const draft = await testText(
        { rules: `${folder}/rules` },
        await loadDraft(text),
      )
      expect(JSON.stringify(draft)).not.toContain('777')
    },
  )

  it('is otherwise held against the data beside it', async () => {
    const found = await check(tiny({ more: FROM_FILE }), files)
    expect(JSON.stringify(found.mistakes)).toContain('777')
  })

  it.each(['../other/data.csv', '/etc/passwd', 'x/../../../other/data.csv'])(
    'has no data read from elsewhere: %s',
    async (path) => {
      const more = FROM_FILE.replace('data.csv', path)
      const found = await check(tiny({ more }), files)
      expect(JSON.stringify(found)).not.toContain('777')
      expect(JSON.stringify(found.mistakes)).toContain('leads out')
    },
  )
})

describe('a text whose register is no plain name', () => {
  it('has no file read for it', async () => {
    const text = tiny({ more: 'register: ../../secret\n' })
    const secret = `${REGISTER}a,Secret body,central,2023-02-31,,\n`
    const found = await check(text, { 'secret.csv': secret })
    expect(codesOf(found.mistakes)).toEqual(['WRONG_TYPE'])
  })
})

describe('a text beside published versions', () => {
  it.each(['2019', '2021', 'zz'])(
    'is told that version %s has its years',
    async (version) => {
      const file = `rules/tiny/${version}.yaml`
      const found = await check(tiny(), { [file]: tiny({ version }) })
      const { mistakes } = found
      expect(codesOf(mistakes)).toEqual(['YEARS_OVERLAP'])
      expect(mistakes[0]).toMatchObject({ file: 'request', line: 7 })
      expect(mistakes[0]?.message).toContain(version)
    },
  )

  it('may take the place of the version that it is', async () => {
    const found = await check(tiny(), { 'rules/tiny/2020.yaml': tiny() })
    expect(found.mistakes).toEqual([])
  })
})

describe.each(DATABASES)('a text with a register, on $kind', (kind) => {
  const text = tiny({
    more: `register: units
inputs:
  kind: { type: level, values: [central, local], from: register }
`,
  }).replace('status: published', 'status: draft')

  it('is held against the state of the database, not that of the folder', async () => {
    const database = await opened(kind)
    const first = { 'tiny/2020.yaml': tiny(), 'registers/units.csv': REGISTER }
    const rules = await folderOf(first)
    await importFolder(database, rules, actingNow('server'))
    const stored = await readStoredRules(database, new Set())
    const lacking = { 'rules/registers/units.csv': WITHOUT_KIND }
    const byFolder = await check(text, lacking)
    expect(codesOf(byFolder.mistakes)).toContain('UNKNOWN_NAME')
    const byDatabase = await check(text, lacking, stored)
    const draft = await findMistakes({ database, rules }, text)
    for (const mistakes of [byDatabase.mistakes, draft]) {
      expect(codesOf(mistakes)).not.toContain('UNKNOWN_NAME')
    }
  })

  it('is told where the database has no such register', async () => {
    const stored = await readStoredRules(await opened(kind), new Set())
    const folder = { 'rules/registers/units.csv': REGISTER }
    const { mistakes } = await check(text, folder, stored)
    expect(JSON.stringify(mistakes)).toContain('Load it first')
  })
})
