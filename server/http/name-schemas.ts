/**
 * Schemas that have a name (`title`) stand once in the OpenAPI document, under
 * `components`, so that clients made from it have a type for each.
 */
type Json = string | number | boolean | null | readonly Json[] | JsonObject

interface JsonObject {
  readonly [key: string]: Json
}

/** @throws Error where two schemas have one name and differ */
export function nameSchemas<Document extends object>(
  document: Document,
): Document {
  const schemas = new Map<string, Json>()
  const whole = structuredClone(document) as unknown as JsonObject
  const { paths, components: others, ...rest } = whole
  const named = withReferences(paths ?? {}, schemas)
  const sorted = [...schemas].sort(([a], [b]) => (a < b ? -1 : 1))
  const components = {
    ...(others as JsonObject | undefined),
    schemas: Object.fromEntries(sorted),
  }
  return { ...rest, components, paths: named } as unknown as Document
}

function withReferences(value: Json, schemas: Map<string, Json>): Json {
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map((item) => withReferences(item, schemas))
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      withReferences(item, schemas),
    ]),
  )
  const { title: name } = value
  if (typeof name !== 'string') return inner
  const known = schemas.get(name)
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(inner)) {
    throw new Error(`Two schemas are called ${name}`)
  }
  schemas.set(name, inner)
  return { $ref: `#/components/schemas/${name}` }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
