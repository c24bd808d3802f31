import { describe, expect, it } from 'vitest'

import { readConfiguration } from '../../../server/configuration/read-configuration.js'
import { Refusal } from '../../../server/refusal.js'
import { run } from '../commands/run-in-memory.js'

function mistakes(environment: Readonly<Record<string, string>>) {
  try {
    readConfiguration(environment)
  } catch (error) {
    if (error instanceof Refusal) return error.lines
    throw error
  }
  return []
}

describe('the settings', () => {
  it('are those of this machine alone where nothing is said', () => {
    expect(readConfiguration({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      databaseUrl: null,
      bodyLimit: 67_108_864,
      logLevel: 'info',
      timeZone: 'Asia/Almaty',
      keepJobsDays: null,
    })
  })

  it('are read from the environment; what is empty is not said', () => {
    const environment = {
      PORT: '9000',
      HOST: '',
      OLSHEM_BODY_LIMIT: '16 MiB',
      OLSHEM_TIME_ZONE: 'UTC',
      OLSHEM_KEEP_JOBS_DAYS: '90',
    }
    expect(readConfiguration(environment)).toMatchObject({
      port: 9000,
      host: '127.0.0.1',
      bodyLimit: 16_777_216,
      timeZone: 'UTC',
      keepJobsDays: 90,
    })
  })

  it('are refused with all mistakes at once', () => {
    const found = mistakes({
      PORT: '80a',
      OLSHEM_BODY_LIMIT: 'much',
      OLSHEM_LOG_LEVEL: 'loud',
      OLSHEM_TIME_ZONE: 'Mars/Olympus',
      OLSHEM_KEEP_JOBS_DAYS: '0',
      OLSHEM_LOG_LEVLE: 'info',
    })
    expect(found).toHaveLength(6)
    expect(found.join('\n')).toMatch(
      /Did you mean OLSHEM_LOG_LEVEL\?[^]*PORT is "80a"[^]*64 MiB[^]*trace, debug[^]*Asia\/Almaty/,
    )
  })

  it('name an https address outside of this machine', () => {
    expect(mistakes({ PUBLIC_URL: 'http://rating.example' })[0]).toContain(
      'https',
    )
    expect(mistakes({ PUBLIC_URL: 'http://localhost:9000' })).toEqual([])
    expect(mistakes({ PUBLIC_URL: 'https://rating.example' })).toEqual([])
    expect(mistakes({ HOST: '0.0.0.0' })).toEqual([])
  })

  it('trust no proxy by default, and only addresses or networks behind a public address', () => {
    const PUBLIC_URL = 'https://rating.example'
    const trusted = (text: string) =>
      readConfiguration({ PUBLIC_URL, OLSHEM_TRUSTED_PROXIES: text })
        .trustedProxies
    expect(readConfiguration({}).trustedProxies).toEqual([])
    expect(trusted('10.0.0.5, fd00::/8')).toEqual(['10.0.0.5', 'fd00::/8'])
    for (const text of ['proxy', '10.0.0.0/33', '0.0.0.0/0', '10.0.0.5,']) {
      expect(() => trusted(text)).toThrow('OLSHEM_TRUSTED_PROXIES')
    }
    const alone = mistakes({ OLSHEM_TRUSTED_PROXIES: '10.0.0.5' })
    expect(alone[0]).toContain('PUBLIC_URL is not')
  })

  it('limit requests in a minute', () => {
    expect(readConfiguration({}).rateLimit).toBe(6000)
    expect(readConfiguration({ OLSHEM_RATE_LIMIT: '10' }).rateLimit).toBe(10)
    expect(mistakes({ OLSHEM_RATE_LIMIT: '0' })).toHaveLength(1)
  })
})

describe('olshem config', () => {
  const url = 'postgres://olshem:hunter2@db.example:5432/olshem?password=too'

  it('prints every setting, and no password', async () => {
    const environment = { DATABASE_URL: url }
    const { status, out } = await run(['config'], { environment })
    expect(status).toBe(0)
    expect(out).toContain('postgres://olshem@db.example:5432/olshem')
    expect(out).toMatch(/^OLSHEM_BODY_LIMIT +67108864 bytes/m)
    expect(out).not.toMatch(/hunter2|too/)
  })

  it('does not print a password that it cannot read', async () => {
    const environment = { DATABASE_URL: `my${url}` }
    const { status, err } = await run(['config'], { environment })
    expect(status).toBe(1)
    expect(err).not.toContain('hunter2')
  })
})
