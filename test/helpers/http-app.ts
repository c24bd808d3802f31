/** The server without a port, every answer of which is held against what the OpenAPI document says of it. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type {
  FastifyInstance,
  InjectOptions,
  LightMyRequestResponse,
} from 'fastify'

import type { Configuration } from '../../server/configuration/configuration.js'
import { readConfiguration } from '../../server/configuration/read-configuration.js'
import { buildApp, type AppOptions } from '../../server/http/build-app.js'
import { PROBLEMS } from '../../server/http/problems/codes.js'

export interface TestedApp {
  readonly app: FastifyInstance
  /** Asks, and checks the answer. */
  readonly ask: (
    request: InjectOptions & { readonly url: string },
  ) => Promise<LightMyRequestResponse>
  readonly close: () => Promise<void>
}

/** A page for the studio and no programs: tests that use threads say where these are. */
const NO_PROGRAMS = new URL('../fixtures/programs/', import.meta.url)

/** @param store - without one nothing is kept, and there are no people */
export async function testedApp(
  settings: Partial<Configuration> = {},
  programs = NO_PROGRAMS,
  parts: Pick<AppOptions, 'store' | 'signer' | 'log'> = {},
): Promise<TestedApp> {
  const configuration = { ...readConfiguration({}, 'rules'), ...settings }
  const app = await buildApp({ configuration, programs, ...parts })
  await app.ready()
  const described = new DescribedAnswers(app.swagger() as unknown as Described)
  return {
    app,
    ask: async (request) => {
      const headers = { host: '127.0.0.1:8080', ...request.headers }
      const response = await app.inject({ ...request, headers })
      described.check(request, response)
      return response
    },
    close: () => app.close(),
  }
}

export interface Described {
  readonly components: object
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Operation | undefined>>>
  >
}

interface Operation {
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, { schema: object }>> }
    >
  >
}

/** Holds answers against a document of OpenAPI. */
export class DescribedAnswers {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true })
  private readonly checks = new Map<object, ValidateFunction>()

  constructor(private readonly document: Described) {}

  check(
    { method = 'GET', url }: InjectOptions & { readonly url: string },
    response: LightMyRequestResponse,
  ): void {
    const path = new URL(url, 'http://x').pathname
    const [type = ''] = String(response.headers['content-type']).split(';')
    const status = String(response.statusCode)
    const problem = this.problemSchema()
    const schema =
      type === 'application/problem+json'
        ? problem
        : this.schemaOf(path, method, status, type)
    if (response.statusCode >= 400 && schema !== problem) {
      throw new Error(`${method} ${path} answers ${status} as ${type}`)
    }
    if (schema === null) return
    const values = type.endsWith('ndjson')
      ? response.body.trimEnd().split('\n')
      : [response.body]
    for (const value of values) {
      if (!type.includes('json')) continue
      this.hold(JSON.parse(value), schema, `${method} ${path} ${status}`)
    }
    if (schema === problem) holdStatus(response, `${method} ${path}`)
  }

  private hold(value: unknown, schema: object, what: string): void {
    const { components } = this.document
    const known =
      this.checks.get(schema) ?? this.ajv.compile({ ...schema, components })
    this.checks.set(schema, known)
    if (known(value)) return
    throw new Error(`${what}: ${JSON.stringify(known.errors, null, 2)}`)
  }

  /** Null for the pages, which are not described. */
  private schemaOf(
    path: string,
    method: string,
    status: string,
    type: string,
  ): object | null {
    const found = Object.entries(this.document.paths)
      .filter(([pattern]) => fits(pattern, path))
      // A path without parameters stands before one with them.
      .sort(([a], [b]) => a.split('{').length - b.split('{').length)
      .map(([, methods]) => methods[method.toLowerCase()])
      .find((operation) => operation !== undefined)
    if (!found) return null
    const answer = found.responses[status]
    // Described as an answer without a body.
    if (answer && !answer.content) return null
    const schema = answer?.content?.[type]?.schema
    if (schema) return schema
    throw new Error(`${method} ${path} ${status} ${type} is not described`)
  }

  private problemSchema(): object {
    const [operation] = Object.values(this.document.paths)
      .flatMap((methods) => Object.values(methods))
      .filter((each) => each?.responses['4XX'])
    const content = operation?.responses['4XX']?.content
    return content?.['application/problem+json']?.schema ?? {}
  }
}

/** The status is that of the code's line in the table. */
function holdStatus(response: LightMyRequestResponse, what: string): void {
  const { statusCode } = response
  const { code, status } = response.json<{ code: string; status: number }>()
  const known = Object.entries(PROBLEMS).find(([name]) => name === code)
  if (status === statusCode && known?.[1].status === statusCode) return
  throw new Error(`${what} answers ${statusCode} with ${code} ${status}`)
}

function fits(pattern: string, path: string): boolean {
  const parts = pattern.split('/')
  const asked = path.split('/')
  return (
    parts.length === asked.length &&
    parts.every((part, at) => part.startsWith('{') || part === asked[at])
  )
}
