import type { FastifyHelmetOptions } from '@fastify/helmet'

/** For answers that no browser shows as a page: nothing may be made of them but what they are. */
export const plainHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const

/** For pages: scripts, styles and data from the store itself and from nowhere else. `secure` when it is reached by https. */
export function pageHeaders(secure: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    // Not for pages that also live behind other headers, as pictures do: browsers then complain at each.
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
  }
}
