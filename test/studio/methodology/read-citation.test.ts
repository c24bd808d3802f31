/** Citations of Decree No 954 of 19 March 2010, as explanations and results have them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { citationText } from '../../../engine/index.js'
import { readCitation } from '../../../studio/methodology/read-citation.js'

describe('a citation', () => {
  it('is taken apart as it was put together', () => {
    expect(readCitation('No 954 of 2010-03-19, 48-1')).toEqual({
      ...{ number: '954', date: '2010-03-19', paragraph: '48-1' },
      words: null,
    })
    expect(
      readCitation('No 954 of 2010-03-19, 53; appendix 11: "at least one"'),
    ).toEqual({
      ...{ number: '954', date: '2010-03-19' },
      ...{ paragraph: '53; appendix 11', words: 'at least one' },
    })
    expect(readCitation('No 14')).toMatchObject({ number: '14', date: null })
  })

  it('keeps words that have quotation marks of their own', () => {
    const cite = {
      act: 'No 954 of 2010-03-19',
      ...{ paragraph: '73', words: 'marked as "unsatisfactory": "D"' },
    }
    expect(readCitation(citationText(cite))?.words).toBe(cite.words)
  })

  it('of a report without a number stays as it is', () => {
    const line = 'Human Development Report 2014, technical note 1, step 1'
    expect(readCitation(line)).toBeNull()
  })

  it('loses nothing', () => {
    const paragraph = fc.stringMatching(/^\d{1,3}(-\d)?(; appendix \d)?$/)
    const words = fc.stringMatching(/^[a-z ,:"]{1,30}$/)
    fc.assert(
      fc.property(
        fc.option(paragraph),
        fc.option(words),
        (paragraph, words) => {
          const act = 'No 954 of 2010-03-19'
          expect(
            readCitation(citationText({ act, paragraph, words })),
          ).toMatchObject({ paragraph, words })
        },
      ),
    )
  })
})
