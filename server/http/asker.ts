/** Who sent a request, and what they may do. */
import type { Sight } from '../../engine/index.js'
import type { Actor } from '../audit/entry.js'
import {
  keyMayDo,
  mayDo,
  type Permission,
  type Role,
  type Scope,
} from '../people/roles.js'

export type Asker =
  /** The one person of a server without users. */
  | { readonly kind: 'local' }
  | { readonly kind: 'user'; readonly id: string; readonly role: Role }
  | {
      readonly kind: 'key'
      readonly id: string
      readonly scopes: readonly Scope[]
    }
  /** A server has users, and nobody has signed in. */
  | { readonly kind: 'nobody' }

/** What a route asks for; `anyone`: nothing at all; `signed-in`: a user, whatever the role. */
export type RoutePermission = Permission | 'anyone' | 'signed-in'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route without one keeps the server from starting. */
    permission?: RoutePermission
    /** For `anyone`: it is found out who asks all the same. */
    identifies?: true
  }
  interface FastifyInstance {
    /** Of every route, as `GET /v1/runs`. */
    permissions: ReadonlyMap<string, RoutePermission>
  }
  interface FastifyRequest {
    asker: Asker
  }
}

export const LOCAL: Asker = { kind: 'local' }
export const NOBODY: Asker = { kind: 'nobody' }

/** As the audit log names them. */
export function actorOf(asker: Asker): Actor {
  switch (asker.kind) {
    case 'user':
    case 'key':
      return `${asker.kind}:${asker.id}`
    case 'local':
    case 'nobody':
      return asker.kind
  }
}

/** The one person of a server without users may all but approve, which takes a second one. */
export function askerMay(
  asker: Asker,
  permission: Permission | 'signed-in',
): boolean {
  if (permission === 'signed-in') return asker.kind === 'user'
  switch (asker.kind) {
    case 'local':
      return permission !== 'approve'
    case 'user':
      return mayDo(asker.role, permission)
    case 'key':
      return keyMayDo(asker.scopes, permission)
    case 'nobody':
      return false
  }
}

/** What an answer shows to the one who asks. */
export function sightOf(asker: Asker): Sight {
  return askerMay(asker, 'see-restricted') ? 'everything' : 'public'
}
