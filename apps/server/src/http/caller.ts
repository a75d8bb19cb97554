import { authenticate, type Context, type Deps, type Locale, locales } from '@kettle/api'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** How the session's cookie is set. `__Host-` ties it to this very host, and needs https. */
export interface CookieOptions {
  name: string
  secure: boolean
}

/** How long work for after an answer waits, on average: also a request sent right behind it must not feel it. */
const AFTER_ANSWER_MS = 50
/** As long as browsers keep a cookie. */
const DEVICE_SECONDS = 400 * 24 * 3600
/** Longer than a code lives, so that a late one is still told from somebody else's. */
const PROOF_SECONDS = 24 * 3600
const MONTH_SECONDS = 30 * 24 * 3600

export function cookieOptions(publicUrl: string): CookieOptions {
  const secure = publicUrl.startsWith('https:')
  return { name: secure ? '__Host-kettle' : 'kettle', secure }
}

/** Who asks: by bearer token, else by cookie. */
export async function readCaller(
  deps: Deps,
  cookie: CookieOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const token = bearerToken(request) ?? request.cookies[cookie.name]
  const session = token ? await authenticate(deps, token) : null
  const proofName = `${cookie.name}-registration`
  const deviceName = `${cookie.name}-device`
  const isWeb = request.headers['x-kettle-client'] === 'web'
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: cookie.secure } as const
  return {
    deps,
    session,
    locale: preferredLocale(request.headers['accept-language']) ?? session?.user.locale ?? 'en',
    ip: request.ip,
    device: request.headers['user-agent'] ?? null,
    requestId: request.id,
    grantToken: (granted) => {
      if (!isWeb) return granted
      reply.setCookie(cookie.name, granted, { ...attributes, maxAge: MONTH_SECONDS })
      return undefined
    },
    deviceToken: (isWeb ? request.cookies[deviceName] : headerOf(request, 'x-kettle-device')) ?? null,
    keepDeviceToken: (granted) => {
      if (!isWeb) return granted
      reply.setCookie(deviceName, granted, { ...attributes, maxAge: DEVICE_SECONDS })
      return undefined
    },
    attemptProof: isWeb ? (request.cookies[proofName] ?? null) : null,
    keepAttemptProof: (proof) => {
      if (!isWeb) return
      if (proof !== null) reply.setCookie(proofName, proof, { ...attributes, maxAge: PROOF_SECONDS })
      else if (request.cookies[proofName] !== undefined) reply.clearCookie(proofName, attributes)
    },
    // 'close' comes also when the caller has left before the answer.
    afterAnswer: (work) =>
      void reply.raw.once('close', () => setTimeout(work, AFTER_ANSWER_MS * (0.5 + Math.random()))),
    dropToken: () => {
      reply.clearCookie(cookie.name, attributes)
      // What was kept of the account's answers goes too; the cookie by which the device is known stays.
      if (isWeb) reply.header('clear-site-data', '"cache"')
    },
  }
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

export function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]+)$/u.exec(request.headers.authorization ?? '')?.[1]
}

/** The first language of the header that the store speaks. */
export function preferredLocale(header: string | undefined): Locale | undefined {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/u.exec(text)?.[1]).find((value) => value !== undefined)
      return { language: tag.split('-')[0], quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) {
    const locale = locales.find((known) => known === language)
    if (locale) return locale
  }
  return undefined
}
