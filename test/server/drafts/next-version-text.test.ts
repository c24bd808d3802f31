import { readFile } from 'node:fs/promises'

import { describe, expect, it } from 'vitest'

import { nextVersionText } from '../../../server/drafts/next-version-text.js'
import { RULE_FILES } from '../../helpers/rule-files.js'
import { FIRST } from './publishing.js'

const NEXT = { version: '2026', supersedes: '2020' }

describe('the text of the next version', () => {
  it.each(RULE_FILES)('differs from %s in the identity alone', async (file) => {
    const text = await readFile(file, 'utf8')
    const next = nextVersionText(text, NEXT)
    expect(next.isAdapted).toBe(true)
    const changed = (of: string, beside: string) =>
      of.split('\n').filter((line) => !beside.split('\n').includes(line))
    const lines = changed(next.text, text).map((line) => line.split(' #')[0])
    expect(lines).toEqual([
      'version: "2026"',
      'status: draft',
      'supersedes: "2020"',
    ])
    const gone = changed(text, next.text).map((line) => line.split(':')[0])
    expect(['version status', 'version status supersedes']).toContain(
      gone.join(' '),
    )
  })

  it('keeps comments and the line breaks of Windows', () => {
    const text = FIRST.replace('"2020"', '"2020"  # of the act').replaceAll(
      '\n',
      '\r\n',
    )
    const next = nextVersionText(text, NEXT)
    expect(next.text).toBe(
      text
        .replace('"2020"', '"2026"')
        .replace(
          'status: published\r\n',
          'status: draft\r\nsupersedes: "2020"\r\n',
        ),
    )
  })

  it.each([
    { what: 'in one line', text: '{ version: "1", status: published }' },
    { what: 'without a version', text: 'status: published\n' },
    { what: 'that is broken', text: 'version: "1"\nstatus: [\n' },
    { what: 'with a version twice', text: FIRST.replace('title', 'version') },
  ])('is the same where the text is one $what', ({ text }) => {
    expect(nextVersionText(text, NEXT)).toEqual({ text, isAdapted: false })
  })
})
