import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'

const HEAD = [
  'format: 1',
  'methodology: example',
  'version: "1"',
  'status: published',
  'act: { number: "1" }',
  'years: { from: 2020 }',
  'outputs: [y]',
  'total: y',
  '',
].join('\n')
const TAIL = 'computed:\n  y: { formula: 1, cite: "1", mark: given }\n'

/** As `9 TAG_NOT_ALLOWED`, the file being sound but for the lines between. */
function said(middle: string): readonly string[] {
  const { problems } = loadMethodology('x.yaml', HEAD + middle + TAIL)
  return problems.map(({ line, code }) => `${line} ${code}`)
}

/** The same of a whole text. */
function saidOf(text: string): readonly string[] {
  const { problems } = loadMethodology('x.yaml', text)
  return problems.map(({ line, code }) => `${line} ${code}`)
}

describe('YAML that a methodology file does not use is refused', () => {
  it('reads the file that the cases below change', () => {
    expect(said('')).toEqual([])
  })

  it('refuses every anchor and alias of an alias bomb, and expands none', () => {
    const nines = (name: string) => `[${Array(9).fill(name).join(', ')}]`
    const bomb = ['a: &a x', ...('bcdefghi'.match(/./g) ?? [])].map(
      (name, index) =>
        index === 0
          ? name
          : `${name}: &${name} ${nines(`*${'abcdefgh'.charAt(index - 1)}`)}`,
    )

    const codes = new Set(
      loadMethodology('x.yaml', bomb.join('\n')).problems.map(
        ({ code }) => code,
      ),
    )

    expect([...codes].sort()).toEqual([
      'ALIAS_NOT_ALLOWED',
      'MISSING_KEY',
      'UNKNOWN_KEY',
    ])
  })

  it.each([
    { what: 'an anchor', yaml: 'title: &t Example\n' },
    { what: 'an alias', yaml: 'title: *t\n' },
    { what: 'a merge key', yaml: 'texts: { <<: { en: {} } }\n' },
  ])('refuses $what', ({ yaml }) => {
    expect(said(yaml)).toEqual(['9 ALIAS_NOT_ALLOWED'])
  })

  it('refuses a table that holds itself', () => {
    expect(said('texts: &t { en: *t }\n')).toEqual([
      '9 ALIAS_NOT_ALLOWED',
      '9 ALIAS_NOT_ALLOWED',
    ])
  })

  it.each([
    '!!js/function "process.exit()"',
    '!!js/undefined ""',
    '!!js/regexp /a/',
    '!!binary aGVsbG8=',
    '!!timestamp 2020-01-01',
    '!!str 1',
    '!custom x',
    '!<tag:example.org,2000:x> x',
  ])('refuses the tag of %s', (value) => {
    expect(said(`title: ${value}\n`)).toEqual(['9 TAG_NOT_ALLOWED'])
  })

  it.each(['%YAML 1.1\n---\n', '# x\n%TAG ! tag:x,2000:\n---\n'])(
    'refuses the directive %j, which changes how the rest is read',
    (before) => {
      expect(saidOf(before + HEAD + TAIL)).toEqual([
        `${before.split('\n').length - 2} YAML_SYNTAX`,
      ])
    },
  )

  it('refuses a second document, which would be dropped without a word', () => {
    expect(saidOf(`${HEAD}${TAIL}---\nformat: 1\n`)).toEqual(['11 YAML_SYNTAX'])
  })

  it('refuses a key that is a list', () => {
    expect(said('? [a, b]\n: x\n')).toEqual(['9 KEY_NOT_TEXT'])
  })

  it('names the line of the first of two equal keys', () => {
    const { problems } = loadMethodology('x.yaml', `${HEAD}total: y\n${TAIL}`)
    expect(problems).toMatchObject([{ code: 'DUPLICATE_KEY', line: 9 }])
    expect(problems[0]?.message).toContain('line 8')
  })

  it('accepts a byte-order mark, Windows line ends and the end of a document', () => {
    expect(saidOf(`\ufeff${HEAD}${TAIL}`)).toEqual([])
    expect(saidOf((HEAD + TAIL).replaceAll('\n', '\r\n'))).toEqual([])
    expect(saidOf(`${HEAD}${TAIL}...\n`)).toEqual([])
  })
})

describe('size and nesting are bounded before anything is built', () => {
  it('refuses more than 2,000,000 characters', () => {
    expect(saidOf(`${HEAD}# ${'x'.repeat(2_000_000)}\n`)).toEqual([
      '1 FILE_TOO_LARGE',
    ])
  })

  it.each([
    { what: 'lists in brackets', yaml: `title: ${'['.repeat(100_000)}\n` },
    { what: 'tables in braces', yaml: `title: ${'{a: '.repeat(100_000)}\n` },
    { what: 'lists of dashes', yaml: `${'- '.repeat(100_000)}a\n` },
    { what: 'explicit keys', yaml: `${'? '.repeat(100_000)}a\n` },
    {
      what: 'lists of dashes below a key',
      yaml: `title:\n  ${'- '.repeat(65)}a\n`,
      line: 10,
    },
    {
      what: 'indented tables',
      yaml: Array.from(
        { length: 300 },
        (_, at) => `${' '.repeat(at)}a:\n`,
      ).join(''),
      line: 73,
    },
  ])('refuses $what deeper than 64 levels', ({ yaml, line = 9 }) => {
    expect(said(yaml)).toEqual([`${line} NESTED_TOO_DEEP`])
  })

  it('reads what is just not too deep, and says what is wrong with it', () => {
    const lists = '['.repeat(62) + ']'.repeat(62)
    expect(said(`title: ${lists}\n`)).toEqual(['9 WRONG_TYPE'])
  })

  it('stops at a thousand refusals', () => {
    const anchors = Array.from(
      { length: 5_000 },
      (_, at) => `k${at}: &a${at} x`,
    )
    expect(saidOf(anchors.join('\n'))).toHaveLength(1_000)
  })
})

describe('a text that is no methodology', () => {
  it.each(['', '\n\n', '# only a comment\n', '~', 'hello', '- a\n- b\n'])(
    '%j is told so once',
    (text) => {
      expect(saidOf(text)).toEqual(['1 NOT_A_METHODOLOGY'])
    },
  )
})

describe('numbers are read from their text', () => {
  it.each([
    '0x10',
    '0o17',
    '.inf',
    '.nan',
    '1:30',
    '1_000',
    '"0,5"',
    '1e999999',
    '1e-999999',
  ])('%s is no number, and never 0 in silence', (value) => {
    const yaml = `parameters: { p: { value: ${value}, cite: "1" } }\n`
    expect(said(yaml)).toEqual(['9 WRONG_TYPE'])
  })

  it('keeps digits that no double holds', () => {
    const { methodology } = loadMethodology(
      'x.yaml',
      `${HEAD}parameters: { p: { value: 0.10000000000000000000000000000000001, cite: "1" } }\n${TAIL}`,
    )
    expect(methodology?.parameters.get('p')?.value).toMatchObject({
      numerator: 10000000000000000000000000000000001n,
      denominator: 10n ** 35n,
    })
  })
})

describe('after a line that is not YAML the rest is still checked', () => {
  it.each([
    { what: 'an unquoted colon', yaml: 'title: Index: parts\n' },
    { what: 'words after quotes', yaml: 'title: "Index" of parts\n' },
    { what: 'quotes that are not closed', yaml: 'title: "Index\n' },
    { what: 'a bracket that is not closed', yaml: 'title: [Index\n' },
    { what: 'a tab', yaml: '\ttitle: Index\n' },
    { what: 'a space too many', yaml: ' title: Index\n' },
    { what: 'a # in braces', yaml: 'title: { en: Index # of parts }\n' },
  ])('$what', ({ yaml }) => {
    expect(said(`${yaml}colour: red\n`)).toEqual([
      '9 YAML_SYNTAX',
      '10 UNKNOWN_KEY',
    ])
  })
})

describe('words that programs give a meaning of their own', () => {
  const WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
  const places: readonly {
    readonly what: string
    readonly yaml: (word: string) => string
  }[] = [
    { what: 'input', yaml: (w) => `inputs: { ${w}: { type: number } }` },
    { what: 'table', yaml: (w) => `inputs: { ${w}: { v: { type: number } } }` },
    {
      what: 'column',
      yaml: (w) => `inputs: { t: { ${w}: { type: number } } }`,
    },
    {
      what: 'parameter',
      yaml: (w) => `parameters: { ${w}: { value: 1, cite: "1" } }`,
    },
    {
      what: 'indicator',
      yaml: (w) =>
        `criteria: { c: { aggregate: sum } }\nindicators: { ${w}: { under: c } }`,
    },
    {
      what: 'criterion',
      yaml: (w) => `criteria: { ${w}: { formula: 1, cite: "1", mark: given } }`,
    },
    {
      what: 'variant',
      yaml: (w) =>
        `criteria: { c: { variants: { ${w}: { formula: 1, cite: "1", mark: given } } } }`,
    },
    {
      what: 'normaliser',
      yaml: (w) => `normalisers: { ${w}: { kind: goalposts, from: 0, to: 1 } }`,
    },
    {
      what: 'deduction',
      yaml: (w) => `deductions: { ${w}: { cite: "1", mark: given } }`,
    },
    {
      what: 'cap',
      yaml: (w) =>
        `outputs: [y, d]\ndeductions: { d: { cite: "1", mark: given, caps: { ${w}: { at_most: 1, cite: "1", mark: given } } } }`,
    },
    {
      what: 'rule',
      yaml: (w) =>
        `rules: { ${w}: { when: "1 > 0", flag: {}, cite: "1", mark: given } }`,
    },
    { what: 'ranking', yaml: (w) => `rankings: { ${w}: { output: y } }` },
    {
      what: 'check',
      yaml: (w) =>
        `checks: { ${w}: { formula: "1 > 0", says: a, cite: "1", mark: given } }`,
    },
  ]
  const cases = places.flatMap(({ what, yaml }) =>
    WORDS.map((word) => ({ what, word, yaml: yaml(word) })),
  )

  it.each(cases)('cannot name a $what: $word', ({ yaml }) => {
    const sound = HEAD.replace(
      'outputs: [y]\n',
      yaml.startsWith('outputs') ? '' : 'outputs: [y]\n',
    )
    const { problems } = loadMethodology('x.yaml', `${sound}${yaml}\n${TAIL}`)
    expect(problems.map(({ code }) => code)).toEqual(['NAME_NOT_ALLOWED'])
  })

  it.each([
    { what: 'a key of the file', yaml: (w: string) => `${w}: { a: 1 }` },
    {
      what: 'a key of an entry',
      yaml: (w: string) => `rankings: { k: { output: y, ${w}: 1 } }`,
    },
    {
      what: 'a section of defaults',
      yaml: (w: string) => `defaults: { ${w}: { a: 1 } }`,
    },
    {
      what: 'a default',
      yaml: (w: string) => `defaults: { rules: { ${w}: 1 } }`,
    },
    {
      what: 'a language',
      yaml: (w: string) => `texts: { ${w}: { title: a } }`,
    },
    {
      what: 'a key of a condition',
      yaml: (w: string) =>
        `rules: { r: { when: { ${w}: y }, flag: {}, cite: "1", mark: given } }`,
    },
  ])('are not $what', ({ yaml }) => {
    for (const word of WORDS)
      expect(said(`${yaml(word)}\n`)).toEqual(['9 UNKNOWN_KEY'])
  })

  it.each([
    {
      what: 'a fact',
      yaml: (w: string) =>
        `rules: { r: { when: { fact: ${w}, operator: equal, value: 1 }, flag: {}, cite: "1", mark: given } }`,
    },
    {
      what: 'an operator',
      yaml: (w: string) =>
        `rules: { r: { when: { fact: y, operator: ${w}, value: 1 }, flag: {}, cite: "1", mark: given } }`,
    },
    {
      what: 'a figure',
      yaml: (w: string) => `rankings: { k: { output: ${w} } }`,
    },
    {
      what: 'a path of texts',
      yaml: (w: string) => `texts: { en: { ${w}: a } }`,
    },
    {
      what: 'a normaliser that is used',
      yaml: (w: string) =>
        `criteria: { c: { formula: 1, cite: "1", mark: given, normalise: ${w} } }`,
    },
  ])('lead nowhere as $what', ({ yaml }) => {
    for (const word of WORDS)
      expect(said(`${yaml(word)}\n`)).toEqual(['9 UNKNOWN_NAME'])
  })

  it('change no object of the program', () => {
    said('__proto__: { polluted: true }\n')
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
  })
})
