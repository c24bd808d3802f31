/** Who acts in a request, and the log that it is written into. */
import type { FastifyRequest } from 'fastify'

import { appendEntry } from '../audit/append-entry.js'
import type { Actor, Occasion } from '../audit/entry.js'
import { instantNow, type Acting } from '../repository/acting.js'
import { actorOf } from './asker.js'

/** The server itself, at its start. */
export const SERVER: Actor = 'server'

export function actingOf({ asker }: FastifyRequest): Acting {
  return actingNow(actorOf(asker))
}

/** For what writes its own entry of the log. */
export function occasionOf({ asker }: FastifyRequest): Occasion {
  return { at: instantNow(), actor: actorOf(asker) }
}

export function actingNow(actor: Actor): Acting {
  return {
    actor,
    at: instantNow(),
    audit: async (entry, transaction) => {
      await appendEntry(transaction, { ...entry, actor })
    },
  }
}
