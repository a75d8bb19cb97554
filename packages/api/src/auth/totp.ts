import { Secret, TOTP } from 'otpauth'

// RFC 6238 as every authenticator app speaks it: HMAC-SHA-1, six digits, steps of 30 seconds.
const PERIOD_SECONDS = 30
const ISSUER = 'Kettle'
/** Steps before and after the present one whose codes count too: clocks differ, and typing takes time (RFC 6238, 5.2). */
const WINDOW = 1

/** A new secret of 160 bits (RFC 4226, 4). */
export function newTotpSecret(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new Secret({ size: 20 }).bytes)
}

/** A secret as people type it, and as a QR code carries it. */
export function describeTotp(secret: Uint8Array<ArrayBuffer>, email: string): { secret: string; uri: string } {
  const totp = totpOf(secret, email)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step that a code belongs to, null for a code that is not good now. */
export function totpStep(secret: Uint8Array<ArrayBuffer>, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}

function totpOf(secret: Uint8Array<ArrayBuffer>, label = ''): TOTP {
  const key = new Secret({ buffer: secret.buffer })
  return new TOTP({ issuer: ISSUER, label, secret: key, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS })
}
