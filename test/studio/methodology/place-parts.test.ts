/** Paragraphs as the files of rules/ cite them. */
import { describe, expect, it } from 'vitest'

import { placeParts } from '../../../studio/methodology/place-parts.js'

describe('a paragraph that is cited', () => {
  it.each([
    ['53', [{ kind: 'paragraph', number: '53' }]],
    ['48-1', [{ kind: 'paragraph', number: '48-1' }]],
    ['18-21', [{ kind: 'paragraphs', number: '18-21' }]],
    ['18, 48-1', [{ kind: 'paragraphs', number: '18, 48-1' }]],
    [
      '53; appendix 11',
      [
        { kind: 'paragraph', number: '53' },
        { kind: 'appendix', number: '11' },
      ],
    ],
    ['table 1', [{ kind: 'table', number: '1' }]],
    [
      'technical note 1, step 1',
      [{ kind: 'words', words: 'technical note 1, step 1' }],
    ],
  ])('%s', (place, parts) => {
    expect(placeParts(place)).toEqual(parts)
  })
})
