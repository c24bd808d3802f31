import { describe, expect, it } from 'vitest'

import { refuseOpenAddress } from '../../../server/configuration/open-address.js'
import { readConfiguration } from '../../../server/configuration/read-configuration.js'
import { Refusal } from '../../../server/refusal.js'

function reasons(
  environment: Readonly<Record<string, string>>,
  hasUsers: boolean,
): readonly string[] {
  try {
    refuseOpenAddress(readConfiguration(environment), hasUsers)
  } catch (error) {
    if (error instanceof Refusal) return error.lines
    throw error
  }
  return []
}

const HTTPS = { PUBLIC_URL: 'https://rating.example' }
const OPEN = { HOST: '0.0.0.0' }

describe('an address that others reach', () => {
  it('is one of this machine without further ado', () => {
    for (const HOST of ['127.0.0.1', '::1', 'localhost']) {
      expect(reasons({ HOST }, false)).toEqual([])
      expect(reasons({ HOST }, true)).toEqual([])
    }
    expect(reasons({ PUBLIC_URL: 'http://localhost:9000' }, false)).toEqual([])
  })

  it('needs users and an https address, and says all that is lacking', () => {
    expect(reasons(OPEN, false)).toHaveLength(2)
    expect(reasons(OPEN, true).join()).toContain('no https address')
    const local = { ...OPEN, PUBLIC_URL: 'http://localhost:9000' }
    expect(reasons(local, true)).toHaveLength(1)
    expect(reasons({ ...OPEN, ...HTTPS }, true)).toEqual([])
  })

  it('needs users behind a proxy too, which would let everybody in', () => {
    const [reason = ''] = reasons(HTTPS, false)
    expect(reason).toContain('https://rating.example')
    expect(reason).toContain('olshem user add NAME --role admin')
    expect(reasons(HTTPS, true)).toEqual([])
  })
})
