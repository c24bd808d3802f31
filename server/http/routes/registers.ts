/** `/v1/registers`: who existed when; each state is kept under its hash and never changed. */
import type { FastifyPluginAsync } from 'fastify'
import { Type, type TSchema } from 'typebox'

import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import { checkLoading } from '../../registers/check-loading.js'
import {
  getStateText,
  listStates,
  loadRegister,
} from '../../registers/load-register.js'
import { actorNames } from '../../people/actor-names.js'
import { readRegisterBytes } from '../../registers/read-register-bytes.js'
import {
  refuseWithheldRegister,
  withheldRegisters,
} from '../../registers/register-sight.js'
import {
  listRegisters,
  type StoredRegister,
} from '../../repository/registers.js'
import { XLSX_TYPE } from '../../xlsx/write-workbook.js'
import { actingOf } from '../acting.js'
import { sightOf } from '../asker.js'
import { REFUSALS } from '../schemas/problem.js'
import {
  CheckedRegister,
  LoadedRegister,
  RegisterCheckQuery,
  RegisterList,
  RegisterParameters,
  RegisterQuery,
  RegisterText,
  StateParameters,
} from '../schemas/registers.js'
import { sentFile, takeBytes } from '../sent-file.js'
import { shapeOf } from '../validation.js'

const QUERY = shapeOf(RegisterQuery)
const CHECK_QUERY = shapeOf(RegisterCheckQuery)
const PARAMETERS = shapeOf(RegisterParameters)
const STATE = shapeOf(StateParameters)

/** The forms in which registers are sent. */
const FORMATS = { 'text/csv': 'csv', [XLSX_TYPE]: 'xlsx' } as const

const BODY = {
  content: {
    'text/csv': { schema: Type.String() },
    [XLSX_TYPE]: { schema: Type.String() },
  },
}

const tags = ['data']

export const registerRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store: { database } }) => {
  takeBytes(app, Object.keys(FORMATS))

  const loaderNames = (states: readonly StoredRegister[]) =>
    actorNames(
      database,
      states.map(({ loadedBy }) => loadedBy),
    )

  app.post<{ Body: Buffer | undefined }>(
    '/v1/registers',
    {
      config: { permission: 'load' },
      schema: {
        tags,
        summary: 'Load a state of a register of bodies',
        description:
          'CSV, or a workbook with one sheet: id, valid_from, valid_to, successor and attributes. Every mistake is reported at once, and then nothing is kept.',
        querystring: RegisterQuery,
        body: BODY,
        response: answers(201, 'It is kept.', LoadedRegister),
      },
      validatorCompiler: () => () => true,
    },
    async (request, reply) => {
      const { id, name } = QUERY.check(request.query, 'The query')
      const { format, bytes } = sentFile(request, FORMATS)
      const file = `the request (${name})`
      const read = await readRegisterBytes({ id, format, bytes, file })
      const acting = actingOf(request)
      const loaded = await loadRegister(database, read, name, acting)
      return reply.code(201).send(loaded)
    },
  )

  app.post<{ Body: Buffer | undefined }>(
    '/v1/registers/check',
    {
      config: { permission: 'load' },
      schema: {
        tags,
        summary: 'What loading a state of a register would change',
        description:
          'Every mistake at once, or the differences from the state loaded last: bodies and periods that come and go, and cells. Nothing is kept.',
        querystring: RegisterCheckQuery,
        body: BODY,
        response: answers(200, 'It can be loaded.', CheckedRegister),
      },
      validatorCompiler: () => () => true,
    },
    async (request) => {
      const { id } = CHECK_QUERY.check(request.query, 'The query')
      const { format, bytes } = sentFile(request, FORMATS)
      const file = 'the request'
      const read = await readRegisterBytes({ id, format, bytes, file })
      return checkLoading(database, read, sightOf(request.asker))
    },
  )

  app.get(
    '/v1/registers',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The states of all registers, those loaded last first',
        response: answers(200, 'They.', RegisterList),
      },
    },
    async ({ asker }) => {
      const withheld = await withheldRegisters(database, sightOf(asker))
      const items = (await listRegisters(database)).filter(
        ({ id }) => !withheld.has(id),
      )
      const names = await loaderNames(items)
      return withheld.size === 0
        ? { items, names }
        : { items, names, restricted: [...withheld].sort() }
    },
  )

  app.get(
    '/v1/registers/:id',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'The states of a register, the one loaded last first',
        params: RegisterParameters,
        response: answers(200, 'They.', RegisterList),
      },
    },
    async ({ params, asker }) => {
      const { id } = PARAMETERS.check(params, 'The address')
      await refuseWithheldRegister(database, id, sightOf(asker))
      const items = await listStates(database, id)
      return { items, names: await loaderNames(items) }
    },
  )

  app.get(
    '/v1/registers/:id/:sha256',
    {
      config: { permission: 'read' },
      schema: {
        tags,
        summary: 'A state of a register, in canonical form (RFC 8785)',
        params: StateParameters,
        response: answers(200, 'The text with this hash.', RegisterText),
      },
    },
    async ({ params, asker }, reply) => {
      const { id, sha256 } = STATE.check(params, 'The address')
      await refuseWithheldRegister(database, id, sightOf(asker))
      const text = await getStateText(database, id, sha256)
      return reply
        .type('application/json; charset=utf-8')
        .send(Buffer.from(text, 'utf8'))
    },
  )
  return Promise.resolve()
}

function answers(status: 200 | 201, description: string, schema: TSchema) {
  return {
    [status]: { description, content: { 'application/json': { schema } } },
    ...REFUSALS,
  }
}
