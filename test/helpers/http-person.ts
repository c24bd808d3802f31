/** Somebody who signs in at a server over HTTP, and asks it. */
import type { Headers } from './people-app.js'

export interface HttpAnswer {
  readonly status: number
  /** The body, where it is JSON. */
  readonly json: unknown
  readonly text: string
}

export class HttpPerson {
  private constructor(private readonly headers: Headers) {}

  /** Who asks a server without users. */
  static readonly local = new HttpPerson({})

  static async signIn(
    address: string,
    name: string,
    password: string,
  ): Promise<HttpPerson> {
    const answer = await fetch(`${address}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password }),
    })
    const { csrf } = (await answer.json()) as { readonly csrf: string }
    const [cookie = ''] = answer.headers.getSetCookie()
    return new HttpPerson({
      cookie: cookie.replace(/;.*/, ''),
      'olshem-csrf': csrf,
    })
  }

  get(url: string): Promise<HttpAnswer> {
    return this.ask(url, {})
  }

  post(
    url: string,
    body: object | string = {},
    type = 'application/json',
  ): Promise<HttpAnswer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const headers = { 'content-type': type }
    return this.ask(url, { method: 'POST', body: text, headers })
  }

  private async ask(
    url: string,
    {
      headers = {},
      ...request
    }: Omit<RequestInit, 'headers'> & { readonly headers?: Headers },
  ): Promise<HttpAnswer> {
    const all = { ...this.headers, ...headers }
    const answer = await fetch(url, { ...request, headers: all })
    const text = await answer.text()
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    const json = isJson ? (JSON.parse(text) as unknown) : null
    return { status: answer.status, text, json }
  }
}
