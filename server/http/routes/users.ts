/** `/v1/users`: who signs in, and what they may do. Users are disabled, never deleted: the log names them. */
import type { FastifyPluginAsync } from 'fastify'
import type { Static } from 'typebox'

import type { MethodologyStore } from '../../methodology-store/methodology-store.js'
import {
  changePassword,
  changeRole,
  disableUser,
  enableUser,
} from '../../people/change-user.js'
import { addUser, listUsers } from '../../people/users.js'
import { occasionOf } from '../acting.js'
import {
  IdPath,
  NewPassword,
  NewRole,
  NewUser,
  User,
  UserList,
} from '../schemas/people.js'
import { REFUSALS } from '../schemas/problem.js'

const tags = ['people']
const config = { permission: 'administer' } as const

interface OfUser {
  Params: Static<typeof IdPath>
}

export const userRoutes: FastifyPluginAsync<{
  readonly store: MethodologyStore
}> = (app, { store: { database } }) => {
  app.get(
    '/v1/users',
    {
      config,
      schema: {
        tags,
        summary: 'The users, disabled ones among them',
        response: { 200: UserList, ...REFUSALS },
      },
    },
    async () => ({ items: await listUsers(database) }),
  )

  app.post<{ Body: Static<typeof NewUser> }>(
    '/v1/users',
    {
      config,
      schema: {
        tags,
        summary: 'Add a user; after the first one everybody has to sign in',
        body: NewUser,
        response: { 201: User, ...REFUSALS },
      },
    },
    async (request, reply) => {
      reply.code(201)
      return addUser(database, request.body, occasionOf(request))
    },
  )

  app.put<OfUser & { Body: Static<typeof NewRole> }>(
    '/v1/users/:id/role',
    {
      config,
      schema: {
        tags,
        summary: 'Give a user another role, which ends their sessions',
        params: IdPath,
        body: NewRole,
        response: { 200: User, ...REFUSALS },
      },
    },
    (request) => {
      const { params, body } = request
      return changeRole(database, params, body.role, occasionOf(request))
    },
  )

  app.put<OfUser & { Body: Static<typeof NewPassword> }>(
    '/v1/users/:id/password',
    {
      config,
      schema: {
        tags,
        summary: 'Give a user another password, which ends their sessions',
        params: IdPath,
        body: NewPassword,
        response: { 200: User, ...REFUSALS },
      },
    },
    (request) => {
      const { params, body } = request
      const occasion = occasionOf(request)
      return changePassword(database, params, body.password, occasion)
    },
  )

  app.post<OfUser>(
    '/v1/users/:id/disable',
    {
      config,
      schema: {
        tags,
        summary: 'Let a user sign in no more, and end their sessions',
        params: IdPath,
        response: { 200: User, ...REFUSALS },
      },
    },
    (request) => disableUser(database, request.params, occasionOf(request)),
  )

  app.post<OfUser>(
    '/v1/users/:id/enable',
    {
      config,
      schema: {
        tags,
        summary: 'Let a user who was disabled sign in again',
        params: IdPath,
        response: { 200: User, ...REFUSALS },
      },
    },
    (request) => enableUser(database, request.params, occasionOf(request)),
  )
  return Promise.resolve()
}
