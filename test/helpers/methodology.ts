/**
 * Methodologies of a few lines: a test writes only what it is about, and what
 * every file must say besides is filled in here.
 */
import { loadMethodology, type Methodology } from '../../engine/index.js'

/** What a file must say and most tests are not about. */
const HEADER: { readonly [key: string]: string } = {
  format: '1',
  methodology: 'test',
  version: '"1"',
  status: 'published',
  act: '{ title: Test act }',
  years: '{ from: 2000 }',
}

const READING = '{ cite: "1", mark: given }'

/** Citations and marks, for the sections that the text has. */
const DEFAULTS: { readonly [section: string]: string } = {
  parameters: '{ cite: "1" }',
  checks: READING,
  computed: READING,
  indicators: '{ missing: allowed }',
  normalisers: READING,
  criteria: READING,
  deductions: READING,
  rules: READING,
  steps: READING,
}

/**
 * @param body - sections of a methodology file; what it says itself is not
 *   filled in, and with a `defaults` of its own it has no others
 * @throws where the text has mistakes, naming all of them
 */
export function methodology(body: string): Methodology {
  const { methodology: loaded, problems } = loadMethodology(
    'test.yaml',
    withHeader(body),
  )
  if (loaded) return loaded
  const words = problems.map(
    ({ line, code, message }) => `line ${line}: ${code} ${message}`,
  )
  throw new Error(`The methodology of the test:\n${words.join('\n')}`)
}

/** The text as a whole file. */
export function withHeader(body: string): string {
  const text = unindented(body)
  const says = (key: string) => new RegExp(`^${key}:`, 'm').test(text)
  const header = Object.entries(HEADER)
    .filter(([key]) => !says(key))
    .map(([key, value]) => `${key}: ${value}\n`)
  const defaults = Object.entries(DEFAULTS)
    .filter(([section]) => says(section) && !says('defaults'))
    .map(([section, value]) => `  ${section}: ${value}\n`)
  const filled = defaults.length > 0 ? ['defaults:\n', ...defaults] : []
  return [...header, ...filled, text].join('')
}

/** Takes the indentation of the test's code away. */
function unindented(body: string): string {
  const lines = body.split('\n')
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const depth = first.length - first.trimStart().length
  return `${lines.map((line) => line.slice(depth)).join('\n')}\n`
}
