import {
  cp,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { run } from './run-in-memory.js'
import { tiny, tinyFolder } from './tiny-methodology.js'

const MORE = `computed:
  change: { formula: "total - previous(total) + b - previous(b, 2)", cite: "3", mark: given }
outputs: [total, change]
`

interface Made {
  readonly folder: string
  readonly rules: string
  readonly store: string
  readonly file: string
  readonly replay: (...args: readonly string[]) => ReturnType<typeof run>
}

/** A run of 2021 that looked at data of 2019 and at a result of 2020. */
async function made(): Promise<Made> {
  const text = tiny({ more: MORE, years: '{ from: 2018, to: 2022 }' })
  const { folder, rules } = await tinyFolder(
    {
      '2021.csv': 'id,a,b\nm1,1,2\nm2,3,\n',
      '2020.csv': 'id,a,b\nm1,0.5,1\nm2,1,1\n',
      '2019.csv': 'id,b\nm1,7\nm2,8\n',
    },
    { 'tiny/2020.yaml': text },
  )
  const store = `${folder}/kept`
  const kept = ['--rules', rules, '--store', store, '--json']
  const score = async (year: string, ...args: readonly string[]) => {
    const data = ['--year', year, '--data', `${folder}/${year}.csv`]
    const output = ['--output', `${folder}/run-${year}.json`]
    const ran = await run([
      'score',
      'tiny',
      ...data,
      ...args,
      ...output,
      ...kept,
    ])
    expect([ran.status, ran.err]).toEqual([0, ''])
  }
  await score('2020')
  const beside = ['--history', `${folder}/run-2020.json`]
  const older = ['--previous', `${folder}/2020.csv`, `${folder}/2019.csv`]
  const data = ['--year', '2021', '--data', `${folder}/2021.csv`]
  const file = `${folder}/run-2021.json`
  const ran = await run([
    ...['score', 'tiny', ...data, ...older, ...beside],
    ...['--output', file, ...kept],
  ])
  // Nothing looks at the inputs of the year before.
  expect(ran.err).toMatch(/2020\.csv RUN_NOT_USED /)
  expect(ran.status).toBe(0)
  const replay = (...args: readonly string[]) =>
    run(['replay', file, '--store', store, '--rules', rules, ...args])
  return { folder, rules, store, file, replay }
}

/** Changes a run and gives it the hash that its results have then, or leaves it. */
async function alter(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  expect(text).toContain(from)
  await writeFile(file, text.replace(from, to))
}

describe('olshem replay', () => {
  it('of a run is identical', async () => {
    const { replay } = await made()
    const { status, out, err } = await replay()
    expect(err).toBe('')
    expect(out).toMatch(
      /^identical: tiny@2020, 2021, 2 bodies, sha256 [0-9a-f]{64}\n$/,
    )
    expect(status).toBe(0)
  })

  it('is identical after the rules file was moved, and after a newer version was added', async () => {
    const { replay, rules, folder } = await made()
    await rename(`${rules}/tiny/2020.yaml`, `${rules}/tiny/older.yaml`)
    await writeFile(
      `${rules}/tiny/2021.yaml`,
      tiny({ version: '2021', years: '{ from: 2021 }', expected: 3 }),
    )
    expect((await replay()).out).toMatch(/^identical/)
    // Without the store's own copy the file is found by what it says.
    const kept = await readdir(`${folder}/kept`, { recursive: true })
    for (const name of kept) {
      const path = join(folder, 'kept', name)
      const text = await readFile(path, 'utf8').catch(() => '')
      if (text.startsWith('format: 1')) await rm(path)
    }
    expect((await replay()).out).toMatch(/^identical/)
  })

  it('is identical from another folder, data and rules taken away', async () => {
    const { folder, rules, store, file } = await made()
    const elsewhere = `${folder}/elsewhere`
    await mkdir(elsewhere)
    await cp(store, `${elsewhere}/texts`, { recursive: true })
    await rename(file, `${elsewhere}/copy.json`)
    for (const name of ['2021.csv', '2020.csv', '2019.csv', 'run-2020.json']) {
      await rm(`${folder}/${name}`)
    }
    await rm(rules, { recursive: true })
    await mkdir(rules)
    const texts = ['--store', `${elsewhere}/texts`, '--rules', rules]
    const { out } = await run(['replay', `${elsewhere}/copy.json`, ...texts])
    expect(out).toMatch(/^identical/)
  })

  it('names the first value that differs where a figure was altered', async () => {
    const { replay, file } = await made()
    // total of m1 = 1 + 2 = 3
    await alter(file, '"total": "3"', '"total": "4"')
    const { status, out } = await replay()
    expect(status).toBe(1)
    expect(out).toMatch(/^different: tiny@2020, 2021\n/)
    expect(out).toContain('first value that differs: total of m1\n')
    expect(out).toContain('in the file:    "4"\n')
    expect(out).toContain('computed again: "3"\n')
    expect(out).toContain('its results do not fit its hash')
  })

  it('names the first value that differs inside what is not a figure', async () => {
    const { replay, file } = await made()
    await alter(file, '"status": "not-scored"', '"status": "scored"')
    expect((await replay()).out).toContain('differs: status of m2')
    await alter(file, '"status": "scored"', '"status": "not-scored"')
    await alter(file, '"place": 1', '"place": 2')
    const { out } = await replay()
    expect(out).toContain('differs: status of m1')
  })

  it('says where the hash alone was altered', async () => {
    const { replay, file } = await made()
    const { sha256 } = JSON.parse(await readFile(file, 'utf8')) as {
      sha256: string
    }
    await alter(file, `"sha256": "${sha256}"`, `"sha256": "${'0'.repeat(64)}"`)
    const { status, out } = await replay()
    expect(status).toBe(1)
    expect(out).toContain('first value that differs: sha256')
    expect(out).toContain(`computed again: ${sha256}`)
  })

  it('says that another year or version was written into the file', async () => {
    const { replay, file } = await made()
    await alter(file, '"year": 2021', '"year": 2022')
    expect((await replay()).err).toContain('are of 2021')
    await alter(file, '"year": 2022', '"year": 2021')
    await alter(file, '"version": "2020"', '"version": "2019"')
    const { err, status } = await replay()
    expect(err).toContain('the text whose hash it names is tiny@2020')
    expect(status).toBe(1)
  })

  it('names every text that the store does not have, and how to give it', async () => {
    const { replay, store, rules } = await made()
    await rm(store, { recursive: true })
    await rm(`${rules}/tiny/2020.yaml`)
    const { status, err } = await replay()
    expect(status).toBe(1)
    const lines = err.trimEnd().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(
      /^The methodology tiny@2020 \(sha256 .* put the file into the rules folder/,
    )
    expect(lines[1]).toMatch(
      /^The data of 2021 .* score with the same data once more/,
    )
    expect(lines[2]).toMatch(/^The data of 2020 /)
    expect(lines[3]).toMatch(/^The data of 2019 /)
    expect(lines[4]).toMatch(/^The result of tiny@2020, 2020 .* --history /)
  })

  it('does not believe a text of the store that was altered', async () => {
    const { replay, store } = await made()
    for (const name of await readdir(store, { recursive: true })) {
      const path = join(store, name)
      const text = await readFile(path, 'utf8').catch(() => '')
      if (!text.includes('"year":2021')) continue
      await writeFile(path, text.replace('"a":"1"', '"a":"9"'))
    }
    const { status, err } = await replay()
    expect(status).toBe(1)
    expect(err).toMatch(
      /^The data of 2021 .* does not fit its hash\. Take it away/,
    )
  })

  it('of data that say by whom a cell was imputed is identical', async () => {
    const { folder, rules } = await tinyFolder({
      'data.csv': 'id,a,b,imputed:b\nm1,1,2,the ministry\nm2,3,4,\n',
    })
    const kept = ['--store', `${folder}/kept`, '--rules', rules]
    const data = ['--year', '2021', '--data', `${folder}/data.csv`]
    const { out } = await run(['score', 'tiny', ...data, '--json', ...kept])
    expect(out).toContain('"by": "the ministry"')
    await writeFile(`${folder}/run.json`, out)
    const again = await run(['replay', `${folder}/run.json`, ...kept])
    expect([again.out.split(':')[0], again.err]).toEqual(['identical', ''])
  })

  it('of a run whose earlier data left out broken bodies is identical', async () => {
    const text = tiny({
      more: 'computed:\n  before: { formula: previous(b), cite: "3", mark: given }\noutputs: [total, before]\n',
    })
    const { folder, rules } = await tinyFolder(
      {
        'now.csv': 'id,a,b\nm1,1,2\nm2,3,4\n',
        'before.csv': 'id,b\nm1,7\nm2,x\n',
      },
      { 'tiny/2020.yaml': text },
    )
    const kept = ['--store', `${folder}/kept`, '--rules', rules]
    const data = ['--data', `${folder}/now.csv`, '--leave-out-broken']
    const before = ['--previous', `${folder}/before.csv`]
    const { out } = await run([
      ...['score', 'tiny', '--year', '2021', ...data, ...before],
      ...['--json', ...kept],
    ])
    expect(out).toContain('PREVIOUS_BODY_BROKEN')
    await writeFile(`${folder}/run.json`, out)
    const again = await run(['replay', `${folder}/run.json`, ...kept])
    expect([again.out.split(':')[0], again.err]).toEqual(['identical', ''])
  })
})

describe('the texts that olshem score keeps', () => {
  async function score(args: readonly string[], environment = {}) {
    const { folder, rules } = await tinyFolder({
      'data.csv': 'id,a,b\nm1,1,2\n',
    })
    const data = ['--year', '2021', '--data', `${folder}/data.csv`]
    const all = [...data, '--rules', rules, ...args].map((arg) =>
      arg.replace('FOLDER', folder),
    )
    const ran = await run(['score', 'tiny', ...all], { environment })
    return { ...ran, folder, rules }
  }

  it('are two for a run without a past, and stay as they are', async () => {
    const { folder, rules } = await score(['--store', 'FOLDER/kept'])
    const names = async () => {
      const all = await readdir(`${folder}/kept`, { recursive: true })
      return all.filter((name) => /[0-9a-f]{64}$/.test(name)).sort()
    }
    const first = await names()
    expect(first).toHaveLength(2)
    const data = ['--year', '2021', '--data', `${folder}/data.csv`]
    const again = ['--store', `${folder}/kept`, '--rules', rules]
    await run(['score', 'tiny', ...data, ...again])
    expect(await names()).toEqual(first)
  })

  it('are none with --no-store', async () => {
    const { status, folder } = await score(['--no-store'], {
      OLSHEM_STORE: '/proc/none',
    })
    expect(status).toBe(0)
    expect(await readdir(folder)).toEqual(['data.csv', 'rules'])
  })

  it('stop the run where a named folder does not take them', async () => {
    const { status, out, err } = await score(['--store', 'FOLDER/data.csv'])
    expect(status).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(
      /cannot be kept in .*data\.csv: .*Name another folder\.\n$/,
    )
  })
})
