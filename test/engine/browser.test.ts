/**
 * The engine runs in a browser, under a content security policy that forbids
 * code to be made at run time (no eval, no new Function): here a context
 * without Node, in which V8 refuses that.
 */
import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { createContext, Script } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'

import { standaloneSchema } from '../../standalone-schema.plugin.js'

const DOOR = new URL('../../engine/index.ts', import.meta.url)
const HDI = new URL('../../rules/hdi/2014.yaml', import.meta.url)

interface Bundle {
  readonly code: string
  /** Modules that are not in the bundle: in a browser there are none to import. */
  readonly imports: readonly string[]
  readonly modules: readonly string[]
}

async function bundle(): Promise<Bundle> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [standaloneSchema()],
    build: {
      write: false,
      minify: false,
      lib: { entry: DOOR.pathname, formats: ['iife'], name: 'olshem' },
    },
  })
  const outputs = [built]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
  const chunks = outputs.filter((each) => each.type === 'chunk')
  const [chunk, second] = chunks
  if (!chunk || second) throw new Error(`${chunks.length} chunks`)
  return {
    code: chunk.code,
    // What is loaded when it is first needed lies in the bundle as well.
    imports: [...chunk.imports, ...chunk.dynamicImports].filter(
      (name) => name !== chunk.fileName,
    ),
    modules: Object.keys(chunk.modules),
  }
}

/** Runs the bundle and then the text of a function, with what every browser has. */
async function inBrowser(code: string, run: string): Promise<unknown> {
  const { TextEncoder, crypto, setTimeout } = globalThis
  const context = createContext(
    { TextEncoder, crypto, setTimeout },
    { codeGeneration: { strings: false, wasm: false } },
  )
  new Script(`${code}\nthis.olshem = olshem`).runInContext(context)
  const answer: unknown = await new Script(run).runInContext(context)
  return answer
}

let engine: Bundle

beforeAll(async () => {
  engine = await bundle()
}, 120_000)

describe('the engine as a bundle for the browser', () => {
  it('imports nothing, least of all from Node', () => {
    expect(engine.imports).toEqual([])
    const builtin = new Set([
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
    ])
    const stubbed = engine.modules.filter(
      (id) => builtin.has(id) || id.includes('__vite-browser-external'),
    )
    expect(stubbed).toEqual([])
    expect(/["'`]node:/.test(engine.code)).toBe(false)
  })

  it('stands in a context that refuses to make code from text', async () => {
    const attempt = 'try { new Function("return 1")() } catch (e) { e.name }'
    expect(await inBrowser('var olshem', attempt)).toBe('EvalError')
  })

  it('scores and explains a country, and finds mistakes of a file', async () => {
    const yaml = await readFile(HDI, 'utf8')
    const answer = await inBrowser(
      engine.code,
      `(async () => {
        const yaml = ${JSON.stringify(yaml)}
        const { methodology, problems } = olshem.loadMethodology('hdi.yaml', yaml)
        const body = {
          id: 'KAZ',
          life_expectancy: 69.3622,
          expected_schooling: 15.76500034,
          mean_schooling: 12.34756189,
          gni_per_capita: 23942.81837,
        }
        const read = olshem.datasetFromJson({ bodies: [body] }, 'data.json')
        const options = { year: 2021, leaveOutBroken: false }
        const data = await olshem.checkDataset(read, methodology, options)
        const { result, run } = await olshem.scoreDataset(methodology, data, olshem.NO_SURROUNDINGS, options)
        const explanation = await olshem.explainOutput(run, 'KAZ', 'hdi')
        const broken = olshem.loadMethodology('hdi.yaml', yaml.replace('better: more', 'beter: more'))
        return JSON.stringify({
          problems: problems.length,
          hdi: result.results[0].outputs.hdi,
          hash: result.sha256.length,
          text: olshem.explanationText(explanation).split('\\n')[0],
          mistakes: broken.problems.map(({ code }) => code),
        })
      })()`,
    )
    // The published value: Human Development Report 2021/22, table 1.
    expect(JSON.parse(String(answer))).toEqual({
      problems: 0,
      hdi: 0.811,
      hash: 64,
      text: 'KAZ, 2021, hdi@2014',
      mistakes: ['UNKNOWN_KEY'],
    })
  })

  it('decides conditions over several facts without making code', async () => {
    const yaml = `format: 1
methodology: test
version: "1"
status: published
act: { title: Test act }
years: { from: 2000 }
inputs: { x: { type: number, missing: allowed }, y: { type: number } }
criteria: { total: { formula: x + y, cite: "1", mark: given } }
rules:
  low:
    when: { any: [{ not: { fact: x, operator: greaterThan, value: 1 } }, { fact: y, operator: in, value: [0.3] }] }
    flag: {}
    cite: "1"
    mark: given
`
    const answer = await inBrowser(
      engine.code,
      `(async () => {
        const { methodology } = olshem.loadMethodology('test.yaml', ${JSON.stringify(yaml)})
        const bodies = [{ id: 'a', x: 0, y: 1 }, { id: 'b', y: 1 }, { id: 'c', x: 2, y: 1 }]
        const read = olshem.datasetFromJson({ bodies }, 'data.json')
        const options = { year: 2021, leaveOutBroken: false }
        const data = await olshem.checkDataset(read, methodology, options)
        const { result } = await olshem.scoreDataset(methodology, data, olshem.NO_SURROUNDINGS, options)
        return JSON.stringify(result.results.map(({ flags }) => flags.map(({ undecided }) => undecided)))
      })()`,
    )
    expect(JSON.parse(String(answer))).toEqual([[false], [true], []])
  })
})
