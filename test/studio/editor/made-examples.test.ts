/**
 * An example made of a body: whatever methodology and data it is of, it passes
 * at once, and every other byte of the file stays.
 */
import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  canonicalData,
  checkDataset,
  exampleOfBody,
  loadMethodology,
  runExamples,
  surroundingsOf,
} from '../../../engine/index.js'
import { readExampleData } from '../../../server/catalogue/example-data.js'
import { ownRulesFolder } from '../../../server/catalogue/rules-folder.js'
import { readData } from '../../../server/data/read-data.js'
import { readRegisterOf } from '../../../server/registers/read-register-file.js'
import {
  calculationOf,
  canBeExpected,
  composeExample,
  type ExampleWords,
} from '../../../studio/features/editor/examples/making/compose-example.js'
import {
  ExampleMaker,
  tryLastExample,
  type OfferedExample,
} from '../../../studio/features/editor/examples/making/example-maker.js'
import { addToList } from '../../../studio/features/editor/text/add-to-list.js'
import {
  applyChanges,
  invertChanges,
} from '../../../studio/features/editor/text/text-change.js'
import type { EffectSetting } from '../../../studio/features/effect/effect-setting.js'
import { exampleRuns } from '../../helpers/example-runs.js'
import { RULE_FILES } from '../../helpers/rule-files.js'

/** Data of the demonstrations, by the files of rules that they are scored by. */
const DEMONSTRATIONS = [
  ['hdi/2007.yaml', 'hdi/data/hdr-2007-08.csv', 2005],
  ['hdi/2014.yaml', 'hdi/data/hdr-2021-22.csv', 2021],
  ['kz-goals/2012.yaml', 'kz-goals/data/regions', 2013],
  ['kz-personnel/2010.yaml', 'kz-personnel/data/karaganda-2010.csv', 2010],
  [
    'kz-unified-rating/2023.yaml',
    'kz-unified-rating/data/invented-2025.csv',
    2025,
  ],
  [
    'kz-unified-rating/2025.yaml',
    'kz-unified-rating/data/invented-2025.csv',
    2025,
  ],
] as const

/** The machine is shared. */
const DRAWS = { numRuns: 8 }

const WORDS: ExampleWords = {
  title: 'Made of a body: "as it is"',
  source: 'hand',
  calculation: '',
  cite: '',
  note: 'Data of a test',
}

describe.each(DEMONSTRATIONS)('%s with %s', (file, path, year) => {
  it.each(['alone', 'with the others'])(
    'gives examples of bodies (%s) that pass and leave every other byte',
    async (mode) => {
      const text = readFileSync(`rules/${file}`, 'utf8')
      const maker = new ExampleMaker()
      const opened = await maker.open(text, await settingOf(text, path, year))
      const bodies = opened.kind === 'opened' ? opened.bodies : []
      expect(bodies.length).toBeGreaterThan(0)
      const withOthers = mode !== 'alone'
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...bodies), async ({ id }) => {
          const offered = await maker.example(id, withOthers)
          const made = madeOf(offered)
          const chosen = made.figures.filter((each) =>
            canBeExpected(made, each),
          )
          expect(chosen.length).toBeGreaterThan(0)
          const calculation = calculationOf(made, chosen)
          const words = { ...WORDS, calculation }
          const example = composeExample(id, made, words, chosen)
          const changes = addToList(text, ['examples'], example)
          const next = applyChanges(text, changes)
          expect(await tryLastExample(next)).toEqual({
            ...{ hasPassed: true, mistakes: [] },
          })
          expect(changes).toHaveLength(1)
          expect(changes[0]?.from).toBe(changes[0]?.to)
          const back = invertChanges(text, changes)
          expect(applyChanges(next, back)).toBe(text)
        }),
        withOthers ? { numRuns: 2 } : DRAWS,
      )
    },
    120_000,
  )
})

describe.each([...RULE_FILES, 'test/fixtures/care/2024.yaml'])(
  'the examples of %s',
  (file) => {
    it('can be made again of their bodies, with all that stands beside them', async () => {
      const text = readFileSync(file, 'utf8')
      const { methodology } = loadMethodology(file, text)
      if (!methodology) throw new Error('The rules have mistakes')
      const runs = await exampleRuns(methodology, (path, year) =>
        readExampleData(file, path, year),
      )
      let next = text
      for (const { run } of runs.filter((each) => each.run.bodies.length < 9)) {
        for (const { given } of run.bodies) {
          const id = given?.id ?? ''
          const example = exampleOfBody(run, id, true)
          if (run.joined.size > 0) expect(example?.kind).toBe('refused')
          if (example?.kind !== 'made') continue
          const made = { ...example, calculations: {} }
          const chosen = made.figures.filter(({ value }) => value !== null)
          const words = { ...WORDS, calculation: 'as before' }
          const again = composeExample(id, made, words, chosen)
          next = applyChanges(next, addToList(next, ['examples'], again))
        }
      }
      const report = await runExamples(
        loadMethodology(file, next),
        (path, year) => readExampleData(file, path, year),
      )
      expect(report.problems).toEqual([])
      expect(report.passed).toBeGreaterThan(runs.length)
    }, 120_000)
  },
)

function madeOf(
  offered: OfferedExample | null,
): Extract<OfferedExample, { kind: 'made' }> {
  if (offered?.kind === 'made') return offered
  throw new Error(`Not made: ${JSON.stringify(offered)}`)
}

async function settingOf(
  text: string,
  path: string,
  year: number,
): Promise<EffectSetting> {
  const { methodology } = loadMethodology('rules', text)
  if (!methodology) throw new Error('The rules have mistakes')
  const read = await readData(`rules/${path}`, { year })
  const found = await readRegisterOf(methodology, ownRulesFolder())
  const register = found?.register ?? null
  const { dataset, problems } = await checkDataset(read, methodology, {
    ...{ year, leaveOutBroken: false },
    surroundings: surroundingsOf({ register }),
  })
  if (!dataset) throw new Error(problems.map(({ message }) => message).join())
  return {
    ...{ base: text, year, data: canonicalData(year, dataset.bodies) },
    registers: register ? [register.text] : [],
    ...{ earlier: [], runs: [], leaveOutBroken: false },
  }
}
