import { createHmac } from 'node:crypto'
import type { Page } from 'playwright'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * An authenticator app, as RFC 6238 has it. Each code is of a step later than the last, since the store takes none twice. It
 * begins with the step of the moment: of the three that the store takes the oldest may be over before it gets there.
 */
export class AuthenticatorApp {
  readonly #key: Buffer
  #lastStep = 0

  constructor(secret: string) {
    const bits = [...secret.replace(/\s/gu, '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    this.#key = Buffer.from(
      bits
        .join('')
        .match(/.{8}/gu)
        ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
    )
  }

  /** A code that is good now. */
  next(): string {
    const now = Math.floor(Date.now() / 30_000)
    this.#lastStep = Math.max(this.#lastStep + 1, now)
    if (this.#lastStep > now + 1) throw new Error('more codes than the store takes within half a minute')
    return this.#code(this.#lastStep)
  }

  #code(step: number): string {
    const counter = Buffer.alloc(8)
    counter.writeBigUInt64BE(BigInt(step))
    const mac = createHmac('sha1', this.#key).update(counter).digest()
    const offset = (mac[19] ?? 0) & 15
    return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
  }
}

/** Gives a page a device that keeps passkeys, and whose owner is there and agrees until told otherwise. */
export async function addPasskeyDevice(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** Whether its owner agrees from now on. */
    agree: (isUserVerified: boolean) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    /** Whether somebody is there to touch it; while nobody is, it only waits. */
    present: (enabled: boolean) =>
      session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}
