/** What browsers are told: pages hold nothing but their own text, style and links. */
import type { FastifyHelmetOptions } from '@fastify/helmet'

export const SECURITY_HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  // On this machine the server is reached over http; a proxy in front of it says what holds for https.
  strictTransportSecurity: false,
}
