import { passkeys, users } from '@kettle/db'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { lockUser, signedInUser } from './auth.queries.ts'
import { claimIdentity, proveIdentity } from './identity.ts'
import { addNotice } from './notices.ts'
import { randomToken } from './oslo.ts'
import type { addPasskeyInput, loginWithPasskeyInput, passkeyOptionsInput, removePasskeyInput } from './schema.ts'
import { createSession } from './sessions.ts'

/** How long a challenge waits for its answer, in seconds. */
const CHALLENGE_SECONDS = 300
/** Passkeys of one account. */
const MOST = 20
/** EdDSA, ES256 and RS256 (COSE): what today's authenticators speak. */
const ALGORITHMS = [-8, -7, -257]

// No extensions are asked for, so that the types stay what JSON can carry.
type CreationOptions = Omit<Awaited<ReturnType<typeof generateRegistrationOptions>>, 'extensions'>
type RequestOptions = Omit<Awaited<ReturnType<typeof generateAuthenticationOptions>>, 'extensions'>

/** Who a passkey belongs to (the relying party) is the host of the store's address, from config and never from a request. */
function relyingParty({ settings }: Pick<Deps, 'settings'>): { id: string; origin: string } {
  const { hostname, origin } = new URL(settings.publicUrl)
  return { id: hostname, origin }
}

/** What an authenticator needs to log somebody in. The same for everyone: it doesn't say who has a passkey. */
export async function passkeyLoginOptions(
  ctx: Pick<Context, 'deps' | 'ip'>,
): Promise<{ challengeId: string; options: RequestOptions }> {
  const { deps } = ctx
  await deps.limiter.take('passkeyIp', ctx.ip)
  const { extensions: _none, ...options } = await generateAuthenticationOptions({
    rpID: relyingParty(deps).id,
    userVerification: 'required',
    timeout: CHALLENGE_SECONDS * 1000,
  })
  const challengeId = randomToken()
  await deps.challenges.put('passkey-login', challengeId, options.challenge, CHALLENGE_SECONDS)
  return { challengeId, options }
}

/** Logs in by a passkey, which is two factors by itself: having the device, and its PIN, finger or face. */
export async function loginWithPasskey(
  ctx: Pick<Context, 'deps' | 'ip' | 'device' | 'session'>,
  { challengeId, response }: z.infer<typeof loginWithPasskeyInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  await deps.limiter.take('loginIp', ctx.ip)
  const challenge = await deps.challenges.take<string>('passkey-login', challengeId)
  if (challenge === null) throw new DomainError('CHALLENGE_EXPIRED')
  const [found] = await deps.db
    .select({ key: passkeys })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(and(eq(passkeys.credentialId, response.id), isNull(users.deletedAt)))
  if (!found) throw new DomainError('PASSKEY_INVALID')
  const { key } = found
  const { userHandle } = response.response
  if (userHandle !== undefined && userHandle !== handleOf(key.userId).toString('base64url'))
    throw new DomainError('PASSKEY_INVALID')
  const { id, origin } = relyingParty(deps)
  const { authenticationInfo } = await orInvalid(
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
        counter: key.counter,
      },
    }),
  )
  const login = await deps.db.transaction(async (tx) => {
    const user = await lockUser(tx, key.userId, 'PASSKEY_INVALID')
    // It may have been removed, or have been used with a newer counter, in between.
    const used = await tx
      .update(passkeys)
      .set({ counter: authenticationInfo.newCounter, lastUsedAt: deps.clock.now() })
      .where(and(eq(passkeys.id, key.id), eq(passkeys.counter, key.counter)))
      .returning({ id: passkeys.id })
    if (used.length === 0) throw new DomainError('PASSKEY_INVALID')
    return { token: await createSession(tx, ctx, user), user: signedInUser(user) }
  })
  await deps.limiter.giveBack('loginIp', ctx.ip)
  return login
}

/** What an authenticator needs to make a passkey for the caller, who has to prove who they are first. */
export async function passkeyOptions(
  deps: Pick<Deps, 'db' | 'challenges' | 'clock' | 'limiter' | 'passwords' | 'settings'>,
  user: SignedInUser,
  input: z.infer<typeof passkeyOptionsInput>,
): Promise<{ challengeId: string; options: CreationOptions }> {
  const proof = await proveIdentity(deps, user.id, input)
  await deps.db.transaction((tx) => claimIdentity(tx, user.id, proof))
  const known = await deps.db
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, user.id))
  const { extensions: _none, ...options } = await generateRegistrationOptions({
    rpName: 'Kettle',
    rpID: relyingParty(deps).id,
    userID: new Uint8Array(handleOf(user.id)),
    userName: user.email,
    userDisplayName: user.name,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: CHALLENGE_SECONDS * 1000,
  })
  const challengeId = randomToken()
  const waiting: WaitingPasskey = { userId: user.id, challenge: options.challenge }
  await deps.challenges.put('passkey-new', challengeId, waiting, CHALLENGE_SECONDS)
  return { challengeId, options }
}

interface WaitingPasskey {
  userId: string
  challenge: string
}

/** Keeps a new passkey of the caller's. */
export async function addPasskey(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  { id: userId }: SignedInUser,
  { challengeId, response, name }: z.infer<typeof addPasskeyInput>,
): Promise<{ id: string }> {
  const { deps } = ctx
  const waiting = await deps.challenges.take<WaitingPasskey>('passkey-new', challengeId)
  if (waiting?.userId !== userId) throw new DomainError('CHALLENGE_EXPIRED')
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(deps)
  const { registrationInfo } = await orInvalid(
    verifyRegistrationResponse({
      response,
      expectedChallenge: waiting.challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!registrationInfo) throw new DomainError('PASSKEY_INVALID')
  const { credential } = registrationInfo
  return deps.db.transaction(async (tx) => {
    const user = await lockUser(tx, userId)
    const [{ number = 0 } = {}] = await tx.select({ number: count() }).from(passkeys).where(eq(passkeys.userId, userId))
    if (number >= MOST) throw new DomainError('TOO_MANY_PASSKEYS')
    const [row] = await tx
      .insert(passkeys)
      .values({
        ...{ userId, name },
        credentialId: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: response.response.transports ?? [],
        createdAt: deps.clock.now(),
      })
      .onConflictDoNothing({ target: passkeys.credentialId })
      .returning({ id: passkeys.id })
    if (!row) throw new DomainError('PASSKEY_INVALID')
    await addNotice(tx, ctx, user, 'passkeyAdded')
    return row
  })
}

/** Forgets a passkey of the caller's. NOT_FOUND for another's. */
export async function removePasskey(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  userId: string,
  { id, ...input }: z.infer<typeof removePasskeyInput>,
): Promise<void> {
  const { deps } = ctx
  const proof = await proveIdentity(deps, userId, input)
  await deps.db.transaction(async (tx) => {
    const user = await claimIdentity(tx, userId, proof)
    const removed = await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)))
      .returning({ id: passkeys.id })
    if (removed.length === 0) throw new DomainError('NOT_FOUND')
    await addNotice(tx, ctx, user, 'passkeyRemoved')
  })
}

/** How authenticators know an account: its id, which says nothing about the person. */
const handleOf = (userId: string) => Buffer.from(userId.replaceAll('-', ''), 'hex')

/** Whatever the verifier objects to, it is the same to the caller. */
async function orInvalid<Result extends { verified: boolean }>(verification: Promise<Result>): Promise<Result> {
  const result = await verification.catch((cause: unknown) => {
    throw new DomainError('PASSKEY_INVALID', { cause })
  })
  if (!result.verified) throw new DomainError('PASSKEY_INVALID')
  return result
}
