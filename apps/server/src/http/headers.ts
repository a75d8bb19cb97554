import type { FastifyHelmetOptions } from '@fastify/helmet'

/** A year, as browsers ask for before they keep a list of such hosts. */
const HSTS = 'max-age=31536000; includeSubDomains'

/** Nothing of the store asks for a device, and nobody embeds it. */
export const PERMISSIONS_POLICY =
  'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), display-capture=()'

/** For answers that no browser shows as a page: nothing may be made of them but what they are. `secure` when the store is reached by https. */
export const plainHeaders = (secure: boolean) => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  ...(secure ? { 'strict-transport-security': HSTS } : {}),
})

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
