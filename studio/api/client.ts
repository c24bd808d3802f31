/** The addresses of the server, typed by what its document says of them. */
import createClient, { type Client, type Middleware } from 'openapi-fetch'
import { inject, type InjectionKey } from 'vue'

import type { paths } from './openapi.js'
import {
  AnswerUnreadable,
  ServerRefusal,
  ServerUnreachable,
  type Problem,
} from './problem.js'

export type Api = Client<paths>

export const API: InjectionKey<Api> = Symbol('api')

/** What the server asks of pages that change something. */
const CSRF_HEADER = 'Olshem-CSRF'

const SAFE = ['GET', 'HEAD']

/**
 * @param csrf - of the session as it is now; null without one
 * @param refused - is told of every answer that says that one has to sign in
 */
export function openApi(csrf: () => string | null, refused: () => void): Api {
  const api = createClient<paths>({
    baseUrl: location.origin,
    fetch: reachable,
  })
  api.use(withCsrf(csrf), throwing(refused))
  return api
}

export function useApi(): Api {
  const api = inject(API)
  if (!api) throw new Error('useApi is for components of the studio.')
  return api
}

/**
 * The answer itself. Everything else has been thrown before: `ServerRefusal`,
 * `ServerUnreachable`, `AnswerUnreadable`.
 */
export async function answerOf<Data>(
  call: Promise<{ readonly data?: Data; readonly response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, response } = await call
  if (data === undefined || data === null) {
    throw new AnswerUnreadable(response.status)
  }
  return data
}

async function reachable(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new ServerUnreachable('No answer came.', { cause: error })
  }
}

function withCsrf(csrf: () => string | null): Middleware {
  return {
    onRequest({ request }) {
      const text = csrf()
      if (text !== null && !SAFE.includes(request.method)) {
        request.headers.set(CSRF_HEADER, text)
      }
      return request
    },
  }
}

function throwing(refused: () => void): Middleware {
  return {
    async onResponse({ response }) {
      if (response.ok) return
      const refusal = await refusalOf(response)
      if (refusal.status === 401) refused()
      throw refusal
    },
  }
}

/** The error that an answer of 4xx or 5xx stands for. */
export async function refusalOf(
  response: Response,
): Promise<ServerRefusal | AnswerUnreadable> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) {
    return new AnswerUnreadable(status)
  }
  const problem = (await response.json()) as Problem
  return new ServerRefusal(status, problem)
}
