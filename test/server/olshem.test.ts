/**
 * The built command as a process: that it starts, writes all, survives `head`,
 * and loads what a command needs and no more.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from 'vite'

import { run } from './commands/run-in-memory.js'
import { rulesFolder } from './commands/tiny-methodology.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const hdi = [
  'hdi',
  '--year',
  '2021',
  '--data',
  'rules/hdi/data/hdr-2021-22.csv',
]

type Chunk = Awaited<ReturnType<typeof buildCommand>>[number]

let outDir: string
let chunks: readonly Chunk[]

async function buildCommand() {
  await mkdir(`${outDir}/parts`, { recursive: true })
  await writeFile(`${outDir}/parts/of-an-earlier-build.js`, '')
  const built = await build({ root, logLevel: 'error', build: { outDir } })
  return [built]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((each) => each.type === 'chunk')
}

beforeAll(async () => {
  const cache = `${root}node_modules/.cache`
  await mkdir(cache, { recursive: true })
  outDir = await mkdtemp(`${cache}/olshem-test-`)
  chunks = await buildCommand()
}, 120_000)

afterAll(() => rm(outDir, { recursive: true }))

function start(args: readonly string[]) {
  return spawn(process.execPath, [`${outDir}/olshem.js`, ...args], {
    cwd: root,
    env: { ...process.env, OLSHEM_STORE: `${outDir}/store` },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function finished(
  args: readonly string[],
): Promise<{ readonly status: number; readonly out: string; err: string }> {
  const command = start(args)
  const out: Buffer[] = []
  const err: Buffer[] = []
  command.stdout.on('data', (part: Buffer) => out.push(part))
  command.stderr.on('data', (part: Buffer) => err.push(part))
  const [status] = (await once(command, 'close')) as [number]
  const text = (parts: readonly Buffer[]) =>
    Buffer.concat(parts).toString('utf8')
  return { status, out: text(out), err: text(err) }
}

/** The libraries that a command loads before it does anything. */
function librariesOf(command: string): ReadonlySet<string> {
  const loaded = new Set<string>()
  const load = (name: string) => {
    if (loaded.has(name)) return
    loaded.add(name)
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(load)
  }
  load('olshem.js')
  const part = chunks.find(({ facadeModuleId }) =>
    facadeModuleId?.endsWith(`/server/commands/${command}.ts`),
  )
  if (!part) throw new Error(`No part of its own for ${command}`)
  load(part.fileName)
  return librariesIn(chunks.filter(({ fileName }) => loaded.has(fileName)))
}

function librariesIn(some: readonly Chunk[]): ReadonlySet<string> {
  const libraries = some
    .flatMap(({ modules }) => Object.entries(modules))
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(
      ([id]) =>
        /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(id)?.[1],
    )
  return new Set(libraries.filter((name) => name !== undefined))
}

describe('what the built command loads', () => {
  it('has the checks of a structure written in advance, so that ajv is not in it', () => {
    const libraries = librariesIn(chunks)
    expect(libraries).toContain('yaml')
    expect(libraries).not.toContain('ajv')
  })

  it('lists versions without the readers of YAML, formulas and tables', () => {
    expect([...librariesOf('list')].sort()).toEqual([
      '@noble/hashes',
      'canonicalize',
      'commander',
    ])
  })

  it('scores without what only conditions over several facts need', () => {
    const libraries = librariesOf('score')
    expect(libraries).toContain('mathjs')
    expect(libraries).not.toContain('json-rules-engine')
  })

  it('leaves no part of an earlier build behind', async () => {
    const files = await readdir(outDir, { recursive: true })
    const parts = files.filter((name) => name.endsWith('.js')).sort()
    expect(parts).toEqual(chunks.map(({ fileName }) => fileName).sort())
  })
})

describe('the versions that ship', () => {
  it('are listed as the engine finds them in their files', async () => {
    // Without a build each file is read and checked.
    const all = ['list', '--json', '--rules', 'rules']
    const checked = await run(all)
    expect(checked.status).toBe(0)
    expect(await finished(all)).toEqual(checked)
    const ofYear = ['list', '--year', '2012', '--rules', 'rules']
    expect(await finished(ofYear)).toEqual(await run(ofYear))
  })

  it('are checked where the text is another than the one that was built', async () => {
    const text = await readFile(`${root}rules/hdi/2014.yaml`, 'utf8')
    const broken = text.replace('better: more', 'beter: more')
    const rules = await rulesFolder({ 'hdi/2014.yaml': broken })
    const { status, err } = await finished(['list', '--rules', rules])
    expect(status).toBe(1)
    expect(err).toContain('UNKNOWN_KEY')
  })

  it('are told where they stand in the place of another version', async () => {
    const text = await readFile(`${root}rules/hdi/2014.yaml`, 'utf8')
    const rules = await rulesFolder({ 'hdi/2015.yaml': text })
    const { status, err } = await finished(['list', '--rules', rules])
    expect(status).toBe(1)
    expect(err).toContain('"2015", the name of the file')
  })

  it('are told where the lock says that another text was published', async () => {
    const text = await readFile(`${root}rules/hdi/2014.yaml`, 'utf8')
    const locked = { file: 'hdi/2014.yaml', sha256: '0'.repeat(64) }
    const lock = { methodologies: { 'hdi@2014': locked }, data: {} }
    const rules = await rulesFolder({
      'hdi/2014.yaml': text,
      'lock.json': JSON.stringify(lock),
    })
    const { status, err } = await finished(['list', '--rules', rules])
    expect(status).toBe(1)
    expect(err).toContain('VERSION_CHANGED')
  })
})

describe('the built command', () => {
  it('finds its rules and writes a whole result to a pipe', async () => {
    const command = start(['score', ...hdi, '--json'])
    const parts: Buffer[] = []
    command.stdout.on('data', (part: Buffer) => parts.push(part))
    const [status] = (await once(command, 'close')) as [number]
    expect(status).toBe(0)
    const result: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
    expect(result).toMatchObject({ methodology: { id: 'hdi' }, year: 2021 })
  })

  it('ends quietly when nobody reads its output any more', async () => {
    const command = start(['score', ...hdi, '--json'])
    const said: Buffer[] = []
    command.stderr.on('data', (part: Buffer) => said.push(part))
    command.stdout.once('data', () => command.stdout.destroy())
    const [status] = (await once(command, 'close')) as [number]
    expect(status).toBe(0)
    expect(Buffer.concat(said).toString('utf8')).not.toContain('EPIPE')
  })
})
