/** The OpenAPI document as a page to read. */
import { PROBLEMS } from '../problems/codes.js'
import { escaped, htmlPage } from './html.js'

/** As much of the document as the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string }
  /** In the order in which people look for them. */
  readonly tags: readonly {
    readonly name: string
    readonly description: string
  }[]
  readonly components: {
    readonly schemas: { readonly [name: string]: unknown }
  }
  readonly paths: {
    readonly [path: string]: { readonly [method: string]: Operation }
  }
}

interface Operation {
  readonly tags?: readonly string[]
  /** Each with the permission that is asked for; empty: anyone. */
  readonly security?: readonly {
    readonly [scheme: string]: readonly string[]
  }[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: Contents }
  readonly responses?: {
    readonly [status: string]: {
      readonly description?: string
      readonly content?: Contents
    }
  }
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
}

interface Contents {
  readonly [type: string]: { readonly schema?: unknown }
}

export function referencePage({
  info,
  tags,
  paths,
  components,
}: ApiDocument): string {
  const addresses = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  )
  const groups = tags.map(({ name, description }) => ({
    name,
    description,
    addresses: addresses.filter(({ operation }) =>
      operation.tags?.includes(name),
    ),
  }))
  return htmlPage(
    `${info.title}: reference`,
    `<h1>${escaped(info.title)} ${escaped(info.version)}: reference</h1>
<p>Made from <a href="/v1/openapi.json">the OpenAPI document</a>. Nothing that is sent is converted; unknown fields and keys that stand twice are errors. Figures are answered as the command line prints them: <code>exact</code> has every digit.</p>
${groups.map(contentsListHtml).join('\n')}
${groups.map(groupHtml).join('\n')}
<h2>Types</h2>
${schemasHtml(components.schemas)}
<h2>Errors</h2>
<p>Every error is <code>application/problem+json</code> with one of these codes, which never change.</p>
${problemsHtml()}`,
  )
}

interface Address {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

interface Group {
  readonly name: string
  readonly description: string
  readonly addresses: readonly Address[]
}

function contentsListHtml({ description, addresses }: Group): string {
  const items = addresses.map(
    (address) =>
      `<li><a href="#${idOf(address)}"><code>${nameOf(address)}</code></a> ${escaped(address.operation.summary ?? '')}</li>`,
  )
  return `<details><summary>${escaped(description)}</summary><ul>${items.join('\n')}</ul></details>`
}

function groupHtml({ description, addresses }: Group): string {
  return [
    `<h2>${escaped(description)}</h2>`,
    ...addresses.map(addressHtml),
  ].join('\n')
}

function nameOf({ path, method }: Address): string {
  return escaped(`${method.toUpperCase()} ${path}`)
}

function idOf({ path, method }: Address): string {
  return `${method}${path}`.replace(/[^a-z0-9]+/gi, '-')
}

function addressHtml(address: Address): string {
  const { operation } = address
  const { summary, description, parameters, requestBody, responses } = operation
  const permission = operation.security
    ?.flatMap((scheme) => Object.values(scheme))
    .flat()[0]
  const needs =
    permission === undefined ? 'Anyone may.' : `Permission: ${permission}.`
  const told = [summary, description, needs].flatMap((text) =>
    text === undefined ? [] : [`<p>${escaped(text)}</p>`],
  )
  const answers = Object.entries(responses ?? {}).filter(
    ([status]) => !/^[45]XX$/i.test(status),
  )
  return [
    `<h3 id="${idOf(address)}">${nameOf(address)}</h3>`,
    ...told,
    parametersHtml(parameters ?? []),
    contentsHtml('takes', requestBody?.content),
    ...answers.map(([status, answer]) =>
      contentsHtml(`answers ${status}`, answer.content),
    ),
  ].join('\n')
}

function parametersHtml(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(({ name, in: place, required, description }) => [
    `<code>${escaped(name)}</code>`,
    `${escaped(place)}${required ? ', required' : ''}`,
    escaped(description ?? ''),
  ])
  return tableHtml(['parameter', 'where', 'meaning'], rows)
}

function contentsHtml(what: string, contents: Contents | undefined): string {
  return Object.entries(contents ?? {})
    .map(([type, { schema }]) => {
      const json = schemaHtml(schema)
      return `<details><summary>${escaped(what)} <code>${escaped(type)}</code></summary><pre>${json}</pre></details>`
    })
    .join('\n')
}

function schemasHtml(schemas: ApiDocument['components']['schemas']): string {
  return Object.entries(schemas)
    .map(
      ([name, schema]) =>
        `<details id="type-${escaped(name)}"><summary><code>${escaped(name)}</code></summary><pre>${schemaHtml(schema)}</pre></details>`,
    )
    .join('\n')
}

/** References lead to the types. */
function schemaHtml(schema: unknown): string {
  return escaped(JSON.stringify(schema ?? {}, null, 2)).replace(
    /#\/components\/schemas\/(\w+)/g,
    (_, name: string) => `<a href="#type-${name}">${name}</a>`,
  )
}

function problemsHtml(): string {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, title, mend }]) => [
      `<code id="${code}">${code}</code>`,
      String(status),
      escaped(title),
      escaped(mend),
    ],
  )
  return tableHtml(['code', 'status', 'what', 'how it is mended'], rows)
}

function tableHtml(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  const lines = [row(heads, 'th'), ...rows.map((cells) => row(cells, 'td'))]
  return `<div class="table"><table>\n${lines.join('\n')}\n</table></div>`
}
