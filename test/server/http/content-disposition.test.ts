import { describe, expect, it } from 'vitest'

import { contentDisposition } from '../../../server/http/content-disposition.js'

describe('the name of a file in a header', () => {
  it('stands alone where it is ASCII', () => {
    expect(contentDisposition('hdi-2014.csv')).toBe(
      'attachment; filename="hdi-2014.csv"',
    )
  })

  it('is given in UTF-8 too where it is not (RFC 8187)', () => {
    expect(contentDisposition("Қ'*.csv")).toBe(
      "attachment; filename=\"_'*.csv\"; filename*=UTF-8''%D2%9A%27%2A.csv",
    )
  })

  it('cannot end the header or its quotes', () => {
    const header = contentDisposition('a"\r\nSet-Cookie: x\\/;%.csv')
    expect(header.split(';')[1]).toBe(' filename="a___Set-Cookie: x____.csv"')
    expect(header).not.toMatch(/[\x00-\x1f]/)
  })
})
