/** Parts that schemas have in common. */
import {
  Type,
  type TObject,
  type TObjectOptions,
  type TProperties,
  type TSchema,
} from 'typebox'

/** An object without any other member. */
export function closed<Members extends TProperties>(
  members: Members,
  options: TObjectOptions = {},
): TObject<Members> {
  return Type.Object(members, { ...options, additionalProperties: false })
}

/** A closed object that the OpenAPI document names, so that clients have a type of this name. */
export function named<Members extends TProperties>(
  name: string,
  members: Members,
  description?: string,
): TObject<Members> {
  return closed(members, {
    title: name,
    ...(description === undefined ? {} : { description }),
  })
}

export function nullable<Schema extends TSchema>(
  schema: Schema,
  description?: string,
) {
  return Type.Union(
    [schema, Type.Null()],
    description === undefined ? {} : { description },
  )
}

/** One of some words. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  description?: string,
) {
  return Type.Unsafe<Word>({
    type: 'string',
    enum: [...words],
    ...(description === undefined ? {} : { description }),
  })
}

export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const Year = Type.Integer({ minimum: 1, maximum: 9999 })

/** A year in a query string, where everything is text. */
export const YearText = Type.String({
  pattern: '^(?!0+$)[0-9]{1,4}$',
  description: 'a year such as 2021',
})

export const Name = Type.String({ minLength: 1, maxLength: 100 })

/** Beside `user:ID` and `key:ID` of an answer. */
export const Names = Type.Record(Type.String(), Type.String(), {
  description: 'how the users and keys of this answer are called now',
})

/** An object whose members have names that are not known in advance. */
export function tableOf<Schema extends TSchema>(
  schema: Schema,
  description?: string,
) {
  return Type.Record(
    Type.String(),
    schema,
    description === undefined ? {} : { description },
  )
}
